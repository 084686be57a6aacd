/** What an authorization response says: RFC 6749 §4.1.2, in whatever form it comes. Nothing of it is verified here. */
import { parseForm, valueOf, type Pair } from '$lib/wire/form';
import type { JsonObject } from './json-body';
import { decodeToken } from './jwt';

/** What came back: an address, and the form that was posted there, if one was. */
interface CallbackMessage {
	url: string;
	body?: string | undefined;
}

const has = (pairs: readonly Pair[], names: readonly string[]): boolean =>
	pairs.some(([name]) => names.includes(name));

/** One of these makes it a response: RFC 6749 §4.1.2, §4.1.2.1, JARM §2.1. */
const decisive = ['code', 'error', 'response'];
const accompanying = ['state', 'iss'];

/** What stands behind the route of an application that keeps its routes in the fragment: `#/callback?code=…`. */
const behindRoute = (fragment: string): string[] => {
	const [, behind] = /^#[!/][^?#]*[?#](.*)$/s.exec(fragment) ?? [];
	return behind === undefined ? [] : [behind];
};

/** Query and fragment, also of a text that is no whole address. */
function placesOf(url: string): string[] {
	const [, query = '', fragment = ''] = URL.canParse(url)
		? ['', new URL(url).search, new URL(url).hash]
		: (/^[^?#]*(\?[^#]*)?(#.*)?$/s.exec(url) ?? []);
	return [query, fragment, ...behindRoute(fragment)];
}

/**
 * The parameters as they stand: those of the form that was posted, if one was (OAuth 2.0 Form Post Response Mode §2);
 * else of the query, or of the fragment where only that holds a response, because the redirect URI may have a query of
 * its own (RFC 6749 §3.1.2).
 */
export function responseParameters({ url, body }: CallbackMessage): Pair[] {
	const posted = body === undefined ? undefined : parseForm(body);
	const places = [...(posted ? [posted] : []), ...placesOf(url).map(parseForm)];
	return (
		places.find((pairs) => has(pairs, decisive)) ??
		places.find((pairs) => has(pairs, accompanying)) ??
		posted ??
		places.find((pairs) => pairs.length > 0) ??
		[]
	);
}

export const isAuthorizationResponse = (came: CallbackMessage): boolean =>
	has(responseParameters(came), decisive);

/** The claims of the JWT itself; every other member is a response parameter (JARM §2.1). */
const ownClaims = new Set(['iss', 'aud', 'exp', 'iat', 'nbf', 'jti']);

/** The parameters in a secured response. Its issuer is that of the response too: RFC 9207 §2.4 has no use for a second. */
export const securedParameters = (claims: JsonObject): Pair[] => [
	...Object.entries(claims).flatMap(([name, value]): Pair[] =>
		typeof value === 'string' && !ownClaims.has(name) ? [[name, value]] : []
	),
	...(typeof claims.iss === 'string' ? [['iss', claims.iss] satisfies Pair] : [])
];

/** What the response says, also inside of a JWT (JARM §2.1), without trust: for showing, and for whom it is. */
export function responseSays(came: CallbackMessage): Pair[] {
	const pairs = responseParameters(came);
	const response = valueOf(pairs, 'response');
	const decoded = response === undefined ? undefined : decodeToken(response);
	return decoded?.ok ? securedParameters(decoded.value.claims) : pairs;
}

export const stateOfResponse = (came: CallbackMessage): string | undefined =>
	valueOf(responseSays(came), 'state');
