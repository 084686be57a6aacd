/** What can be read of a token that is broken, without any trust in it. */
import { decodeBase64url } from '$lib/wire/base64url';
import { beginningOfJson } from '$lib/wire/json-beginning';
import { isJsonObject, type JsonObject } from '../json-body';

/** Where the parts of a compact token begin, and what they are. */
export interface PartAt {
	text: string;
	at: number;
}

/** The text between the dots, each with its place. */
export function partsOf(text: string): PartAt[] {
	let at = 0;
	return text.split('.').map((part) => {
		const here = { text: part, at };
		at += part.length + 1;
		return here;
	});
}

/**
 * The text that a part stands for, as far as it can be read: in either alphabet of base64, up to the first character of
 * neither. `utf8`: whether its octets are a text up to there (RFC 3629 §3).
 */
export function textOfPart(part: string): { text: string; utf8: boolean } {
	const known = /^[\w+/-]*/.exec(part)?.[0] ?? '';
	const even = known.length % 4 === 1 ? known.slice(0, -1) : known;
	const bytes = decodeBase64url(even.replaceAll('+', '-').replaceAll('/', '_'));
	const octets = bytes.ok ? bytes.value : new Uint8Array();
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets), utf8: true };
	} catch {
		const isCut = even.length < part.length;
		const text = new TextDecoder().decode(octets);
		return isCut
			? { text: text.replace(/\uFFFD$/, ''), utf8: !/\uFFFD./s.test(text) }
			: { text, utf8: false };
	}
}

/** `text`: as it was written. `value`: the object in it, or the members that are whole at its beginning. */
export interface ReadablePart {
	text: string;
	value?: JsonObject;
}

function readPart(text: string): ReadablePart | undefined {
	if (text === '') return undefined;
	const value = beginningOfJson(text);
	return { text, ...(isJsonObject(value) ? { value } : {}) };
}

/** Whether the payload stands as it is (RFC 7797 §3). */
export const isUnencoded = (header: ReadablePart | undefined): boolean => header?.value?.b64 === false;

/** The payload of a token whose header says that it is not encoded: all between the first dot and the last. */
export const unencodedPayload = (token: string): string =>
	token.slice(token.indexOf('.') + 1, Math.max(token.indexOf('.') + 1, token.lastIndexOf('.')));

/** Header and claims of a token that may be broken, as far as they can be read. */
export function readableOf(token: string): { header?: ReadablePart; claims?: ReadablePart } {
	const [first, second, ...others] = partsOf(token.split('~', 1)[0] ?? '');
	const header = readPart(textOfPart(first?.text ?? '').text);
	// Of five parts the second one is a key.
	if (others.length >= 3 && !isUnencoded(header)) return header ? { header } : {};
	const payload = isUnencoded(header) ? unencodedPayload(token) : textOfPart(second?.text ?? '').text;
	const claims = readPart(payload);
	return { ...(header ? { header } : {}), ...(claims ? { claims } : {}) };
}
