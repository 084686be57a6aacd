/** Which message of the flow an exchange of a recording is, by what it says of itself and by what the metadata names. */
import { isForm } from '$lib/message/form-body';
import { requestParameters } from '$lib/message/authorization-request';
import { isAuthorizationResponse } from '$lib/message/authorization-response';
import { isJsonObject, parseJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import { sentValue } from '$lib/message/token-request';
import { isForeignMark, removalOf } from '$lib/lexicon/removed';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { CallbackMessage } from '$lib/trace/fact';
import { valueOf } from '$lib/wire/form';
import { headerOf, mediaType, type Exchange } from '$lib/wire/http';

/** The JSON object of an answer; an empty one where there is none. */
export function jsonOf(exchange: Exchange | undefined): JsonObject {
	const body = parseJsonObject(exchange?.response?.body ?? '');
	return body.ok ? body.value : {};
}

export const address = (url: string): string => url.replace(/[?#].*$/s, '');

const isSameOrigin = (url: string, other = ''): boolean =>
	URL.canParse(url) && URL.canParse(other) && new URL(url).origin === new URL(other).origin;

/** What the browser is shown, or where it is sent on: the answer to a navigation, and to nothing that a client sends. */
const isPage = ({ response }: Exchange): boolean =>
	response !== undefined &&
	((response.status >= 300 && response.status < 400) || mediaType(response.headers) === 'text/html');

/**
 * The authorization endpoint with a request to it, whole, signed, or pushed before: in the address, or in a form (OIDC Core
 * §3.1.2.1). A form goes to many places: to the endpoint that the metadata names or, without any, where a page answers it.
 */
export function isAuthorization(exchange: Exchange, metadata: readonly JsonObject[]): boolean {
	const { request } = exchange;
	const pairs = requestParameters(request);
	const type = valueOf(pairs, 'response_type')?.split(' ') ?? [];
	const stands = ['request', 'request_uri'].some((name) => valueOf(pairs, name) !== undefined);
	const isOne = valueOf(pairs, 'client_id') !== undefined && (type.includes('code') || stands);
	if (!isOne || request.method === 'GET') return isOne;
	if (request.method !== 'POST' || !isForm(request)) return false;
	const named = metadata
		.map((document) => stringOf(document, 'authorization_endpoint'))
		.filter((endpoint) => isSameOrigin(request.url, endpoint));
	return named.length > 0
		? named.some((endpoint) => address(endpoint ?? '') === address(request.url))
		: isPage(exchange);
}

/** OpenID Connect Discovery §4, or RFC 8414 §3, whose name may stand before the path of the issuer. */
const wellKnown: readonly [string, MoveId][] = [
	['/.well-known/openid-configuration', 'discovery'],
	['/.well-known/oauth-authorization-server', 'oauth-metadata']
];

export const metadataMove = ({ request: { method, url } }: Exchange): MoveId | undefined =>
	method === 'GET' ? wellKnown.find(([name]) => url.includes(name))?.[1] : undefined;

const isKeySet = (exchange: Exchange): boolean => {
	const { keys } = jsonOf(exchange);
	const isKey = (key: unknown): boolean => isJsonObject(key) && stringOf(key, 'kty') !== undefined;
	return exchange.request.method === 'GET' && Array.isArray(keys) && keys.length > 0 && keys.every(isKey);
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

/** `metadata`: the documents of servers, as far as they were recorded. */
export function moveOf(exchange: Exchange, metadata: readonly JsonObject[]): [StepId, MoveId] | undefined {
	const { method, url, headers } = exchange.request;
	const grant = sentValue(exchange.request, 'grant_type');
	const isAt = (name: string): boolean => metadata.some((document) => url === stringOf(document, name));
	/** Of a server that says where its keys are, nothing else is its keys. */
	const namesKeys = metadata.some((document) => isSameOrigin(url, stringOf(document, 'jwks_uri')));
	const hasToken = sentValue(exchange.request, 'token') !== undefined;
	const document = metadataMove(exchange);
	if (document) return ['configure', document];
	if (grant === 'authorization_code') return ['exchange', 'token'];
	if (grant === 'refresh_token') return ['renew', 'refresh'];
	if (isPushed(exchange)) return ['authorize', 'par'];
	if (hasToken && isAt('introspection_endpoint')) return ['renew', 'introspection'];
	if (hasToken && isAt('revocation_endpoint')) return ['renew', 'revocation'];
	if (isAt('jwks_uri') || (!namesKeys && isKeySet(exchange))) return ['tokens', 'jwks'];
	// What is at this address is known without its token, which a recorder may have left out.
	if (method !== 'OPTIONS' && isAt('userinfo_endpoint')) return ['call', 'userinfo'];
	const authorization = headerOf(headers, 'authorization') ?? '';
	const carriesToken = /^(Bearer|DPoP) /i.test(authorization) || removalOf(authorization) !== undefined;
	return carriesToken ? ['call', 'api'] : undefined;
}

/**
 * A call of an API in a file that has no `Authorization` at all, as Chrome exports it: known by a refusal that asks for a
 * token (RFC 6750 §3), or by going to whom a token was asked for. `audiences`: what the tokens are for.
 */
export function isBareCall({ request, response }: Exchange, audiences: readonly string[]): boolean {
	if (request.method === 'OPTIONS' || !response) return false;
	const asksForToken = /\b(?:Bearer|DPoP)\b/i.test(headerOf(response.headers, 'www-authenticate') ?? '');
	if (asksForToken && [400, 401, 403].includes(response.status)) return true;
	const isData = mediaType(response.headers) !== 'text/html' && !/\.\w{2,5}$/.test(address(request.url));
	return isData && audiences.some((audience) => isSameOrigin(request.url, audience));
}

/** Where an answer of the authorization endpoint shows: in the redirect that leads there, in the address, in a form. */
export function callbackOf(
	{ request, response }: Exchange,
	redirectUri: string
): CallbackMessage | undefined {
	const location = headerOf(response?.headers ?? [], 'location');
	// One that was taken out is that of no address, and may be that of any.
	const leadsBack = (url: string): boolean =>
		isForeignMark(redirectUri) || (redirectUri !== '' && address(url) === address(redirectUri));
	const came = [
		...[location, request.url].flatMap((url) => (url === undefined ? [] : [{ url }])),
		...(request.method === 'POST' && isForm(request) ? [{ url: request.url, body: request.body ?? '' }] : [])
	];
	return came.find((one) => leadsBack(one.url) && isAuthorizationResponse(one));
}
