/** Walks the steps of the flow over a World, with the same functions that the page uses and no page. */
import { expect } from 'vitest';
import { advance, fold, statusOf } from '$lib/flow/fold';
import { generateAttempt, generateVerifier } from '$lib/flow/generate';
import { decisionLogOf, emptySession, type Outcome, type Session } from '$lib/flow/session';
import type { AskInput } from '$lib/flow/step';
import { stepOf } from '$lib/flow/steps';
import type { Check } from '$lib/lexicon/check';
import type { MoveId, Status, StepId } from '$lib/lexicon/steps';
import type { Configuration } from '$lib/trace/configuration';
import type { Fact } from '$lib/trace/fact';
import { headerOf, type HttpRequest } from '$lib/wire/http';
import { issuer, redirectUri, resource, signInAndAllow, type PairWorld, type Press } from './world';

export const configuration: Configuration = {
	issuer,
	clientId: 'playground-spa',
	redirectUri,
	scope: 'openid profile offline_access read:timesheets create:timesheets',
	audience: resource,
	extra: [],
	apiUrl: `${resource}/timesheets`
};

export type Edit = (request: HttpRequest) => HttpRequest;

/** An edit of one parameter of a form body; undefined takes it out. */
export const withParameter =
	(name: string, value: string | undefined): Edit =>
	(request) => {
		const body = new URLSearchParams(request.body);
		if (value === undefined) body.delete(name);
		else body.set(name, value);
		return { ...request, body: body.toString() };
	};

/** An edit of one parameter of the URL; undefined takes it out. */
export const withQuery =
	(name: string, value: string | undefined): Edit =>
	(request) => {
		const url = new URL(request.url);
		if (value === undefined) url.searchParams.delete(name);
		else url.searchParams.set(name, value);
		return { ...request, url: url.href };
	};

export class Walker {
	readonly world: PairWorld;
	trace: Fact[] = [];
	session: Session = emptySession;

	constructor(world: PairWorld) {
		this.world = world;
	}

	async append(fact: Fact): Promise<void> {
		this.trace = [...this.trace, fact];
		this.session = await advance(this.session, fact);
	}

	status(id: StepId): Status {
		return statusOf(id, this.session);
	}

	async ask(step: StepId, move: MoveId, input: AskInput = {}): Promise<HttpRequest> {
		const asked = await stepOf(step).asks[move]?.(this.session, input);
		if (!asked?.ok) throw new Error(`No message: ${JSON.stringify(asked)}`);
		return asked.value;
	}

	/** Asks, sends as asked or as edited, looks at what the server decided, and records it all. */
	async send(step: StepId, move: MoveId, edit?: Edit, input?: AskInput): Promise<void> {
		const asked = await this.ask(step, move, input);
		const request = edit ? edit(asked) : asked;
		const exchange = await this.world.send(request, new AbortController().signal);
		const log = decisionLogOf(this.session);
		const requestId = exchange.response && headerOf(exchange.response.headers, 'x-request-id');
		const inside = log && requestId ? await this.world.look(log, { requestId }) : [];
		const fact: Fact = {
			kind: 'exchanged',
			at: exchange.at,
			step,
			move,
			exchange: inside.length > 0 ? { ...exchange, inside } : exchange
		};
		await this.append(edit ? { ...fact, asked } : fact);
	}

	async configure(changes: Partial<Configuration> = {}): Promise<void> {
		const at = this.world.now();
		await this.append({ kind: 'configured', at, configuration: { ...configuration, ...changes } });
		await this.send('configure', 'discovery');
	}

	async prepare(method: 'S256' | 'plain' = 'S256'): Promise<void> {
		const at = this.world.now();
		const verifier = generateVerifier(this.world, 32);
		await this.append({ kind: 'generated', at, step: 'verifier', values: { code_verifier: verifier } });
		await this.append({
			kind: 'generated',
			at,
			step: 'challenge',
			values: { code_challenge_method: method }
		});
		await this.append({ kind: 'generated', at, step: 'authorize', values: generateAttempt(this.world) });
	}

	/** Goes to the server and comes back; `onTheWay` is what an attacker makes of the callback URL. */
	async authorize(
		edit?: Edit,
		presses: readonly Press[] = signInAndAllow,
		onTheWay: (url: URL) => void = () => undefined
	): Promise<void> {
		const asked = await this.ask('authorize', 'authorization');
		const { url } = edit ? edit(asked) : asked;
		const fact: Fact = { kind: 'left', at: this.world.now(), step: 'authorize', url, way: 'tab' };
		await this.append(edit ? { ...fact, asked: asked.url } : fact);
		const back = new URL(await this.world.visit(url, presses));
		onTheWay(back);
		await this.arrive(back.href);
	}

	async arrive(url: string): Promise<void> {
		await this.append({ kind: 'returned', at: this.world.now(), step: 'callback', url, way: 'redirect' });
		const log = decisionLogOf(this.session);
		const state = this.session.authorizationRequest?.state;
		const inside = log && state ? await this.world.look(log, { state }) : [];
		await this.append({ kind: 'observed', at: this.world.now(), step: 'callback', inside });
	}

	/** Of two answers, goes on with the second. */
	useSecond(): Promise<void> {
		return this.append({ kind: 'decided', at: this.world.now(), step: 'callback', second: true });
	}

	/** Everything up to and including the callback. */
	async untilCallback(
		changes: Partial<Configuration> = {},
		method: 'S256' | 'plain' = 'S256'
	): Promise<void> {
		await this.configure(changes);
		await this.prepare(method);
		await this.authorize();
		expect(failed(this.session.authorizationResponse?.checks)).toEqual([]);
	}

	/** Everything up to and including the tokens. */
	async untilTokens(changes: Partial<Configuration> = {}): Promise<void> {
		await this.untilCallback(changes);
		await this.send('exchange', 'token');
		await this.send('tokens', 'jwks');
		expect(this.status('tokens')).toBe('done');
	}

	/** What a stored trace would give is what was seen live. */
	async expectReplay(): Promise<void> {
		expect(await fold(this.trace)).toEqual(this.session);
	}
}

/** The ids of the checks that failed. */
export const failed = (checks: readonly Check[] | undefined): string[] =>
	(checks ?? []).filter(({ status }) => status === 'fail').map(({ id }) => id);

/** The ids of the checks that the server failed in the course of an exchange. */
export const failedInside = (outcome: Outcome | undefined): string[] =>
	(outcome?.exchange.inside ?? []).flatMap(({ checks }) => failed(checks));
