/** How a text that should have come back, or have been repeated, as it was differs from what it was. */
import type { RedirectDifference, ValueChange } from '$lib/lexicon/proofs';

export function percentDecoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

const withSpaces = (text: string): string => text.replaceAll('+', ' ');
const asUrl = (text: string): string => text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');

/** Percent-encoding in which a space is a `+` as well: WHATWG URL §5.1. */
const isEncodingOf = (encoded: string, text: string): boolean =>
	[encoded, withSpaces(encoded)].some((form) => percentDecoded(form) === text) ||
	withSpaces(percentDecoded(encoded)) === text;

/** Shorter ones begin like many a value. */
const shortestRest = 4;

/** Undefined: it did not change. */
export function valueChange(was: string, is: string): ValueChange | undefined {
	if (was === is) return undefined;
	if (withSpaces(was) === withSpaces(is)) return 'plus';
	if (isEncodingOf(is, was)) return 'encoded';
	if (isEncodingOf(was, is)) return 'decoded';
	if (was.trim() === is.trim()) return 'space';
	if (was.toLowerCase() === is.toLowerCase()) return 'letter-case';
	if (is.length >= shortestRest && was.startsWith(is)) return 'cut';
	if (was.length >= shortestRest && is.startsWith(was)) return 'longer';
	return asUrl(was) === asUrl(is) ? 'alphabet' : 'other';
}

const parts = /^([^:/?#]+:)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/s;

function partsOf(uri: string) {
	const [, scheme = '', authority = '', path = '', query = '', fragment = ''] = parts.exec(uri) ?? [];
	const [, host = '', port = ''] = /^(.*?)(:\d*)?$/s.exec(authority) ?? [];
	return { scheme, host, port, path, query, fragment };
}

const withoutSlash = (path: string): string => path.replace(/\/$/, '');

/**
 * In what two redirect URIs differ; nothing: they are the same text. They are compared as texts (RFC 3986 §6.2.1), so that
 * one that leads to the same place is another one all the same.
 */
export function redirectDifference(one: string, other: string): RedirectDifference[] {
	if (one === other) return [];
	if (percentDecoded(one) === percentDecoded(other)) return ['encoding'];
	const [a, b] = [partsOf(one), partsOf(other)];
	const names = ['scheme', 'host', 'port', 'path', 'query', 'fragment'] as const;
	const differ = names.filter((name) => a[name] !== b[name]);
	const found = differ.map((name): RedirectDifference => {
		if (name === 'path' && withoutSlash(a.path) === withoutSlash(b.path)) return 'slash';
		return a[name].toLowerCase() === b[name].toLowerCase() ? 'letter-case' : name;
	});
	return [...new Set(found)];
}
