/**
 * A recording of somebody else's browser becomes a trace: the messages of the flow are picked out of everything that
 * was recorded, in the order in which they went, and the fold reads them like a walk of one's own. Nothing is
 * believed: every check is made again.
 */
import { decodeToken } from '$lib/client/jws';
import { parseJsonObject, stringOf } from '$lib/client/json-body';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import { responseModes, type Configuration, type Extension } from '$lib/trace/configuration';
import type { Fact, Trace } from '$lib/trace/fact';
import { parseForm, valueOf, type Pair } from '$lib/wire/form';
import { headerOf, mediaType, type Exchange } from '$lib/wire/http';

const queryOf = (url: string): Pair[] => parseForm(/\?([^#]*)/.exec(url)?.[1] ?? '');

/** The pairs of a posted form; none for any other message. */
const formOf = ({ request: { method, headers, body } }: Exchange): Pair[] =>
	method === 'POST' && mediaType(headers) === 'application/x-www-form-urlencoded'
		? parseForm(body ?? '')
		: [];

const jsonOf = (exchange: Exchange | undefined) => {
	const body = parseJsonObject(exchange?.response?.body ?? '');
	return body.ok ? body.value : undefined;
};

const isWellKnown = (name: string, { request }: Exchange): boolean =>
	request.method === 'GET' && URL.canParse(request.url)
		? new URL(request.url).pathname.includes(`/.well-known/${name}`)
		: false;

const isAuthorization = ({ request }: Exchange): boolean => {
	const query = queryOf(request.url);
	const type = valueOf(query, 'response_type');
	return (
		request.method === 'GET' &&
		valueOf(query, 'client_id') !== undefined &&
		(type?.split(' ').includes('code') || valueOf(query, 'request_uri') !== undefined)
	);
};

/** Which message of the flow an exchange is, by what it says of itself. */
function moveOf(exchange: Exchange, apis: (url: string) => MoveId): [StepId, MoveId] | undefined {
	const form = formOf(exchange);
	const grant = valueOf(form, 'grant_type');
	if (isWellKnown('openid-configuration', exchange)) return ['configure', 'discovery'];
	if (isWellKnown('oauth-authorization-server', exchange)) return ['configure', 'oauth-metadata'];
	if (grant === 'authorization_code') return ['exchange', 'token'];
	if (grant === 'refresh_token') return ['renew', 'refresh'];
	if (valueOf(form, 'response_type') !== undefined) return ['authorize', 'par'];
	if (Array.isArray(jsonOf(exchange)?.keys)) return ['tokens', 'jwks'];
	const scheme = headerOf(exchange.request.headers, 'authorization') ?? '';
	return /^(Bearer|DPoP) /i.test(scheme) ? ['call', apis(exchange.request.url)] : undefined;
}

/** Where an answer of the authorization endpoint shows: in the address, or in the redirect that leads there. */
function callbackOf({ request, response }: Exchange, redirectUri: string): string | undefined {
	const location = headerOf(response?.headers ?? [], 'location');
	return [location, request.url].find(
		(url) => redirectUri !== '' && url?.startsWith(redirectUri) && /[?#&](code|error|response)=/.test(url)
	);
}

interface Parts {
	exchanges: readonly Exchange[];
	/** The parameters of the first authorization request, as the browser carried or pushed them. */
	asked: Pair[];
	token?: Exchange | undefined;
	metadata?: Exchange | undefined;
}

/** Parameters that are fields of a configuration, or made for each attempt; the others are free ones. */
const ours = new Set([
	...['response_type', 'client_id', 'redirect_uri', 'scope', 'audience', 'resource', 'response_mode'],
	...['state', 'nonce', 'code_challenge', 'code_challenge_method', 'dpop_jkt', 'request', 'request_uri']
]);

function issuerOf({ exchanges, asked, token, metadata }: Parts): string {
	const idToken = stringOf(jsonOf(token) ?? {}, 'id_token');
	const decoded = idToken === undefined ? undefined : decodeToken(idToken);
	const claimed = decoded?.ok ? decoded.value.claims.iss : undefined;
	const redirectUri = valueOf(asked, 'redirect_uri') ?? '';
	const callback = exchanges.map((one) => callbackOf(one, redirectUri)).find((url) => url !== undefined);
	const endpoint = (exchanges.find(isAuthorization) ?? token)?.request.url ?? '';
	return (
		stringOf(jsonOf(metadata) ?? {}, 'issuer') ??
		valueOf(queryOf(callback ?? ''), 'iss') ??
		(typeof claimed === 'string' ? claimed : undefined) ??
		(URL.canParse(endpoint) ? new URL(endpoint).origin : '')
	);
}

/** How the client of the recording authenticated. */
function authenticationOf(token: Exchange | undefined): Configuration['authentication'] {
	const form = token ? formOf(token) : [];
	if (/^Basic /i.test(headerOf(token?.request.headers ?? [], 'authorization') ?? ''))
		return 'client_secret_basic';
	if (valueOf(form, 'client_secret') !== undefined) return 'client_secret_post';
	return valueOf(form, 'client_assertion') === undefined ? 'none' : 'private_key_jwt';
}

function configurationOf(parts: Parts, apiUrl: string): Configuration {
	const { asked, token, exchanges } = parts;
	const form = token ? formOf(token) : [];
	const either = (name: string): string => valueOf(asked, name) ?? valueOf(form, name) ?? '';
	const extensions: Extension[] = [
		...(exchanges.some((one) => moveOf(one, () => 'api')?.[1] === 'par') ? (['par'] as const) : []),
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
		authentication: authenticationOf(token),
		extensions,
		extra: asked.filter(([name]) => !ours.has(name)).slice(0, 50),
		apiUrl
	};
}

/** A server that published no metadata in the recording: its document is put together from the addresses used. */
function assumedMetadata({ exchanges, token }: Parts, issuer: string, at: number): Exchange {
	const bare = (one: Exchange | undefined): string | undefined => one?.request.url.replace(/[?#].*$/s, '');
	const keys = exchanges.find((one) => Array.isArray(jsonOf(one)?.keys));
	const document = {
		issuer,
		authorization_endpoint: bare(exchanges.find(isAuthorization)),
		token_endpoint: bare(token),
		jwks_uri: bare(keys)
	};
	return {
		id: 'assumed-metadata',
		request: { method: 'GET', url: `${issuer}/.well-known/openid-configuration`, headers: [] },
		response: {
			status: 200,
			statusText: '',
			headers: [['content-type', 'application/json']],
			body: JSON.stringify(document)
		},
		at,
		ms: 0,
		via: 'pasted',
		assumed: true
	};
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
	const verifier = redemption && valueOf(formOf(redemption), 'code_verifier');
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

/** The exchanges as facts, in order; `userInfo` tells a call of UserInfo from one of an API. */
function factsOf(exchanges: readonly Exchange[], redirectUri: string, userInfo: string | undefined): Fact[] {
	const isToken = (one: Exchange): boolean => valueOf(formOf(one), 'grant_type') === 'authorization_code';
	const seen = new Set<string>();
	let pushed: Pair[] = [];
	return exchanges.flatMap((exchange, index): Fact[] => {
		const { at, request } = exchange;
		if (isAuthorization(exchange)) {
			const asked = [...queryOf(request.url), ...pushed];
			const later = exchanges.slice(index + 1);
			const next = later.findIndex(isAuthorization);
			const redemption = later.slice(0, next === -1 ? undefined : next).find(isToken);
			const left: Fact = { kind: 'left', at, step: 'authorize', url: request.url, way: 'tab' };
			return [...attemptFacts(at, asked, redemption), left, ...arrivals(exchange)];
		}
		const move = moveOf(exchange, (url) => (url === userInfo ? 'userinfo' : 'api'));
		if (move?.[1] === 'par') pushed = formOf(exchange);
		return move ? [exchanged(...move, exchange)] : arrivals(exchange);
	});

	function arrivals(exchange: Exchange): Fact[] {
		const url = callbackOf(exchange, redirectUri);
		if (url === undefined || seen.has(url)) return [];
		seen.add(url);
		return [{ kind: 'returned', at: exchange.at, step: 'callback', url, way: 'redirect' }];
	}
}

/**
 * The trace of a recording. Fails when nothing in it is a request of this flow.
 * `exchanges` come in the order in which they began.
 */
export function traceOfRecording(exchanges: readonly Exchange[]): Result<Trace, IntakeFailure> {
	const is = (wanted: MoveId) => (one: Exchange) => moveOf(one, () => 'api')?.[1] === wanted;
	const authorization = exchanges.find(isAuthorization);
	const token = exchanges.find(is('token'));
	const first = authorization ?? token ?? exchanges.find(is('refresh'));
	if (!first) return fail({ reason: 'no-flow-recorded' });
	const pushed = exchanges.find(is('par'));
	const metadata = exchanges.find((one) => is('discovery')(one) && jsonOf(one)?.issuer !== undefined);
	const asked = [...(pushed ? formOf(pushed) : []), ...queryOf(authorization?.request.url ?? '')];
	const parts = { exchanges, asked, token, metadata };
	const userInfo = stringOf(jsonOf(metadata) ?? {}, 'userinfo_endpoint');
	const api = exchanges.find((one) => is('api')(one) && one.request.url !== userInfo);
	const configuration = configurationOf(parts, api?.request.url ?? '');
	const { at } = exchanges[0] ?? first;
	const relevant = exchanges.filter((one) => one !== metadata);
	return ok([
		{ kind: 'configured', at, configuration },
		exchanged('configure', 'discovery', metadata ?? assumedMetadata(parts, configuration.issuer, at)),
		...factsOf(relevant, configuration.redirectUri, userInfo)
	]);
}
