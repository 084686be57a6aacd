/** The attempts of a recording while it is sorted, and what each of them is known by. */
import { isSilentRequest } from '$lib/message/authorization-request';
import { responseSays } from '$lib/message/authorization-response';
import { stringOf } from '$lib/message/json-body';
import { sentValue } from '$lib/message/token-request';
import { areComparable, isForeignMark, isOfNoValue } from '$lib/lexicon/removed';
import { claimIn } from '$lib/message/jwt';
import type { BesideKind } from '$lib/lexicon/besides';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { CallbackMessage } from '$lib/trace/fact';
import { valueOf, type Pair } from '$lib/wire/form';
import type { Exchange } from '$lib/wire/http';
import { withBesides } from './recorded-hops';
import { likeness, normal, type Came } from './recorded-callback';
import { jsonOf, originOf } from './recorded-message';

/**
 * One message, and what it is. `after`: it shows only in what came then, and is no entry of its own. `opened`: the exchange
 * in which an answer was opened. `beside`: no message of the flow.
 */
export type Recorded =
	| { kind: 'authorization'; exchange: Exchange; after?: Exchange | undefined }
	| { kind: 'callback'; exchange: Exchange; callback: CallbackMessage; opened?: Exchange | undefined }
	| { kind: 'move'; exchange: Exchange; step: StepId; move: MoveId }
	| { kind: 'beside'; exchange: Exchange; step: StepId; what: BesideKind };

export interface RecordedAttempt {
	/** The parameters of its authorization request, as the browser carried or pushed them. */
	asked: readonly Pair[];
	messages: Recorded[];
	/** The codes and tokens that it was given. */
	given: Set<string>;
	/** What its tokens are for. */
	audiences: Set<string>;
	/** What its server published, where that was recorded. */
	document?: Exchange | undefined;
	/** Nobody saw it: it went on in a frame, or might ask nothing. */
	silent?: boolean;
}

export interface Growing extends RecordedAttempt {
	/** Its place in the order in which they began. */
	place: number;
	client: string | undefined;
	uri: string;
	authorization?: Exchange;
	/** Of its server, and of what that led to. */
	origins: Set<string>;
	/** Addresses that its server led to. */
	led: Set<string>;
	answers: Map<string, { message: Extract<Recorded, { kind: 'callback' }>; score: number }>;
	/** The attempt that it serves. */
	within?: Growing;
	besides: number;
}

export const isMove = (one: Recorded, move: MoveId): boolean => one.kind === 'move' && one.move === move;

export const exchangeOf = ({ messages }: RecordedAttempt, move: MoveId): Exchange | undefined =>
	messages.find((one) => isMove(one, move))?.exchange;

/** The code or the tokens in a message, and the refresh token that is sent. A recording has thousands of other answers. */
function givenIn(one: Recorded): (string | undefined)[] {
	if (one.kind === 'callback') {
		const says = responseSays(one.callback);
		return ['code', 'access_token', 'id_token'].map((name) => valueOf(says, name) || undefined);
	}
	if (one.kind !== 'move' || (one.move !== 'token' && one.move !== 'refresh')) return [];
	const answer = jsonOf(one.exchange);
	return [
		...['access_token', 'refresh_token', 'id_token'].map((name) => stringOf(answer, name)),
		...['code', 'refresh_token'].map((name) => sentValue(one.exchange.request, name))
	];
}

/** Attempts that wait for an answer; older ones are abandoned. */
const mostOpen = 8;
/** How far back a message looks for the attempt that it may be of. */
const farthest = 50;

const isSame = (one: readonly Pair[], other: readonly Pair[], name: string): boolean => {
	const [here, there] = [valueOf(one, name), valueOf(other, name)];
	return here === undefined || there === undefined || here === there;
};

export class Register {
	readonly attempts: Growing[] = [];
	/** Origins of authorization endpoints. */
	readonly servers = new Set<string>();
	/** Those that wait for an answer, the newest last. */
	readonly open: Growing[] = [];
	readonly #byState = new Map<string, Growing[]>();
	readonly #byUrl = new Map<string, Growing>();
	readonly #byGiven = new Map<string, Growing>();
	readonly #byKey = new Map<string, Growing>();
	readonly #byReference = new Map<string, Growing>();
	/** Answers whose fragment no request shows, by the address that is opened with them. */
	readonly #awaited = new Map<string, Extract<Recorded, { kind: 'callback' }>>();

	begin(asked: readonly Pair[]): Growing {
		const of = (name: string): string | undefined => valueOf(asked, name) || undefined;
		const named = asked.filter(([name]) => name === 'audience' || name === 'resource');
		const audiences = new Set(named.map(([, value]) => value));
		const attempt: Growing = {
			...{ asked, messages: [], given: new Set(), audiences, place: this.attempts.length, besides: 0 },
			...{ client: of('client_id'), uri: of('redirect_uri') ?? '' },
			...{ origins: new Set(), led: new Set(), answers: new Map() }
		};
		this.attempts.push(attempt);
		const state = of('state');
		for (const one of new Set([state, normal(state)]))
			if (one !== undefined && !isOfNoValue(one))
				this.#byState.set(one, [...(this.#byState.get(one) ?? []).slice(-20), attempt]);
		return attempt;
	}

	/** Puts a message to its attempt, with what other messages will be known by. */
	put(attempt: Growing, one: Recorded): void {
		attempt.messages.push(one);
		for (const value of givenIn(one)) {
			if (value === undefined || isOfNoValue(value)) continue;
			attempt.given.add(value);
			const audience = claimIn(value, 'aud');
			if (audience !== undefined) attempt.audiences.add(audience);
			this.#byGiven.set(value, attempt);
		}
		if (one.kind !== 'move') return;
		attempt.client ??= sentValue(one.exchange.request, 'client_id');
		const reference = one.move === 'par' ? stringOf(jsonOf(one.exchange), 'request_uri') : undefined;
		if (reference !== undefined) this.#byReference.set(reference, attempt);
	}

