import { fail, ok, type Result } from '$lib/lexicon/result';
import type { AskFailure } from '$lib/lexicon/failure';
import { isWebScheme } from '$lib/message/loopback';

/**
 * The URL of an endpoint, from a metadata document or typed. Refused: what is not an absolute URL, any scheme
 * but `https:` and `http:`, a fragment even if empty (RFC 6749 §3.1: an endpoint has none), and a user name or
 * password, which no page can send and which only hides the host.
 */
export function parseEndpoint(text: string | undefined, field: string): Result<URL, AskFailure> {
	if (text === undefined || text.trim() === '') return fail({ reason: 'endpoint-missing', field });
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url) return fail({ reason: 'url-malformed', field, where: text });
	if (!isWebScheme(url)) return fail({ reason: 'url-scheme-refused', field, where: text });
	if (text.includes('#') || url.username !== '' || url.password !== '') {
		return fail({ reason: 'url-malformed', field, where: text });
	}
	return ok(url);
}
