/** Which message of the flow an exchange of a recording is, by what it says of itself and by what the metadata names. */
import { isForm } from '$lib/message/form-body';
import { requestParameters, requestSays } from '$lib/message/authorization-request';
import { isJsonObject, parseJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import { sentPairs, sentValue } from '$lib/message/token-request';
import { removalOf } from '$lib/lexicon/removed';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import { valueOf, type Pair } from '$lib/wire/form';
import { headerOf, mediaType, type Exchange, type HttpRequest } from '$lib/wire/http';

/** The JSON object of an answer; an empty one where there is none. */
export function jsonOf(exchange: Exchange | undefined): JsonObject {
	const body = parseJsonObject(exchange?.response?.body ?? '');
	return body.ok ? body.value : {};
}

export const address = (url: string): string => url.replace(/[?#].*$/s, '');

/** Undefined: it has none that could be compared. */
export function originOf(url: string | undefined): string | undefined {
	if (url === undefined || !URL.canParse(url)) return undefined;
	const { origin } = new URL(url);
	return origin === 'null' ? undefined : origin;
}

const isSameOrigin = (url: string, other: string | undefined): boolean =>
	originOf(url) !== undefined && originOf(url) === originOf(other);

/** Where an answer leads the browser. */
export function leadsTo({ request, response }: Exchange): string | undefined {
	const location = response && headerOf(response.headers, 'location');
	if (location === undefined || URL.canParse(location)) return location;
	return URL.canParse(location, request.url) ? new URL(location, request.url).href : location;
}

/** What the browser is shown, or where it is sent on: the answer to a navigation, and to nothing that a client sends. */
export const isPage = ({ response }: Exchange): boolean =>
	response !== undefined &&
	((response.status >= 300 && response.status < 400) || mediaType(response.headers) === 'text/html');

/** What a request to the authorization endpoint asks for, also where it came as no form. */
export const askedBy = (request: HttpRequest): readonly Pair[] => {
	const own = requestSays(request) ?? requestParameters(request);
	return own.length > 0 || request.method !== 'POST' ? own : sentPairs(request);
};

/** Names that such an endpoint has where no metadata tells. */
const likeEndpoint = /\/(?:authoriz\w{1,6}|oauth2?\/(?:v\d\/)?auth|openid-connect\/auth)\/?$/i;
const telling = ['client_id', 'redirect_uri', 'code_challenge', 'state', 'scope', 'response_type'];

/** A request that lacks what makes it one is one all the same where it goes to the endpoint. */
function isIncomplete(pairs: readonly Pair[], isThere: boolean): boolean {
	const has = (name: string): boolean => valueOf(pairs, name) !== undefined;
	return isThere && has('redirect_uri') && telling.filter(has).length >= 3;
}

/**
 * The authorization endpoint with a request to it, whole, signed, or pushed before: in the address, or in a form (OIDC Core
 * §3.1.2.1). A form goes to many places: to the endpoint that the metadata names or, without any, where a page answers it.
 */
export function isAuthorization(exchange: Exchange, metadata: readonly JsonObject[]): boolean {
	const { request } = exchange;
	if (request.method !== 'GET' && request.method !== 'POST') return false;
	if (request.method === 'GET' && !request.url.includes('=')) return false;
	const pairs = askedBy(request);
	const type = valueOf(pairs, 'response_type')?.split(' ');
	const stands = ['request', 'request_uri'].some((name) => valueOf(pairs, name) !== undefined);
	const named = metadata
		.map((document) => stringOf(document, 'authorization_endpoint'))
		.filter((endpoint) => isSameOrigin(request.url, endpoint));
	const isNamed = named.some((endpoint) => address(endpoint ?? '') === address(request.url));
	const isThere = isNamed || likeEndpoint.test(address(request.url));
	// RFC 6749 §4.2, OIDC Core §3.2: tokens without a code are the same request with another wish.
	const isKnown = type?.some((one) => ['code', 'token', 'id_token'].includes(one)) === true;
	const isWish = type === undefined ? isThere : isKnown;
	const isOne =
		(valueOf(pairs, 'client_id') !== undefined && (isKnown || stands)) ||
		(isWish && isIncomplete(pairs, isThere));
	if (!isOne || request.method === 'GET') return isOne;
	if (sentValue(request, 'grant_type') !== undefined || (!isForm(request) && !isThere)) return false;
	return named.length > 0 ? isNamed : isPage(exchange);
}

/** OpenID Connect Discovery §4, or RFC 8414 §3, whose name may stand before the path of the issuer. */
const wellKnown: readonly [string, MoveId][] = [
	['/.well-known/openid-configuration', 'discovery'],
	['/.well-known/oauth-authorization-server', 'oauth-metadata']
];

export const metadataMove = ({ request: { method, url } }: Exchange): MoveId | undefined =>
	method === 'GET' ? wellKnown.find(([name]) => url.includes(name))?.[1] : undefined;

const isKeySet = (exchange: Exchange): boolean => {
	if (exchange.request.method !== 'GET' || !exchange.response?.body.includes('"kty"')) return false;
	const { keys } = jsonOf(exchange);
	const isKey = (key: unknown): boolean => isJsonObject(key) && stringOf(key, 'kty') !== undefined;
	return Array.isArray(keys) && keys.length > 0 && keys.every(isKey);
};

/** A form with a request in it is a pushed one only when it is answered like one (RFC 9126 §2.2, §2.3). */
function isPushed(exchange: Exchange): boolean {
	const { request } = exchange;
	const answer = jsonOf(exchange);
	return (
		request.method === 'POST' &&
		['response_type', 'request'].some((name) => sentValue(request, name) !== undefined) &&
		['request_uri', 'error'].some((name) => stringOf(answer, name) !== undefined)
	);
}

/** What is redeemed without a word of the grant (RFC 6749 §4.1.3 wants one): at a place that can be no other endpoint. */
function redeemsWithoutGrant(request: HttpRequest, isAtToken: boolean): boolean {
	const sent = sentPairs(request);
	const has = (name: string): boolean => valueOf(sent, name) !== undefined;
	if (!has('code') || (!has('code_verifier') && !has('client_secret'))) return false;
	return isAtToken || /\/(?:\w+-)?token\/?$/i.test(address(request.url));
}

/** What the file shows of bearer tokens: in one from which they were taken out a call is known by its answer. */
export interface Surroundings {
	metadata: readonly JsonObject[];
	/** Nothing in the file has an `Authorization` header. */
	lacksAuthorization: boolean;
	/** Origins of authorization endpoints, as far as they have shown. */
	servers: ReadonlySet<string>;
	/** Addresses of which a browser asked whether it may send one (Fetch §4.8). */
	askedFor: ReadonlySet<string>;
}

/** Whether a page of the application fetched it. */
const isFetched = ({ fetchedAs, request }: Exchange): boolean =>
	['xhr', 'fetch'].includes((fetchedAs ?? '').toLowerCase()) ||
	headerOf(request.headers, 'sec-fetch-dest') === 'empty' ||
	headerOf(request.headers, 'x-requested-with') !== undefined ||
	headerOf(request.headers, 'origin') !== undefined;

/** RFC 6750 §3: who refuses a bearer token says so. RFC 6750 §2.3: it may stand in the address. */
function isCall(exchange: Exchange, { lacksAuthorization, askedFor }: Surroundings): boolean {
	const { request, response } = exchange;
	if (request.method === 'OPTIONS') return false;
	const authorization = headerOf(request.headers, 'authorization') ?? '';
	if (/^(?:Bearer|DPoP)\s/i.test(authorization) || removalOf(authorization) !== undefined) return true;
	if (/^(?:Bearer|DPoP)\b/i.test(headerOf(response?.headers ?? [], 'www-authenticate') ?? '')) return true;
	if (/[?&]access_token=[^&]/.test(request.url)) return isFetched(exchange);
	if (!lacksAuthorization) return false;
	if (askedFor.has(request.url)) return true;
	return isFetched(exchange) && (response?.status === 401 || response?.status === 403);
}

export function moveOf(exchange: Exchange, around: Surroundings): [StepId, MoveId] | undefined {
	const { metadata } = around;
	const { request } = exchange;
	const { url } = request;
	const isAt = (name: string): boolean =>
		metadata.some((document) => address(url) === address(stringOf(document, name) ?? '-'));
	const document = metadataMove(exchange);
	if (document) return ['configure', document];
	if (request.method === 'OPTIONS') return undefined;
	if (request.body !== undefined || url.includes('grant_type') || url.includes('code_verifier')) {
		const grant = sentValue(request, 'grant_type');
		if (grant === 'authorization_code') return ['exchange', 'token'];
		if (grant === 'refresh_token') return ['renew', 'refresh'];
		if (
			grant === undefined &&
			redeemsWithoutGrant(request, isAt('token_endpoint') || around.servers.has(originOf(url) ?? ''))
		)
			return ['exchange', 'token'];
		if (isPushed(exchange)) return ['authorize', 'par'];
		const hasToken = sentValue(request, 'token') !== undefined;
		if (hasToken && isAt('introspection_endpoint')) return ['renew', 'introspection'];
		if (hasToken && isAt('revocation_endpoint')) return ['renew', 'revocation'];
	}
	/** Of a server that says where its keys are, nothing else is its keys. */
	const namesKeys = (): boolean => metadata.some((one) => isSameOrigin(url, stringOf(one, 'jwks_uri')));
	if (isAt('jwks_uri') || (isKeySet(exchange) && !namesKeys())) return ['tokens', 'jwks'];
	if (isAt('userinfo_endpoint')) return ['call', 'userinfo'];
	return isCall(exchange, around) ? ['call', 'api'] : undefined;
}

/**
 * A call of an API in a file that has no `Authorization` at all, as Chrome exports it, known by going to whom a token was
 * asked for. `audiences`: what the tokens are for.
 */
export function isBareCall({ request, response }: Exchange, audiences: ReadonlySet<string>): boolean {
	if (request.method === 'OPTIONS' || !response) return false;
	const isData = mediaType(response.headers) !== 'text/html' && !/\.\w{2,5}$/.test(address(request.url));
	return isData && [...audiences].some((audience) => isSameOrigin(request.url, audience));
}
