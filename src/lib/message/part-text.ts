import { decodeBase64url } from '$lib/wire/base64url';

/** The text of a part. Undefined: it is no base64url, or not UTF-8; a mark of the byte order is left in it (RFC 8259 §8.1). */
export function textOfPart(part: string): string | undefined {
	const bytes = decodeBase64url(part);
	if (!bytes.ok) return undefined;
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value);
	} catch {
		return undefined;
	}
}
