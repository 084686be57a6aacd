/**
 * Which messages of a recording belong together. A browser may sign in several times, with several clients, at several
 * servers, and in two tabs at once: what ties a message to its attempt is what only that attempt has, its `state`, its
 * code and its tokens. Where nothing tells, it is of the newest attempt.
 */
import { pushSays, referenceIn, requestParameters, requestSays } from '$lib/message/authorization-request';
import { responseSays, stateOfResponse } from '$lib/message/authorization-response';
import { stringOf } from '$lib/message/json-body';
import { claimIn } from '$lib/message/jwt';
import { sentValue } from '$lib/message/token-request';
import { areComparable, isForeignMark, isOfNoValue } from '$lib/lexicon/removed';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { CallbackMessage } from '$lib/trace/fact';
import { valueOf, type Pair } from '$lib/wire/form';
import { headerOf, type Exchange, type HttpRequest } from '$lib/wire/http';
import {
	address,
	callbackOf,
	isAuthorization,
	isBareCall,
	jsonOf,
	metadataMove,
	moveOf
} from './recorded-message';

/** One message, and what it is. */
export type Recorded =
	| { kind: 'authorization'; exchange: Exchange; callback?: CallbackMessage }
	| { kind: 'callback'; exchange: Exchange; callback: CallbackMessage }
	| { kind: 'move'; exchange: Exchange; step: StepId; move: MoveId };

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
}

export const isMove = (one: Recorded, move: MoveId): boolean => one.kind === 'move' && one.move === move;

export const exchangeOf = ({ messages }: RecordedAttempt, move: MoveId): Exchange | undefined =>
	messages.find((one) => isMove(one, move))?.exchange;

/** The code or the tokens in a message. They come in these alone: a recording has thousands of other answers. */
function givenIn(one: Recorded): (string | undefined)[] {
	if (one.kind !== 'move') return [one.callback && valueOf(responseSays(one.callback), 'code')];
	if (one.move !== 'token' && one.move !== 'refresh') return [];
	const answer = jsonOf(one.exchange);
	return ['access_token', 'refresh_token', 'id_token'].map((name) => stringOf(answer, name));
}

/** Puts a message to its attempt, with what other messages will be known by. */
function put(attempt: RecordedAttempt, one: Recorded): void {
	attempt.messages.push(one);
	for (const value of givenIn(one)) {
		if (value === undefined) continue;
		attempt.given.add(value);
		const audience = claimIn(value, 'aud');
		if (audience !== undefined) attempt.audiences.add(audience);
	}
}

/** RFC 9126 §4: the request that carries the reference which the push was given. */
function pushedBefore(
	attempts: readonly RecordedAttempt[],
	request: HttpRequest
): RecordedAttempt | undefined {
	const reference = referenceIn(request);
	if (reference === undefined) return undefined;
	return attempts.findLast((one) => stringOf(jsonOf(exchangeOf(one, 'par')), 'request_uri') === reference);
}

const originOf = (url = ''): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

/** Of attempts that are open at once, that with this redirect URI or, where nobody knows it, at this server. */
function likeliest(
	attempts: readonly RecordedAttempt[],
	redirectUri: string,
	url: string
): RecordedAttempt | undefined {
	const isAt = ({ asked }: RecordedAttempt): boolean =>
		!isForeignMark(redirectUri) && address(valueOf(asked, 'redirect_uri') ?? '') === address(redirectUri);
	const isOf = ({ messages }: RecordedAttempt): boolean =>
		originOf(messages.find(({ kind }) => kind === 'authorization')?.exchange.request.url) === originOf(url);
	return attempts.findLast(isAt) ?? attempts.findLast(isOf) ?? attempts.at(-1);
}

/** The attempt of a message of this move, by what it carries. Undefined: nothing tells. */
function ownerOf(
	attempts: readonly RecordedAttempt[],
	exchange: Exchange,
	move: MoveId
): RecordedAttempt | undefined {
	const sent = (name: string): string | undefined => sentValue(exchange.request, name);
	const client = sent('client_id');
	const givenTo = (value: string | undefined): RecordedAttempt | undefined =>
		value === undefined || isOfNoValue(value)
			? undefined
			: attempts.findLast(({ given }) => given.has(value));
	const isOfClient = ({ asked }: RecordedAttempt): boolean => {
		const other = valueOf(asked, 'client_id');
		return client === undefined || other === client || !areComparable(client, other ?? '');
	};
	const redirectUri = sent('redirect_uri') ?? '';
	switch (move) {
		case 'token': {
			const own = attempts.filter(isOfClient);
			const open = own.filter((one) => !exchangeOf(one, 'token'));
			const code = sent('code');
			const known = givenTo(code) ?? likeliest(open, redirectUri, exchange.request.url);
			// A code of which nothing is known is that of a sign-in that there is, though it may have been sent before.
			return known ?? (code === undefined || isOfNoValue(code) ? own.at(-1) : undefined);
		}
		case 'refresh':
			return givenTo(sent('refresh_token')) ?? attempts.findLast(isOfClient);
		case 'introspection':
		case 'revocation':
			return givenTo(sent('token')) ?? attempts.at(-1);
		default: {
			const token = headerOf(exchange.request.headers, 'authorization')?.replace(/^\S+\s+/, '');
			return givenTo(token) ?? attempts.at(-1);
		}
	}
}

/** What a push asks for, as far as it can be read. */
const pushedBy = (request: HttpRequest): readonly Pair[] => pushSays(request) ?? requestParameters(request);

/** A page of the server posts what it was asked to the next one: the browser has asked elsewhere. */
const isCarriedOn = ({ messages }: RecordedAttempt, request: HttpRequest): boolean =>
	request.method === 'POST' &&
	messages.some(
		({ kind, exchange }) => kind === 'authorization' && address(exchange.request.url) !== address(request.url)
	);

