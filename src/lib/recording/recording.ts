/**
 * A recording of somebody else's browser becomes a trace: the messages of the flow are picked out of everything that
 * was recorded, in the order in which they went, and the fold reads them like a walk of one's own. Nothing is
 * believed: every check is made again.
 */
import { responseSays } from '$lib/message/authorization-response';
import { readClientCredentials } from '$lib/message/client-authentication';
import { sentValue } from '$lib/message/token-request';
import { claimIn } from '$lib/message/jwt';
import { stringOf, type JsonObject } from '$lib/message/json-body';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import { responseModes, type Configuration, type Extension } from '$lib/trace/configuration';
import type { Fact, Trace } from '$lib/trace/fact';
import { valueOf, type Pair } from '$lib/wire/form';
import { headerOf, type Exchange } from '$lib/wire/http';
import { callbackOf, isAuthorization, jsonOf, metadataMove, moveOf, askedBy } from './recorded-message';

/** API calls that are kept, the newest: a recording may hold thousands, and one shows what the others do. */
const mostCalls = 20;

interface Parts {
	exchanges: readonly Exchange[];
	/** The parameters of the first authorization request, as the browser carried or pushed them. */
	asked: readonly Pair[];
	pushed?: Exchange | undefined;
	token?: Exchange | undefined;
	metadata: JsonObject;
}

/** Parameters that are fields of a configuration, or made for each attempt; the others are free ones. */
const ours = new Set([
	...['response_type', 'client_id', 'redirect_uri', 'scope', 'audience', 'resource', 'response_mode'],
	...['state', 'nonce', 'code_challenge', 'code_challenge_method', 'dpop_jkt', 'request', 'request_uri']
]);

function issuerOf({ exchanges, asked, token, metadata }: Parts): string {
	const redirectUri = valueOf(asked, 'redirect_uri') ?? '';
	const callback = exchanges.map((one) => callbackOf(one, redirectUri)).find((one) => one !== undefined);
	const endpoint = (exchanges.find(isAuthorization) ?? token)?.request.url ?? '';
	return (
		stringOf(metadata, 'issuer') ??
		(callback && valueOf(responseSays(callback), 'iss')) ??
		claimIn(stringOf(jsonOf(token), 'id_token') ?? '', 'iss') ??
		(URL.canParse(endpoint) ? new URL(endpoint).origin : '')
	);
}

function configurationOf(parts: Parts, apiUrl: string): Configuration {
	const { asked, pushed, token } = parts;
	const sent = (name: string) => token && sentValue(token.request, name);
	const either = (name: string): string => valueOf(asked, name) ?? sent(name) ?? '';
	const authorization = headerOf(token?.request.headers ?? [], 'authorization');
	const extensions: Extension[] = [
		...(pushed ? (['par'] as const) : []),
		...(headerOf(token?.request.headers ?? [], 'dpop') === undefined ? [] : (['dpop'] as const))
	];
	const responseMode = responseModes.find((mode) => mode === valueOf(asked, 'response_mode'));
	return {
		issuer: issuerOf(parts),
		clientId: either('client_id'),
		redirectUri: either('redirect_uri'),
		scope: either('scope'),
		audience: either('audience'),
		resource: either('resource'),
		...(responseMode === undefined ? {} : { responseMode }),
		authentication: readClientCredentials(authorization, sent).method,
		extensions,
		extra: asked.filter(([name]) => !ours.has(name)).slice(0, 50),
		apiUrl
	};
}

