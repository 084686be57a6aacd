/**
 * Cookies as a server sets them and as a browser sends them: RFC 6265 §5.2, RFC 6265 §5.4. `SameSite` and the prefixes of
 * names are of draft-ietf-httpbis-rfc6265bis, by which browsers go. Of a value only its name is read.
 */
import type { CookieLoss } from '$lib/lexicon/proofs';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Exchange, Header } from '$lib/wire/http';
import { isLoopback } from './loopback';

/** A cookie as it was set. `from`: by the answer of which address. `until`: milliseconds; missing: until the browser ends. */
export interface SetCookie {
	name: string;
	from: URL;
	domain?: string;
	path: string;
	secure: boolean;
	sameSite?: 'strict' | 'lax' | 'none';
	until?: number;
}

/** The request with which a cookie should have come back. `crossSite`: undefined where nobody knows. */
export interface Back {
	url: URL;
	method: string;
	at: number;
	crossSite: boolean | undefined;
}

/** All headers of a name; some recorders write several `Set-Cookie` into one, a line each. */
const linesOf = (headers: readonly Header[], name: string): string[] =>
	headers.filter(([key]) => key.toLowerCase() === name).flatMap(([, value]) => value.split('\n'));

/** RFC 6265 §5.1.4: the directory of the address. */
function defaultPath({ pathname }: URL): string {
	const last = pathname.lastIndexOf('/');
	return last <= 0 ? '/' : pathname.slice(0, last);
}

/** RFC 6265 §5.2.2: digits, with a minus at most; anything else is as if it were not there. */
const secondsIn = (text: string | undefined): number | undefined =>
	text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;

function parseSetCookie(line: string, from: URL, at: number): SetCookie | undefined {
	const [pair = '', ...parts] = line.split(';');
	const equals = pair.indexOf('=');
	const name = pair.slice(0, equals).trim();
	// RFC 6265 §5.2: without a name or without `=` it is ignored.
	if (equals === -1 || name === '') return undefined;
	// RFC 6265 §5.3: of an attribute that comes twice, the last one counts.
	const attributes = new Map(
		parts.map((part): [string, string] => {
			const [key = '', ...rest] = part.split('=');
			return [key.trim().toLowerCase(), rest.join('=').trim()];
		})
	);
	const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase() || undefined;
	const path = attributes.get('path');
	const [lifetime, expires] = [
		secondsIn(attributes.get('max-age')),
		Date.parse(attributes.get('expires') ?? '')
	];
	// RFC 6265 §5.3: Max-Age counts before Expires.
	const until = lifetime === undefined ? (Number.isNaN(expires) ? undefined : expires) : at + lifetime * 1000;
	const said = attributes.get('samesite')?.toLowerCase();
	const sameSite = (['strict', 'lax', 'none'] as const).find((one) => one === said);
	return {
		name,
		from,
		path: path?.startsWith('/') ? path : defaultPath(from),
		secure: attributes.has('secure'),
		...onlyKnown({ domain, sameSite, until })
	};
}

/** What an answer sets, in order. */
export function cookiesSet({ request, response, at }: Exchange): SetCookie[] {
	if (!response || !URL.canParse(request.url)) return [];
	const from = new URL(request.url);
	return linesOf(response.headers, 'set-cookie').flatMap((line) => parseSetCookie(line, from, at) ?? []);
}

/** The names of the cookies that a request carries (RFC 6265 §4.2.1). */
export const cookiesSent = ({ request }: Pick<Exchange, 'request'>): string[] =>
	linesOf(request.headers, 'cookie')
		.flatMap((line) => line.split(';'))
		.flatMap((pair) => (pair.includes('=') ? [pair.slice(0, pair.indexOf('=')).trim()] : []));

/** RFC 6265 §5.1.3. An IP address matches itself alone. */
function matchesDomain(host: string, domain: string): boolean {
	return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$|^\[/.test(host));
}

/** RFC 6265 §5.1.4. */
const matchesPath = (path: string, of: string): boolean =>
	path === of || (path.startsWith(of) && (of.endsWith('/') || path[of.length] === '/'));

const isSecure = (url: URL): boolean => url.protocol === 'https:' || isLoopback(url);

/** Why a browser never kept it: RFC 6265 §5.3 and the same step of its successor. */
function whyNotKept({ name, from, domain, path, secure, sameSite }: SetCookie): CookieLoss | undefined {
	if (domain !== undefined && !matchesDomain(from.hostname, domain)) return 'domain';
	if (secure && !isSecure(from)) return 'set-insecurely';
	if (sameSite === 'none' && !secure) return 'none-insecure';
	const isHost = /^__host-/i.test(name);
	if ((isHost || /^__secure-/i.test(name)) && !secure) return 'prefix';
	return isHost && (domain !== undefined || path !== '/') ? 'prefix' : undefined;
}

/** RFC 6265 §5.4, and what `SameSite` keeps from a request that another site made. */
function whyNotSent(cookie: SetCookie, { url, method, at, crossSite }: Back): CookieLoss | undefined {
	const { from, domain, path, secure, sameSite, until } = cookie;
	if (domain === undefined ? from.hostname !== url.hostname : !matchesDomain(url.hostname, domain))
		return 'host';
	if (!matchesPath(url.pathname, path)) return 'path';
	if (secure && !isSecure(url)) return 'secure';
	if (until !== undefined && until <= at) return 'expired';
	if (crossSite !== true) return undefined;
	if (sameSite === 'strict') return 'strict';
	if (method === 'GET' || method === 'HEAD') return undefined;
	if (sameSite === 'lax') return 'lax-post';
	return sameSite === undefined ? 'default-post' : undefined;
}

/** Why it did not come back, as far as its attributes say. */
export const cookieLoss = (cookie: SetCookie, back: Back): CookieLoss =>
	whyNotKept(cookie) ?? whyNotSent(cookie, back) ?? 'other';
