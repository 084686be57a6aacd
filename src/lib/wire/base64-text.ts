import { decodeBase64 } from './base64';

/** The text in base64 or base64url, with or without padding. Undefined: it is none, or what is in it is no text. */
export function textOfBase64(encoded: string): string | undefined {
	const bytes = decodeBase64(encoded.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
	if (!bytes) return undefined;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return /[\u0000-\u0008\u000E-\u001F]/.test(text) ? undefined : text;
	} catch {
		return undefined;
	}
}