/** A server that published no metadata in the recording: the addresses that were used stand for it. */
function assumedMetadata({ exchanges, token, metadata }: Parts, at: number): Fact {
	const bare = (one: Exchange | undefined): string | undefined => one?.request.url.replace(/[?#].*$/s, '');
	const endpoints: [string, string | undefined][] = [
		['authorization_endpoint', bare(exchanges.find(isAuthorization))],
		['token_endpoint', bare(token)],
		['jwks_uri', bare(exchanges.find((one) => moveOf(one, metadata)?.[1] === 'jwks'))]
	];
	const used = endpoints.filter((one): one is [string, string] => one[1] !== undefined);
	return { kind: 'generated', at, step: 'configure', values: Object.fromEntries(used), from: 'recording' };
}

const exchanged = (step: StepId, move: MoveId, exchange: Exchange): Fact => ({
	kind: 'exchanged',
	at: exchange.at,
	step,
	move,
	exchange
});

/** What the client made for one attempt, as far as the recording tells: the verifier shows in its token request. */
function attemptFacts(at: number, asked: readonly Pair[], redemption: Exchange | undefined): Fact[] {
	const verifier = redemption && sentValue(redemption.request, 'code_verifier');
	const method = valueOf(asked, 'code_challenge_method') ?? 'plain';
	const state = valueOf(asked, 'state');
	return [
		...(verifier === undefined
			? []
			: ([
					{ kind: 'generated', at, step: 'verifier', values: { code_verifier: verifier } },
					{ kind: 'generated', at, step: 'challenge', values: { code_challenge_method: method } }
				] satisfies Fact[])),
		...(state === undefined
			? []
			: ([
					{
						kind: 'generated',
						at,
						step: 'authorize',
						values: { state, nonce: valueOf(asked, 'nonce') ?? '' }
					}
				] satisfies Fact[]))
	];
}

/** Where attempts begin: with a request that is pushed, or with one that the browser carries without a push before. */
function startsOf(exchanges: readonly Exchange[], metadata: JsonObject): number[] {
	let pending = false;
	return exchanges.flatMap((exchange, index): number[] => {
		if (moveOf(exchange, metadata)?.[1] === 'par') {
			pending = true;
			return [index];
		}
		if (!isAuthorization(exchange)) return [];
		const starts = pending ? [] : [index];
		pending = false;
		return starts;
	});
}

/** The exchanges as facts, in order. */
function factsOf({ exchanges, metadata }: Parts, redirectUri: string): Fact[] {
	const starts = startsOf(exchanges, metadata);
	const seen = new Set<string>();
	const isToken = (one: Exchange): boolean => sentValue(one.request, 'grant_type') === 'authorization_code';

	function begun(exchange: Exchange, index: number): Fact[] {
		if (!starts.includes(index)) return [];
		const asked = askedBy(exchange.request);
		const end = starts.find((start) => start > index);
		return attemptFacts(exchange.at, asked, exchanges.slice(index, end).find(isToken));
	}
	function authorizationResponses(exchange: Exchange): Fact[] {
		const arrived = callbackOf(exchange, redirectUri);
		const key = JSON.stringify(arrived);
		if (!arrived || seen.has(key)) return [];
		seen.add(key);
		return [{ kind: 'returned', at: exchange.at, step: 'callback', ...arrived, way: 'redirect' }];
	}
	return exchanges.flatMap((exchange, index): Fact[] => {
		const { at, request } = exchange;
		const made = begun(exchange, index);
		if (isAuthorization(exchange)) {
			const left: Fact = { kind: 'left', at, step: 'authorize', url: request.url, way: 'tab' };
			return [...made, left, ...authorizationResponses(exchange)];
		}
		const move = moveOf(exchange, metadata);
		return move ? [...made, exchanged(...move, exchange)] : authorizationResponses(exchange);
	});
}

const isMove = (fact: Fact, move: MoveId): boolean => fact.kind === 'exchanged' && fact.move === move;

/** Keys are read with the tokens that they verify, and many clients fetch them at their start: they go behind. */
function withKeysBehindTokens(facts: readonly Fact[]): Fact[] {
	const keys = facts.findLast((fact) => isMove(fact, 'jwks'));
	const others = facts.filter((fact) => !isMove(fact, 'jwks'));
	const token = others.findLastIndex((fact) => isMove(fact, 'token'));
	return keys && token !== -1 ? others.toSpliced(token + 1, 0, keys) : others;
}

function withNewestCalls(facts: readonly Fact[]): Fact[] {
	const calls = facts.filter((fact) => isMove(fact, 'api'));
	const dropped = new Set(calls.slice(0, -mostCalls));
	return facts.filter((fact) => !dropped.has(fact));
}

/**
 * The trace of a recording. Fails when nothing in it is a request of this flow.
 * `exchanges` come in the order in which they began.
 */
export function traceOfRecording(exchanges: readonly Exchange[]): Result<Trace, IntakeFailure> {
	const document = exchanges.find((one) => metadataMove(one) && jsonOf(one).issuer !== undefined);
	const metadata = jsonOf(document);
	const is = (wanted: MoveId) => (one: Exchange) => moveOf(one, metadata)?.[1] === wanted;
	const authorization = exchanges.find(isAuthorization);
	const token = exchanges.find(is('token'));
	const first = authorization ?? token ?? exchanges.find(is('refresh'));
	if (!first) return fail({ reason: 'no-flow-recorded' });
	const pushed = exchanges.find(is('par'));
	const asked = [pushed, authorization].flatMap((one) => (one ? askedBy(one.request) : []));
	const parts = { exchanges: exchanges.filter((one) => one !== document), asked, pushed, token, metadata };
	const configuration = configurationOf(parts, exchanges.find(is('api'))?.request.url ?? '');
	const { at } = exchanges[0] ?? first;
	const facts = factsOf(parts, configuration.redirectUri);
	const move = (document && metadataMove(document)) ?? 'discovery';
	return ok([
		{ kind: 'configured', at, configuration },
		document ? exchanged('configure', move, document) : assumedMetadata(parts, at),
		...withNewestCalls(withKeysBehindTokens(facts))
	]);
}
