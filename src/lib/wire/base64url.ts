import * as base64url from 'jose/base64url';
import { fail, ok, type Result } from '$lib/lexicon/result';

/** RFC 4648 §5 without padding, as JOSE and PKCE use it. */
export const encodeBase64url = (bytes: Uint8Array): string => base64url.encode(bytes);

/**
 * Bytes of base64url text. Refused: padding, `+`, `/`, white space and a length that no bytes have, so that a
 * wrong encoding is seen instead of being repaired. Fails with the position of the first bad character, or with
 * the length when it is the length that is wrong.
 */
export function decodeBase64url(text: string): Result<Uint8Array, { position: number }> {
	const bad = text.search(/[^A-Za-z0-9_-]/);
	if (bad !== -1) return fail({ position: bad });
	if (text.length % 4 === 1) return fail({ position: text.length });
	return ok(base64url.decode(text));
}
