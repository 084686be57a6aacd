import { decodeToken } from '$lib/message/jwt';
import { isPlaceholder } from '$lib/lexicon/secrets';
import { headerOf, type HttpRequest } from '$lib/wire/http';

/**
 * The proof of possession that went with a request, and the nonce in it. Undefined: there was none. A proof that was
 * taken out of the file, or that cannot be read, has a nonce that is not known.
 * @see [RFC 9449 §4.2](https://www.rfc-editor.org/rfc/rfc9449#section-4.2)
 */
export function proofSent({ headers }: HttpRequest): { nonce?: string; readable: boolean } | undefined {
	const proof = headerOf(headers, 'dpop');
	if (!proof) return undefined;
	const decoded = isPlaceholder(proof) ? undefined : decodeToken(proof);
	if (!decoded?.ok) return { readable: false };
	const { nonce } = decoded.value.claims;
	return { readable: true, ...(typeof nonce === 'string' ? { nonce } : {}) };
}
