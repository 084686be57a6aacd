import { encryptedParts, type TokenPart } from '$lib/lexicon/token-forms';
import type { JsonObject } from '../json-body';
import { encryptedHeader } from '../jwt';
import { octetsIn } from './octets';
import { partsOf } from './readable';

/** One of the five parts. `octets`: undefined where it is no base64url. */
export interface EncryptedPart {
	part: TokenPart;
	text: string;
	at: number;
	octets?: number;
}

/**
 * What is encrypted, as far as everybody can see it: its header, and the parts in their order.
 * @see [RFC 7516 §3.1](https://www.rfc-editor.org/rfc/rfc7516#section-3.1)
 */
export function readEncrypted(token: string): { header: JsonObject; parts: EncryptedPart[] } | undefined {
	const header = encryptedHeader(token);
	if (!header) return undefined;
	const parts = partsOf(token.trim()).map(({ text, at }, index): EncryptedPart => {
		const octets = octetsIn(text);
		return { part: encryptedParts[index] ?? 'tag', text, at, ...(octets === undefined ? {} : { octets }) };
	});
	return { header, parts };
}
