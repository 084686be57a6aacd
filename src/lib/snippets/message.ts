import { formatForm, parseForm, withQuery, type Pair } from '$lib/wire/form';
import { mediaType, type Header, type HttpRequest } from '$lib/wire/http';
import type { Scene } from './scene';

/**
 * The fields of a form, when the body is one that reads back to the same: a language may then write them one by one and
 * leave the encoding to its library. Undefined: the body is written as it stands.
 */
export function formOf({ headers, body }: HttpRequest): Pair[] | undefined {
	if (body === undefined || mediaType(headers) !== 'application/x-www-form-urlencoded') return undefined;
	const pairs = parseForm(body);
	return formatForm(pairs) === body && body !== '' ? pairs : undefined;
}

/**
 * Its headers by name, without those of these names (in lower case), which a library writes itself. Two of one name are one,
 * with a comma between (RFC 9110 §5.3).
 */
export function headersOf({ headers }: HttpRequest, ...without: readonly string[]): Header[] {
	const found = new Map<string, Header>();
	for (const [name, value] of headers) {
		const key = name.toLowerCase();
		const before = found.get(key);
		if (!without.includes(key))
			found.set(key, before ? [before[0], `${before[1]}, ${value}`] : [name, value]);
	}
	return [...found.values()];
}

/** Behind this the encoded parameters are put: the endpoint, with the query that it may have (RFC 6749 §3.1). */
export const authorizationStart = ({ authorizationEndpoint }: Scene): string =>
	withQuery(authorizationEndpoint.replace(/#.*/s, ''), '');

/** Whether each name occurs once: then a language may write the pairs as a map. */
export const isMap = (pairs: readonly Pair[]): boolean =>
	new Set(pairs.map(([name]) => name)).size === pairs.length;

/** Behind the host only these, and what is encoded already, are in an address (RFC 3986 §2). */
const notInAddress = /%(?![0-9A-Fa-f]{2})|[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]/gu;

/** The address for what takes no other characters, where a browser sends more as they are. */
export const strictAddress = (url: string): string =>
	url.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(.*)$/is, (_, place: string, rest: string) => {
		return place + rest.toWellFormed().replace(notInAddress, encodeURIComponent);
	});
