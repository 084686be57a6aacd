/** Bytes of base64 text (RFC 4648 §4), or undefined when it is none. */
export function decodeBase64(text: string): Uint8Array | undefined {
	try {
		return Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
	} catch {
		return undefined;
	}
}

/** RFC 4648 §4, with padding. */
export const encodeBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
