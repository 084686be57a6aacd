/** What a token says of itself, without trust in it: whether it was signed by whom it says, this does not ask. */
import { decodeToken, disclosuresIn, encryptedHeader, type DecodedToken } from '$lib/message/jwt';
import { textOfPart } from '$lib/message/part-text';
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import { isNumericDate } from '$lib/message/token-says';
import { textsOf } from '$lib/message/token-parts';
import { parseWritten, type WrittenJson } from '$lib/wire/written-json';
import { membersByPath, writtenValue } from './members';
import { jsonValue, textValue, toldOf, type Told, type Value } from './told';

type Entry = [name: string, value: Value];

const nothingWritten = { numberIn: () => undefined };

/** Members of a part as they were written. `parsed`: what another reader made of it, where that cannot be had. */
function membersOf(text: string, parsed: JsonObject): Entry[] {
	const written = parseWritten(text);
	return written && isJsonObject(written.value)
		? membersByPath(written.value, written)
		: membersByPath(parsed, nothingWritten);
}

const headerMembers = (entries: readonly Entry[]): Entry[] =>
	entries.map(([name, value]) => [`header.${name}`, value]);

/** How long it is good for, in whole seconds (RFC 7519 §4.1.4, RFC 7519 §4.1.6). */
function lifetime({ exp, iat }: JsonObject): Entry[] {
	return isNumericDate(exp) && isNumericDate(iat)
		? [['@lifetime', textValue(String(Math.round(exp - iat)))]]
		: [];
}

/** More of them are counted, and not looked at: no issuer has a use for so many. */
const mostDisclosures = 10_000;

/** Name and value of a disclosure; without a name it is an element of a list (RFC 9901 §4.2). */
function readDisclosure(text: string): { name?: string; value: unknown; written: WrittenJson } | undefined {
	const json = text === '' ? undefined : textOfPart(text);
	const written = json === undefined ? undefined : parseWritten(json);
	if (!written || !Array.isArray(written.value)) return undefined;
	const parts: unknown[] = written.value;
	if (parts.length === 2) return { value: parts[1], written };
	return parts.length === 3 && typeof parts[1] === 'string'
		? { name: parts[1], value: parts[2], written }
		: undefined;
}

/** What the disclosures behind an SD-JWT tell: their names as a set, and each value. */
function disclosed(texts: readonly string[]): Entry[] {
	const all = texts.slice(0, mostDisclosures).map(readDisclosure);
	const read = all.filter((one) => one !== undefined);
	const names = read.map(({ name }) => name ?? '[…]');
	const unread = texts.length - read.length;
	return [
		['@disclosed', jsonValue(names)],
		...(unread > 0 ? [['@unread-disclosures', textValue(String(unread))] satisfies Entry] : []),
		...read.flatMap(({ name, value, written }): Entry[] =>
			name === undefined ? [] : [[`~${name}`, writtenValue(value, written)]]
		)
	];
}

function tellDecoded(decoded: DecodedToken): Entry[] {
	const [header, claims] = textsOf(decoded);
	return [
		...headerMembers(membersOf(header, decoded.header)),
		...membersOf(claims, decoded.claims),
		...lifetime(decoded.claims)
	];
}

/** A token that was taken apart, with the disclosures behind it. */
export const tellRead = (decoded: DecodedToken, disclosures?: readonly string[]): Told =>
	toldOf([...tellDecoded(decoded), ...(disclosures ? disclosed(disclosures) : [])]);

/** Undefined: nothing in it can be read. */
export function tellToken(token: string): Told | undefined {
	const selective = disclosuresIn(token);
	const decoded = decodeToken(selective?.jwt ?? token);
	if (decoded.ok) return tellRead(decoded.value, selective?.disclosures);
	const header = encryptedHeader(token);
	return header && toldOf(headerMembers(membersByPath(header, nothingWritten)), 'encrypted');
}
