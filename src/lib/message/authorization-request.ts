/** What an authorization request says: RFC 6749 §4.1.1, whether it is plain, posted, pushed or signed. Nothing is verified here. */
import { queryOf, valueOf, type Pair } from '$lib/wire/form';
import { headerOf, type Exchange, type HttpRequest } from '$lib/wire/http';
import { withoutCredentials } from './client-authentication';
import { formOf, isForm } from './form-body';
import { memberPairs, parseJsonObject, stringOf, type JsonObject } from './json-body';
import { decodeToken } from './jwt';
import { readClientRequest } from './token-request';

/** The parameters as they stand: of the form that was posted (OIDC Core §3.1.2.1), else of the query. */
export const requestParameters = (request: HttpRequest): Pair[] =>
	request.method === 'POST' && isForm(request) ? formOf(request) : queryOf(request.url);

/** The claims of the JWT itself. RFC 9101 §4: neither `request` nor `request_uri` may stand in it. */
const notParameters = new Set(['iss', 'aud', 'exp', 'iat', 'nbf', 'jti', 'sub', 'request', 'request_uri']);

/** The parameters in a request object. */
export const objectParameters = (claims: JsonObject): Pair[] =>
	memberPairs(claims).filter(([name]) => !notParameters.has(name));

/** RFC 9101 §6.3: where there is a request object, its members alone count. Undefined: it cannot be read. */
function opened(pairs: readonly Pair[]): readonly Pair[] | undefined {
	const object = valueOf(pairs, 'request');
	if (object === undefined) return pairs;
	const decoded = decodeToken(object);
	return decoded.ok ? objectParameters(decoded.value.claims) : undefined;
}

/** The parameters that were pushed (RFC 9126 §2.1), themselves or signed (RFC 9126 §3). */
export const pushSays = (request: HttpRequest): readonly Pair[] | undefined =>
	opened(withoutCredentials(readClientRequest(request)?.parameters ?? []));

/** The reference that an answer gives for what was pushed (RFC 9126 §2.2). */
function referenceOf({ response }: Exchange): string | undefined {
	const body = parseJsonObject(response?.body ?? '');
	return body.ok ? stringOf(body.value, 'request_uri') : undefined;
}

/**
 * The parameters that the authorization server has by this request: its own, or those of the pushed or signed one that
 * it stands for. `pushes`: what was pushed before, with the answers. Undefined: it stands for one that is not known.
 */
export function requestSays(
	request: HttpRequest,
	pushes: readonly Exchange[] = []
): readonly Pair[] | undefined {
	const pairs = requestParameters(request);
	const reference = referenceIn(request);
	if (reference === undefined) return opened(pairs);
	const pushed = pushes.findLast((one) => referenceOf(one) === reference);
	return pushed && pushSays(pushed.request);
}

/**
 * Whether nobody was to see the request: it asks that nothing be asked (OIDC Core §3.1.2.1, `prompt`), or it went from a
 * frame, which browsers say (Fetch Metadata §2.1). `says`: the parameters that it stands for.
 */
export function isSilentRequest({ headers }: HttpRequest, says: readonly Pair[]): boolean {
	const fetched = headerOf(headers, 'sec-fetch-dest');
	return (
		fetched === 'iframe' || fetched === 'frame' || (valueOf(says, 'prompt') ?? '').split(' ').includes('none')
	);
}

/** The reference to a pushed request that the browser carries (RFC 9126 §4). */
export const referenceIn = (request: HttpRequest): string | undefined =>
	valueOf(requestParameters(request), 'request_uri');

export const isReference = (request: HttpRequest): boolean => referenceIn(request) !== undefined;
