/** Which message of the flow an exchange of a recording is, by what it says of itself and by what the metadata names. */
import { isJsonObject, parseJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import type { MoveId, StepId } from '$lib/lexicon/steps';
import type { CallbackMessage } from '$lib/trace/fact';
import { parseForm, queryOf, valueOf, type Pair } from '$lib/wire/form';
import { headerOf, mediaType, type Exchange } from '$lib/wire/http';
import { opened } from '$lib/flow/moves/request-sent';

const form = 'application/x-www-form-urlencoded';

/** The parameters that stand in a URL, or in the request object that it carries. */
export function askedIn(url: string): readonly Pair[] {
	const pairs = queryOf(url);
	return opened(pairs) ?? pairs;
}

/** The pairs of a posted form; none for any other message. */
export const formOf = ({ request: { method, headers, body } }: Exchange): Pair[] =>
	method === 'POST' && mediaType(headers) === form ? parseForm(body ?? '') : [];

/** The JSON object of an answer; an empty one where there is none. */
export function jsonOf(exchange: Exchange | undefined): JsonObject {
	const body = parseJsonObject(exchange?.response?.body ?? '');
	return body.ok ? body.value : {};
}

/** The address of the authorization endpoint with a request in it, whole, signed, or pushed before. */
export function isAuthorization({ request: { method, url } }: Exchange): boolean {
	const pairs = queryOf(url);
	const type = valueOf(pairs, 'response_type')?.split(' ') ?? [];
	const stands = ['request', 'request_uri'].some((name) => valueOf(pairs, name) !== undefined);
	return method === 'GET' && valueOf(pairs, 'client_id') !== undefined && (type.includes('code') || stands);
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
	const form = formOf(exchange);
	const answer = jsonOf(exchange);
	return (
		['response_type', 'request'].some((name) => valueOf(form, name) !== undefined) &&
		['request_uri', 'error'].some((name) => stringOf(answer, name) !== undefined)
	);
}

/** `metadata`: the document of the server, as far as it was recorded. */
export function moveOf(exchange: Exchange, metadata: JsonObject): [StepId, MoveId] | undefined {
	const { url, headers } = exchange.request;
	const form = formOf(exchange);
	const grant = valueOf(form, 'grant_type');
	const isAt = (name: string): boolean => url === stringOf(metadata, name);
	const hasToken = valueOf(form, 'token') !== undefined;
	const document = metadataMove(exchange);
	if (document) return ['configure', document];
	if (grant === 'authorization_code') return ['exchange', 'token'];
	if (grant === 'refresh_token') return ['renew', 'refresh'];
	if (isPushed(exchange)) return ['authorize', 'par'];
	if (hasToken && isAt('introspection_endpoint')) return ['renew', 'introspection'];
	if (hasToken && isAt('revocation_endpoint')) return ['renew', 'revocation'];
	if (isAt('jwks_uri') || (metadata.jwks_uri === undefined && isKeySet(exchange))) return ['tokens', 'jwks'];
	if (!/^(Bearer|DPoP) /i.test(headerOf(headers, 'authorization') ?? '')) return undefined;
	return ['call', isAt('userinfo_endpoint') ? 'userinfo' : 'api'];
}

const address = (url: string): string => url.replace(/[?#].*$/s, '');

const isAnswer = (parameters: string): boolean => /(?:^|[?#&])(code|error|response)=/.test(parameters);

/** Where an answer of the authorization endpoint shows: in the redirect that leads there, in the address, in a form. */
export function callbackOf(
	{ request, response }: Exchange,
	redirectUri: string
): CallbackMessage | undefined {
	const location = headerOf(response?.headers ?? [], 'location');
	const leadsBack = (url: string): boolean => redirectUri !== '' && address(url) === address(redirectUri);
	const url = [location, request.url].find((one) => one !== undefined && leadsBack(one) && isAnswer(one));
	if (url !== undefined) return { url };
	const { method, headers, body = '' } = request;
	const isForm = method === 'POST' && mediaType(headers) === form;
	return isForm && leadsBack(request.url) && isAnswer(body) ? { url: request.url, body } : undefined;
}