	/** The attempt leaves for the server. */
	asks(attempt: Growing, exchange: Exchange, after?: Exchange): void {
		attempt.authorization = exchange;
		attempt.silent = isSilentRequest(exchange.request, attempt.asked);
		const { url } = exchange.request;
		const origin = originOf(url);
		if (origin !== undefined) {
			attempt.origins.add(origin);
			this.servers.add(origin);
		}
		this.#byUrl.set(url, attempt);
		this.put(attempt, { kind: 'authorization', exchange, after });
		this.open.push(attempt);
		if (this.open.length > mostOpen) this.open.shift();
	}

	/** Another message is the request; the one that was taken for it led there. */
	swap(attempt: Growing, exchange: Exchange): void {
		const at = attempt.messages.findIndex(({ kind }) => kind === 'authorization');
		const [old] = attempt.messages.splice(at, 1, { kind: 'authorization', exchange });
		if (old)
			attempt.messages.push({ kind: 'beside', exchange: old.exchange, step: 'authorize', what: 'redirect' });
		attempt.authorization = exchange;
		const origin = originOf(exchange.request.url);
		if (origin !== undefined) attempt.origins.add(origin);
	}

	/** An answer shows several times: where it leads, and where it is opened. It counts once, as it is best seen. */
	answer(attempt: Growing, { callback, way, key }: Came, exchange: Exchange): void {
		const near = likeness(callback.url, attempt.uri);
		const score = Math.min(near, 2) * 2 + (way === 'opened' ? 1 : 0);
		const opened = way === 'opened' ? exchange : undefined;
		const known = attempt.answers.get(key);
		if (!known) {
			const message = { kind: 'callback' as const, exchange, callback, opened };
			attempt.answers.set(key, { message, score });
			this.#byKey.set(key, attempt);
			this.put(attempt, message);
			if (way === 'led' && callback.url.includes('#'))
				this.#awaited.set(callback.url.replace(/#.*$/s, ''), message);
		} else if (score > known.score && !exchangeOf(attempt, 'token')) {
			const isWhole = !known.message.callback.url.startsWith(`${callback.url}#`);
			Object.assign(known.message, { exchange, opened, ...(isWhole ? { callback } : {}) });
			known.score = score;
		}
		const at = this.open.indexOf(attempt);
		if (at !== -1) this.open.splice(at, 1);
	}

	/** Whether this opens the page that an answer in a fragment leads to. */
	opens(exchange: Exchange): boolean {
		const message = this.#awaited.get(exchange.request.url);
		if (!message || message.opened || exchange.request.method !== 'GET') return false;
		Object.assign(message, { exchange, opened: exchange });
		return true;
	}

	pushedBefore = (reference: string | undefined): Growing | undefined =>
		reference === undefined ? undefined : this.#byReference.get(reference);

	/** The attempt that asked the same before: a page of the server carries it on, or the person went back. */
	askedBefore(asked: readonly Pair[], url: string): Growing | undefined {
		const state = valueOf(asked, 'state');
		if (!state || isOfNoValue(state)) {
			const known = this.#byUrl.get(url);
			return known && this.open.includes(known) ? known : undefined;
		}
		const names = ['client_id', 'code_challenge', 'nonce', 'redirect_uri'];
		const isTold = ['code_challenge', 'nonce'].some((name) => valueOf(asked, name) !== undefined);
		return this.#byState
			.get(state)
			?.findLast(
				(one) => names.every((name) => isSame(asked, one.asked, name)) && (isTold || one.answers.size === 0)
			);
	}

	/** The one of this state that waits for an answer; else the newest. */
	byState(state: string | undefined): Growing | undefined {
		const all = state === undefined ? undefined : this.#byState.get(state);
		return all?.findLast(({ answers }) => answers.size === 0) ?? all?.at(-1);
	}

	givenTo = (value: string | undefined): Growing | undefined =>
		value === undefined ? undefined : this.#byGiven.get(value);

	answered = (key: string): Growing | undefined => this.#byKey.get(key);

	newestOf(client: string | undefined, isRight: (one: Growing) => boolean): Growing | undefined {
		const isOfClient = (one: Growing): boolean =>
			client === undefined || one.client === client || !areComparable(client, one.client ?? '');
		return this.attempts.slice(-farthest).findLast((one) => isOfClient(one) && isRight(one) && !one.within);
	}

	/** Of the sign-ins that have redeemed nothing, that with this redirect URI or, where nobody knows it, at this server. */
	likeliest(client: string | undefined, redirectUri: string, url: string): Growing | undefined {
		const isOpen = (one: Growing): boolean => !exchangeOf(one, 'token');
		const isAt = (one: Growing): boolean =>
			isOpen(one) && !isForeignMark(redirectUri) && likeness(redirectUri, one.uri) >= 2;
		const isOf = (one: Growing): boolean =>
			isOpen(one) &&
			one.authorization !== undefined &&
			originOf(one.authorization.request.url) === originOf(url);
		return this.newestOf(client, isAt) ?? this.newestOf(client, isOf) ?? this.newestOf(client, isOpen);
	}

	newest = (isRight: (one: Growing) => boolean = () => true): Growing | undefined =>
		this.newestOf(undefined, isRight);

	/** The attempts as they are told: what only serves one of them stands beside it. */
	whole(exchanges: readonly Exchange[], unseen: readonly Exchange[]): RecordedAttempt[] {
		return withBesides(this.attempts, exchanges, unseen);
	}
}
