/** What a token says of itself, without trust in it: whether it was signed by whom it says, this does not ask. */
import { decodeToken, encryptedHeader } from '$lib/message/jwt';
import type { JsonObject } from '$lib/message/json-body';
import { jsonValue, textValue, toldOf, type Told, type Value } from './told';

const headerMembers = (header: JsonObject): [string, Value][] =>
	Object.entries(header).map(([name, value]) => [`header.${name}`, jsonValue(value)]);

/** How long it is good for, in whole seconds (RFC 7519 §4.1.4, RFC 7519 §4.1.6). */
function lifetime({ exp, iat }: JsonObject): [string, Value][] {
	return typeof exp === 'number' && typeof iat === 'number'
		? [['@lifetime', textValue(String(Math.round(exp - iat)))]]
		: [];
}

/** Undefined: nothing in it can be read. */
export function tellToken(token: string): Told | undefined {
	const decoded = decodeToken(token);
	if (!decoded.ok) {
		const header = encryptedHeader(token);
		return header && toldOf(headerMembers(header), 'encrypted');
	}
	const { header, claims } = decoded.value;
	const said = Object.entries(claims).map(([name, value]): [string, Value] => [name, jsonValue(value)]);
	return toldOf([...headerMembers(header), ...said, ...lifetime(claims)]);
}
