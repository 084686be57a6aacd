/** Whether a member of a key set can be used here, and which of its members is in the way. */
import { isPublicKey, type PublicKey } from '$lib/client/key-set';
import { note, type Phrase } from '$lib/lexicon/said';
import { isJsonObject, type JsonObject } from '$lib/message/json-body';
import { exponentOf, longestModulus, modulusBytes } from '$lib/message/signature';
import { decodeBase64url } from '$lib/wire/base64url';

/** RFC 7518 §6.2.2, §6.3.2, §6.4.1, RFC 8037 §2, and `priv` of AKP keys: what only its owner may have. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'] as const;

export const isPrivate = (key: JsonObject): boolean =>
	key.kty !== 'oct' && privateMembers.some((name) => Object.hasOwn(key, name));

/** The public half. */
export const publicHalf = (key: PublicKey): PublicKey => {
	const rest = Object.entries(key).filter(([name]) => !privateMembers.some((member) => member === name));
	return { ...Object.fromEntries(rest), kty: key.kty };
};

/** The members without which a key is none (RFC 7518 §6, RFC 8037 §2, and of AKP keys). */
const needed: Readonly<Record<string, readonly string[]>> = {
	RSA: ['n', 'e'],
	EC: ['crv', 'x', 'y'],
	OKP: ['crv', 'x'],
	oct: ['k'],
	AKP: ['alg', 'pub']
};

const ofBytes: ReadonlySet<string> = new Set(['n', 'e', 'x', 'y', 'k', 'pub']);

function rsaFault(key: PublicKey): Phrase | undefined {
	const length = modulusBytes(key.n ?? '') ?? 0;
	if (length > longestModulus) return note('modulus-too-long', length * 8);
	const exponent = exponentOf(key.e ?? '');
	return exponent.good ? undefined : note('exponent-refused', exponent.shown);
}

/** Why it is no key that can be used. Undefined: nothing is known against it. */
export function faultOfKey(key: unknown): Phrase | undefined {
	if (!isJsonObject(key)) return note('not-an-object');
	if (typeof key.kty !== 'string') return note('no-kty');
	const members = Object.hasOwn(needed, key.kty) ? needed[key.kty] : undefined;
	if (!members) return note('kty-unknown', key.kty.slice(0, 40));
	const missing = members.find((name) => !Object.hasOwn(key, name));
	if (missing !== undefined) return note('member-missing', missing);
	const malformed = members.find((name) => !isWellFormed(name, key[name]));
	if (malformed !== undefined) return note('member-malformed', malformed);
	if (!isPublicKey(key))
		return note('member-malformed', optional.find((name) => !isText(key[name])) ?? 'key_ops');
	return key.kty === 'RSA' ? rsaFault(key) : undefined;
}

const optional = ['kid', 'alg', 'use', 'crv', 'n', 'e', 'x', 'y'];
const isText = (value: unknown): boolean => value === undefined || typeof value === 'string';

const isWellFormed = (name: string, value: unknown): boolean =>
	typeof value === 'string' && value !== '' && (!ofBytes.has(name) || bytesOfMember(value) !== undefined);

/** The bytes of a member of a key that has them in base64url (RFC 7518 §6). */
export function bytesOfMember(value: unknown): Uint8Array | undefined {
	const bytes = typeof value === 'string' ? decodeBase64url(value) : undefined;
	return bytes?.ok ? bytes.value : undefined;
}
