/** The bodies of an entry: as text, as pairs, in base64, or beside the recording. */
import { decodeBase64 } from './base64';
import { formatForm, type Pair } from './form';

/** The text of these bytes, by the character set that the media type names. */
export function decodeText(bytes: Uint8Array, mime: string): string {
	const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(mime)?.[1] ?? 'utf-8';
	try {
		return new TextDecoder(charset).decode(bytes);
	} catch {
		// A character set that nobody knows.
		return new TextDecoder().decode(bytes);
	}
}

/** What is called base64 and is none stays as it is. */
export const decodeBody = (text: string, encoding: string | undefined, mime: string): string => {
	const bytes = encoding?.toLowerCase() === 'base64' ? decodeBase64(text) : undefined;
	return bytes ? decodeText(bytes, mime) : text;
};

/** Whether the values stand as they were sent: recorders differ. A plain value has signs that a sent one cannot have. */
const isEncoded = (pairs: readonly Pair[]): boolean =>
	pairs.every(([, value]) => /^(?:[\w.~*+-]|%[\da-f]{2})*$/i.test(value)) &&
	pairs.some(([, value]) => /%[\da-f]{2}/i.test(value));

/** A form that is there only as its pairs. Undefined: its parts cannot be put together again. */
export function bodyOfPairs(pairs: readonly Pair[], mime: string): string | undefined {
	if (pairs.length === 0) return undefined;
	const boundary = /;\s*boundary\s*=\s*"?([^\s";]+)/i.exec(mime)?.[1];
	if (/^multipart\//i.test(mime)) {
		// RFC 7578 §4.2: each part has its name in a header.
		const part = ([name, value]: Pair): string =>
			`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
		return boundary === undefined ? undefined : `${pairs.map(part).join('')}--${boundary}--\r\n`;
	}
	return isEncoded(pairs) ? pairs.map(([name, value]) => `${name}=${value}`).join('&') : formatForm(pairs);
}
