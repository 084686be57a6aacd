/**
 * A recording of somebody else's browser becomes a trace: the messages of the flow are picked out of everything that
 * was recorded, in the order in which they went, and the fold reads them like a walk of one's own. Nothing is
 * believed: every check is made again.
 */
import { responseSays } from '$lib/message/authorization-response';
import { readClientCredentials } from '$lib/message/client-authentication';
import { stringOf } from '$lib/message/json-body';
import { claimIn } from '$lib/message/jwt';
import { sentValue } from '$lib/message/token-request';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { Configuration } from '$lib/trace/configuration';
import { responseModes, type Extension } from '$lib/trace/configuration-choices';
import type { Fact, Trace } from '$lib/trace/fact';
import { valueOf } from '$lib/wire/form';
import { headerOf, type Exchange } from '$lib/wire/http';
import {
	attemptsIn,
	exchangeOf,
	isMove,
	keySetsIn,
	lacksAuthorization,
	type Recorded,
	type RecordedAttempt
} from './recorded-attempts';
import { address, jsonOf, metadataMove } from './recorded-message';
import { isForeignMark } from '$lib/lexicon/removed';
import { onlyKnown } from '$lib/lexicon/only-known';

/** API calls that are kept, the newest: a recording may hold thousands, and one shows what the others do. */
const mostCalls = 20;

/** Parameters that are fields of a configuration, or made for each attempt; the others are free ones. */
const ours = new Set([
	...['response_type', 'client_id', 'redirect_uri', 'scope', 'audience', 'resource', 'response_mode'],
	...['state', 'nonce', 'code_challenge', 'code_challenge_method', 'dpop_jkt', 'request', 'request_uri']
]);

const authorizationOf = ({ messages }: RecordedAttempt): Exchange | undefined =>
	messages.find(({ kind }) => kind === 'authorization')?.exchange;

/** The message that redeems: of the code or, where none was recorded, of the refresh token. */
const redemptionOf = (attempt: RecordedAttempt): Exchange | undefined =>
	exchangeOf(attempt, 'token') ?? exchangeOf(attempt, 'refresh');

function issuerOf(attempt: RecordedAttempt): string {
	const token = redemptionOf(attempt);
	const said = attempt.messages.flatMap((one) =>
		one.kind !== 'move' && one.callback ? responseSays(one.callback) : []
	);
	const endpoint = (authorizationOf(attempt) ?? token)?.request.url ?? '';
	return (
		stringOf(jsonOf(attempt.document), 'issuer') ??
		valueOf(said, 'iss') ??
		claimIn(stringOf(jsonOf(token), 'id_token') ?? '', 'iss') ??
		(URL.canParse(endpoint) ? new URL(endpoint).origin : '')
	);
}

function configurationOf(attempt: RecordedAttempt, isBare: boolean): Configuration {
	const { asked } = attempt;
	const token = redemptionOf(attempt);
	const sent = (name: string): string | undefined => token && sentValue(token.request, name);
	const either = (name: string): string => valueOf(asked, name) ?? sent(name) ?? '';
	const authorization = headerOf(token?.request.headers ?? [], 'authorization');
	const credentials = readClientCredentials(authorization, sent);
	const extensions: Extension[] = [
		...(exchangeOf(attempt, 'par') ? (['par'] as const) : []),
		...(headerOf(token?.request.headers ?? [], 'dpop') === undefined ? [] : (['dpop'] as const))
	];
	const responseMode = responseModes.find((mode) => mode === valueOf(asked, 'response_mode'));
	return {
		issuer: issuerOf(attempt),
		clientId: valueOf(asked, 'client_id') ?? credentials.clientId ?? '',
		redirectUri: either('redirect_uri'),
		scope: either('scope'),
		audience: either('audience'),
		resource: either('resource'),
		...onlyKnown({ responseMode }),
		// A file without the header does not tell whether one was sent.
		...(isBare && credentials.method === 'none' ? {} : { authentication: credentials.method }),
		extensions,
		extra: asked.filter(([name]) => !ours.has(name)).slice(0, 50),
		apiUrl: exchangeOf(attempt, 'api')?.request.url ?? ''
	};
}

const originOf = (one: Exchange | undefined): string | undefined =>
	one && URL.canParse(one.request.url) ? new URL(one.request.url).origin : undefined;

/** A server that published no metadata in the recording: the addresses that were used stand for it, if any were. */
function assumedMetadata(attempt: RecordedAttempt, keySets: readonly Exchange[], at: number): Fact[] {
	const addressOf = (one: Exchange | undefined): string | undefined => one && address(one.request.url);
	const origin = originOf(authorizationOf(attempt) ?? redemptionOf(attempt));
	const keys = keySets.find((one) => originOf(one) === origin);
	const endpoints: [string, string | undefined][] = [
		['authorization_endpoint', addressOf(authorizationOf(attempt))],
		['token_endpoint', addressOf(redemptionOf(attempt))],
		['jwks_uri', addressOf(keys)]
	];
	const used = endpoints.filter((one): one is [string, string] => one[1] !== undefined);
	return used.length === 0
		? []
		: [{ kind: 'generated', at, step: 'configure', values: Object.fromEntries(used), from: 'recording' }];
}

