/**
 * A walk by code, step by step: what a person would press, with nobody to press it. It goes as far as it is asked to, or
 * to the first step that fails, and tells which one that was.
 */
import { stepIds, stepMoves, type MoveId, type StepId } from '$lib/lexicon/steps';
import type { CallbackMessage, WayOut } from '$lib/trace/fact';
import type { HttpRequest } from '$lib/wire/http';
import { isOn } from './extensions';
import type { Runner } from './run';
import { securedResponse } from './secured';
import type { AskInput } from './step';

/** What is sent: the message as it was built, and, where it was edited, what goes out instead. */
export type SendMessage = (
	step: StepId,
	move: MoveId,
	message: { asked: HttpRequest; edited?: HttpRequest; input: AskInput }
) => Promise<unknown>;

export interface Companion {
	/** Goes to the authorization endpoint and signs in; with what the browser came back. Undefined: it did not. */
	visit(url: string): Promise<string | CallbackMessage | undefined>;
	/** What the tab holds: the client's secret, the key that signs; and what is typed for a message. */
	input?: AskInput | ((move: MoveId) => AskInput);
	/** What becomes of a message before it is sent. */
	edit?: (move: MoveId, request: HttpRequest) => HttpRequest;
	/** Sends a message, where that is more than to send it and to record what came. */
	send?: SendMessage;
	method?: 'S256' | 'plain' | undefined;
	/** In the place of a random one. */
	verifier?: string | undefined;
	/** How the browser goes to sign in. */
	way?: WayOut;
}

/** No message could be built: why is in the failure. */
export class NoMessage extends Error {
	override name = 'NoMessage';
}

const inputOf = ({ input }: Companion, move: MoveId): AskInput =>
	typeof input === 'function' ? input(move) : (input ?? {});

async function send(runner: Runner, step: StepId, move: MoveId, companion: Companion): Promise<void> {
	const input = inputOf(companion, move);
	const asked = await runner.ask(step, move, input);
	if (!asked.ok) throw new NoMessage(`${move}: ${JSON.stringify(asked.failure)}`);
	const request = companion.edit?.(move, asked.value) ?? asked.value;
	const edited = request === asked.value ? {} : { edited: request };
	if (companion.send)
		return void (await companion.send(step, move, { asked: asked.value, input, ...edited }));
	await runner.transmit(step, move, request, request === asked.value ? {} : { asked: asked.value });
}

async function authorize(runner: Runner, companion: Companion): Promise<void> {
	if (isOn(runner.session, 'par')) await send(runner, 'authorize', 'par', companion);
	if (runner.status('authorize') === 'failed') return;
	const asked = await runner.ask('authorize', 'authorization', inputOf(companion, 'authorization'));
	if (!asked.ok) throw new NoMessage(`authorization: ${JSON.stringify(asked.failure)}`);
	const { url } = companion.edit?.('authorization', asked.value) ?? asked.value;
	await runner.leave('authorize', url, companion.way ?? 'tab', asked.value.url);
}

async function comeBack(runner: Runner, companion: Companion): Promise<void> {
	const { authorizationRequest } = runner.session;
	const came = authorizationRequest && (await companion.visit(authorizationRequest.url));
	if (came !== undefined) await runner.arrive(typeof came === 'string' ? { url: came } : came, 'redirect');
	if (securedResponse(runner.session) === 'waits') await send(runner, 'callback', 'jwks', companion);
}

/** What is done at a step, where that is not to send its first message. */
const ownActs: Partial<Record<StepId, (runner: Runner, companion: Companion) => Promise<void>>> = {
	verifier: (runner, { verifier }) => runner.chooseVerifier(verifier ?? runner.newVerifier(32)),
	challenge: (runner, { method = 'S256' }) => runner.chooseChallenge(method),
	authorize,
	callback: comeBack,
	tokens: async (runner, companion) => {
		if (runner.session.tokens?.id_token !== undefined) await send(runner, 'tokens', 'jwks', companion);
	}
};

/** Does a step. The configuration is chosen before. */
export async function act(runner: Runner, id: StepId, companion: Companion): Promise<void> {
	const own = ownActs[id];
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
