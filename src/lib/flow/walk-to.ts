/**
 * A walk by code, step by step: what a person would press, with nobody to press it. It goes as far as it is asked to, or
 * to the first step that fails, and tells which one that was.
 */
import { stepIds, stepMoves, type MoveId, type StepId } from '$lib/lexicon/steps';
import type { HttpRequest } from '$lib/wire/http';
import { isOn } from './extensions';
import type { Runner } from './run';
import { securedResponse } from './secured';
import type { AskInput } from './step';

export interface Companion {
	/** Goes to the authorization endpoint and signs in; the URL to which the browser came back. */
	visit(url: string): Promise<string>;
	/** What the tab holds: the client's secret, the key that signs. */
	input?: AskInput;
	/** What becomes of a message before it is sent. */
	edit?: (move: MoveId, request: HttpRequest) => HttpRequest;
	method?: 'S256' | 'plain';
}

/** No message could be built: why is in the failure. */
export class NoMessage extends Error {
	override name = 'NoMessage';
}

async function send(runner: Runner, step: StepId, move: MoveId, { input, edit }: Companion): Promise<void> {
	const asked = await runner.ask(step, move, input);
	if (!asked.ok) throw new NoMessage(`${move}: ${JSON.stringify(asked.failure)}`);
	const request = edit?.(move, asked.value) ?? asked.value;
	await runner.transmit(step, move, request, request === asked.value ? {} : { asked: asked.value });
}

async function authorize(runner: Runner, companion: Companion): Promise<void> {
	if (isOn(runner.session, 'par')) await send(runner, 'authorize', 'par', companion);
	if (runner.status('authorize') === 'failed') return;
	const asked = await runner.ask('authorize', 'authorization', companion.input);
	if (!asked.ok) throw new NoMessage(`authorization: ${JSON.stringify(asked.failure)}`);
	const { url } = companion.edit?.('authorization', asked.value) ?? asked.value;
	await runner.leave('authorize', url, 'tab', asked.value.url);
}

/** What is done at a step, where that is not to send its first message. The configuration is chosen before. */
const acts: Partial<Record<StepId, (runner: Runner, companion: Companion) => Promise<void>>> = {
	verifier: (runner) => runner.chooseVerifier(runner.newVerifier(32)),
	challenge: (runner, { method = 'S256' }) => runner.chooseChallenge(method),
	authorize,
	callback: async (runner, companion) => {
		const { authorizationRequest } = runner.session;
		const url = authorizationRequest && (await companion.visit(authorizationRequest.url));
		if (url !== undefined) await runner.arrive({ url }, 'redirect');
		if (securedResponse(runner.session) === 'waits') await send(runner, 'callback', 'jwks', companion);
	},
	tokens: async (runner, companion) => {
		if (runner.session.tokens?.id_token !== undefined) await send(runner, 'tokens', 'jwks', companion);
	}
};

async function act(runner: Runner, id: StepId, companion: Companion): Promise<void> {
	const own = acts[id];
	if (own) return own(runner, companion);
	const [first] = stepMoves[id];
	if (first) await send(runner, id, first, companion);
}

/** The step that failed, or undefined: all up to and with `last` are done. Steps that are done are not done again. */
export async function walkTo(
	runner: Runner,
	last: StepId,
	companion: Companion
): Promise<StepId | undefined> {
	for (const id of stepIds.slice(0, stepIds.indexOf(last) + 1)) {
		if (runner.status(id) === 'ready') await act(runner, id, companion);
		if (runner.status(id) !== 'done') return id;
	}
	return undefined;
}
