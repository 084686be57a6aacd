/** Walks the steps of the flow over a World, with the same functions that the page uses and no page. */
import { expect } from 'vitest';
import { fold } from '$lib/flow/fold';
import { Runner, type Ledger } from '$lib/flow/run';
import type { Outcome } from '$lib/flow/session';
import type { AskInput } from '$lib/flow/step';
import { walkTo } from '$lib/flow/walk-to';
import type { Check } from '$lib/lexicon/check';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { Configuration } from '$lib/trace/configuration';
import type { Trace } from '$lib/trace/fact';
import type { HttpRequest } from '$lib/wire/http';
import { openLedger } from '../fixtures/ledger';
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

/** The runner of the page over facts in memory, with what a person and an attacker add on the way. */
export class Walker extends Runner {
	declare readonly world: PairWorld;
	readonly #ledger: ReturnType<typeof openLedger>;
	/** A fact that somebody else made. */
	readonly append: Ledger['append'];

	constructor(world: PairWorld) {
		const ledger = openLedger();
		super(world, ledger);
		this.#ledger = ledger;
		this.append = ledger.append;
	}

	get trace(): Trace {
		return this.#ledger.trace;
	}

	async message(step: StepId, move: MoveId, input: AskInput = {}): Promise<HttpRequest> {
		const asked = await this.ask(step, move, input);
		if (!asked.ok) throw new Error(`No message: ${JSON.stringify(asked)}`);
		return asked.value;
	}

	/** Asks, sends as asked or as edited, looks at what the server decided, and records it all. */
	async send(step: StepId, move: MoveId, edit?: Edit, input?: AskInput): Promise<void> {
		const asked = await this.message(step, move, input);
		await this.transmit(step, move, edit ? edit(asked) : asked, edit ? { asked } : {});
	}

	async discover(changes: Partial<Configuration> = {}): Promise<void> {
		await this.configure({ ...configuration, ...changes });
		await this.send('configure', 'discovery');
	}

	async prepare(method: 'S256' | 'plain' = 'S256'): Promise<void> {
		await this.chooseVerifier(this.newVerifier(32));
		await this.chooseChallenge(method);
	}

	/** Goes to the server and comes back; `onTheWay` is what an attacker makes of the callback URL. */
	async authorize(
		edit?: Edit,
		presses: readonly Press[] = signInAndAllow,
		onTheWay: (url: URL) => void = () => undefined
	): Promise<void> {
		const asked = await this.message('authorize', 'authorization');
		const { url } = edit ? edit(asked) : asked;
		await this.leave('authorize', url, 'tab', asked.url);
		const back = new URL(await this.world.visit(url, presses));
		onTheWay(back);
		await this.arrive({ url: back.href }, 'redirect');
	}

	async until(step: StepId, method: 'S256' | 'plain' = 'S256'): Promise<void> {
		const visit = (url: string): Promise<string> => this.world.visit(url, signInAndAllow);
		expect(await walkTo(this, step, { visit, method })).toBeUndefined();
	}

	/** Everything up to and including the callback. */
	async untilCallback(
		changes: Partial<Configuration> = {},
		method: 'S256' | 'plain' = 'S256'
	): Promise<void> {
		await this.configure({ ...configuration, ...changes });
		await this.until('callback', method);
	}

	/** Everything up to and including the tokens. */
	async untilTokens(changes: Partial<Configuration> = {}): Promise<void> {
		await this.configure({ ...configuration, ...changes });
		await this.until('tokens');
	}

	/** What a stored trace would give is what was seen live. */
	async expectReplay(): Promise<void> {
		expect(await fold(this.trace)).toEqual(this.walk);
	}
}

/** The ids of the checks that failed. */
export const failed = (checks: readonly Check[] | undefined): string[] =>
	(checks ?? []).filter(({ status }) => status === 'fail').map(({ id }) => id);

/** The ids of the checks that the server failed in the course of an exchange. */
export const failedInside = (outcome: Outcome | undefined): string[] =>
	(outcome?.exchange.inside ?? []).flatMap(({ checks }) => failed(checks));
