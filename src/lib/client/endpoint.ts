import { fail, ok, type Result } from '$lib/lexicon/result';
import type { AskFailure } from '$lib/lexicon/failure';

/**
 * Whether a host is this machine: `localhost`, names under `.localhost`, 127.0.0.0/8 and [::1].
 * @see [RFC 8252 §7.3](https://www.rfc-editor.org/rfc/rfc8252#section-7.3)
 */
export function isLoopback(hostname: string): boolean {
	return (
		hostname === 'localhost' ||
		hostname.endsWith('.localhost') ||
		hostname === '[::1]' ||
		/^127(\.\d{1,3}){3}$/.test(hostname)
	);
}

/** `https:` anywhere, `http:` on loopback only. */
export const isAllowedScheme = (url: URL): boolean =>
	url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));

/**
 * The URL of an endpoint, from a metadata document or typed. Refused: what is not an absolute URL, any scheme
 * but `https:` (or `http:` on loopback), a fragment even if empty (RFC 6749 §3.1: an endpoint has none), and a
 * user name or password, which no page can send and which only hides the host.
 */
export function parseEndpoint(text: string | undefined, field: string): Result<URL, AskFailure> {
	if (text === undefined || text.trim() === '') return fail({ reason: 'endpoint-missing', field });
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url) return fail({ reason: 'url-malformed', field, where: text });
	if (!isAllowedScheme(url)) return fail({ reason: 'url-scheme-refused', field, where: text });
	if (text.includes('#') || url.username !== '' || url.password !== '') {
		return fail({ reason: 'url-malformed', field, where: text });
	}
	return ok(url);
}
