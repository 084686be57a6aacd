import { encryptedParts, type TokenPart } from '$lib/lexicon/token-forms';
import { octetsIn } from './octets';

/** One of the five parts. `octets`: undefined where it is no base64url. */
export interface EncryptedPart {
	part: TokenPart;
	octets?: number;
}

/**
 * The parts of what is encrypted, in their order, as long as everybody can see that they are; undefined for what has not five.
 * @see [RFC 7516 §3.1](https://www.rfc-editor.org/rfc/rfc7516#section-3.1)
 */
export function encryptedLengths(token: string): EncryptedPart[] | undefined {
	const parts = token.trim().split('.', encryptedParts.length + 1);
	if (parts.length !== encryptedParts.length) return undefined;
	return encryptedParts.map((part, index): EncryptedPart => {
		const octets = octetsIn(parts[index] ?? '');
		return { part, ...(octets === undefined ? {} : { octets }) };
	});
}