/** The document whose endpoints an attempt used; without one, that of the same origin. */
function documentOf(documents: readonly Exchange[], attempt: RecordedAttempt): Exchange | undefined {
	const authorization = attempt.messages.find(({ kind }) => kind === 'authorization')?.exchange;
	const used = [
		authorization,
		exchangeOf(attempt, 'token'),
		exchangeOf(attempt, 'par'),
		exchangeOf(attempt, 'refresh')
	].flatMap((one) => (one ? [address(one.request.url)] : []));
	const names = ['authorization_endpoint', 'token_endpoint', 'pushed_authorization_request_endpoint'];
	const has = (document: Exchange): boolean =>
		names.some((name) => used.includes(stringOf(jsonOf(document), name) ?? ''));
	const isNear = (document: Exchange): boolean => {
		const issuer = stringOf(jsonOf(document), 'issuer') ?? '';
		const isThere = (url: string): boolean =>
			URL.canParse(url) && new URL(url).origin === new URL(issuer).origin;
		return URL.canParse(issuer) && used.some(isThere);
	};
	return documents.findLast(has) ?? documents.findLast(isNear);
}

/** What a server publishes is of no single attempt. */
const ofServer: ReadonlySet<MoveId> = new Set(['discovery', 'oauth-metadata', 'jwks']);

/** The key sets of a recording: of each address the newest. */
export function keySetsIn(exchanges: readonly Exchange[]): Exchange[] {
	const metadata = documentsIn(exchanges).map(jsonOf);
	const sets = exchanges.filter((one) => moveOf(one, metadata)?.[1] === 'jwks');
	return [...new Map(sets.map((one) => [one.request.url, one])).values()];
}

/** The metadata documents of a recording. */
export const documentsIn = (exchanges: readonly Exchange[]): Exchange[] =>
	exchanges.filter((one) => metadataMove(one) && stringOf(jsonOf(one), 'issuer') !== undefined);

/** Whether no message of a file has the header in which tokens and secrets go: the export left it out of all. */
export const lacksAuthorization = (exchanges: readonly Exchange[]): boolean =>
	exchanges.every(({ request }) => headerOf(request.headers, 'authorization') === undefined);

/** `exchanges` come in the order in which they began; so do the attempts, and the messages of each. */
export function attemptsIn(exchanges: readonly Exchange[]): RecordedAttempt[] {
	const documents = documentsIn(exchanges);
	const metadata = documents.map(jsonOf);
	const attempts: RecordedAttempt[] = [];
	const seen = new Set<string>();
	const isBare = lacksAuthorization(exchanges);

	function begin(asked: readonly Pair[]): RecordedAttempt {
		const named = asked.filter(([name]) => name === 'audience' || name === 'resource');
		const audiences = new Set(named.map(([, value]) => value));
		const attempt: RecordedAttempt = { asked, messages: [], given: new Set(), audiences };
		attempts.push(attempt);
		return attempt;
	}
	/** A callback shows twice: in the redirect that leads there, and where it is opened. It counts once. */
	function callbackIn(exchange: Exchange): CallbackMessage | undefined {
		const uris = new Set(attempts.map(({ asked }) => valueOf(asked, 'redirect_uri') ?? ''));
		const callback = [...uris].map((uri) => callbackOf(exchange, uri)).find((one) => one !== undefined);
		// Where every code has the same mark, it is the same answer only while nobody has asked anew.
		const isNamed = !callback || !responseSays(callback).some(([, value]) => isOfNoValue(value));
		const key = JSON.stringify([callback, isNamed ? undefined : attempts.length]);
		if (!callback || seen.has(key)) return undefined;
		seen.add(key);
		return callback;
	}
	const byState = (state: string | undefined): RecordedAttempt | undefined =>
		!state || isOfNoValue(state)
			? undefined
			: attempts.findLast(({ asked }) => valueOf(asked, 'state') === state);

	function sort(exchange: Exchange): void {
		if (documents.includes(exchange)) return;
		if (isAuthorization(exchange, metadata)) {
			const { request } = exchange;
			const asked = requestSays(request) ?? requestParameters(request);
			const known = pushedBefore(attempts, request) ?? byState(valueOf(asked, 'state'));
			if (known && isCarriedOn(known, request)) return;
			const attempt = known ?? begin(asked);
			const callback = callbackIn(exchange);
			put(attempt, { kind: 'authorization', exchange, ...(callback ? { callback } : {}) });
			return;
		}
		const found = moveOf(exchange, metadata);
		if (!found) {
			const callback = callbackIn(exchange);
			const attempt = callback
				? (byState(stateOfResponse(callback)) ?? likeliest(attempts, callback.url, exchange.request.url))
				: attempts.at(-1);
			if (!attempt) return;
			if (callback) put(attempt, { kind: 'callback', exchange, callback });
			else if (isBare && isBareCall(exchange, [...attempt.audiences]))
				put(attempt, { kind: 'move', exchange, step: 'call', move: 'api' });
			return;
		}
		const [step, move] = found;
		if (ofServer.has(move)) return;
		const begins = move === 'par' || move === 'token' || move === 'refresh';
		const owner = move === 'par' ? undefined : ownerOf(attempts, exchange, move);
		const attempt = owner ?? (begins ? begin(move === 'par' ? pushedBy(exchange.request) : []) : undefined);
		if (attempt) put(attempt, { kind: 'move', exchange, step, move });
	}

	exchanges.forEach(sort);
	for (const attempt of attempts) attempt.document = documentOf(documents, attempt);
	return attempts;
}
