/** Text of RFC 4648 §4 base64, or undefined when it is none. */
export function decodeBase64(text: string): string | undefined {
	try {
		const bytes = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** RFC 4648 §4, with padding. */
export const encodeBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