/** What the client made for one attempt, as far as the recording tells: the verifier shows in its token request. */
function madeFor(attempt: RecordedAttempt, at: number): Fact[] {
	const { asked } = attempt;
	const token = exchangeOf(attempt, 'token');
	const sent = token && sentValue(token.request, 'code_verifier');
	// One that was taken out is not known, as if it had not been recorded.
	const verifier = sent === undefined || isForeignMark(sent) ? undefined : sent;
	const state = valueOf(asked, 'state');
	// RFC 7636 §4.3: a request without a method has a plain challenge. Of one that was not recorded the method is not known.
	const challenged = { code_challenge_method: valueOf(asked, 'code_challenge_method') ?? 'plain' };
	const verifiers: Fact[] =
		verifier === undefined
			? []
			: [{ kind: 'generated', at, step: 'verifier', values: { code_verifier: verifier } }];
	if (verifier !== undefined && asked.length > 0)
		verifiers.push({ kind: 'generated', at, step: 'challenge', values: challenged });
	const values = { state: state ?? '', nonce: valueOf(asked, 'nonce') ?? '' };
	return state === undefined
		? verifiers
		: [...verifiers, { kind: 'generated', at, step: 'authorize', values }];
}

function factsOf(one: Recorded): Fact[] {
	const { at, request } = one.exchange;
	const form = request.method === 'POST' ? { body: request.body ?? '' } : {};
	if (one.kind === 'move') {
		const { step, move, exchange } = one;
		return [{ kind: 'exchanged', at, step, move, exchange }];
	}
	const left: Fact[] =
		one.kind === 'authorization'
			? [{ kind: 'left', at, step: 'authorize', url: request.url, ...form, way: 'tab' }]
			: [];
	const returned: Fact[] = one.callback
		? [{ kind: 'returned', at, step: 'callback', ...one.callback, way: 'redirect' }]
		: [];
	return [...left, ...returned];
}

/** A message with the place of its attempt. */
interface Placed {
	of: number;
	one: Recorded;
}

/**
 * All messages in the order in which they went. Keys are read with the tokens that they verify, and many clients fetch
 * them at their start: they go behind the first token response.
 */
function inOrder(
	attempts: readonly RecordedAttempt[],
	exchanges: readonly Exchange[],
	keySets: readonly Exchange[]
): Placed[] {
	const order = new Map(exchanges.map((exchange, index) => [exchange, index]));
	const all = attempts
		.flatMap(({ messages }, of) => messages.map((one): Placed => ({ of, one })))
		.sort((a, b) => (order.get(a.one.exchange) ?? 0) - (order.get(b.one.exchange) ?? 0));
	const calls = all.filter(({ one }) => isMove(one, 'api'));
	const dropped = new Set(calls.slice(0, -mostCalls));
	const kept = all.filter((placed) => !dropped.has(placed));
	const first = kept.findIndex(({ one }) => isMove(one, 'token'));
	const of = kept[first]?.of ?? 0;
	const keys = keySets.map((exchange): Placed => ({
		of,
		one: { kind: 'move', exchange, step: 'tokens', move: 'jwks' }
	}));
	return first === -1 ? [...kept, ...keys] : kept.toSpliced(first + 1, 0, ...keys);
}

/**
 * The trace of a recording: each attempt with its own client, at its own server. Fails when nothing in it is a request
 * of this flow. `exchanges` come in the order in which they began.
 */
export const traceOfRecording = (exchanges: readonly Exchange[]): Result<Trace, IntakeFailure> =>
	traceOfAttempts(attemptsIn(exchanges), exchanges);

/** The same, where it is known which attempts these exchanges are of. */
export function traceOfAttempts(
	attempts: readonly RecordedAttempt[],
	exchanges: readonly Exchange[]
): Result<Trace, IntakeFailure> {
	const start = exchanges[0]?.at;
	if (attempts.length === 0 || start === undefined) return fail({ reason: 'no-flow-recorded' });
	const keySets = keySetsIn(exchanges);
	const isBare = lacksAuthorization(exchanges);
	const messages = inOrder(attempts, exchanges, keySets);
	const begun: number[] = [];
	const shown = new Set<Exchange>();
	let current = 0;

	function begin(of: number, at: number): Fact[] {
		const attempt = attempts[of];
		if (!attempt || begun.includes(of)) return [];
		begun.push(of);
		const { document } = attempt;
		const isShown = document !== undefined && shown.has(document);
		if (document) shown.add(document);
		const move = (document && metadataMove(document)) ?? 'discovery';
		const metadata: Fact[] = document
			? [{ kind: 'exchanged', at: document.at, step: 'configure', move, exchange: document }]
			: assumedMetadata(attempt, keySets, at);
		return [
			{ kind: 'configured', at, configuration: configurationOf(attempt, isBare), from: 'recording' },
			...(isShown ? [] : metadata),
			...madeFor(attempt, at)
		];
	}
	/** The fold counts attempts in the order in which they begin. */
	function turn(of: number, at: number): Fact[] {
		const attempt = begun.indexOf(of);
		if (attempt === current) return [];
		current = attempt;
		return [{ kind: 'opened', at, attempt }];
	}

	return ok(
		messages.flatMap(({ of, one }, index): Fact[] => {
			const at = index === 0 ? start : one.exchange.at;
			const made = begin(of, at);
			if (made.length > 0) current = begun.length - 1;
			return [...made, ...turn(of, at), ...factsOf(one)];
		})
	);
}
