import type { JWK } from 'jose';
import type { KeySet, PublicKey } from '$lib/client/key-set';
import { note, type Phrase } from '$lib/lexicon/said';
import type { Compact } from '$lib/message/compact';
import { isJsonObject, stringOf } from '$lib/message/json-body';
import { isJwk } from '$lib/message/jwt';
import type { SignatureFit } from '$lib/message/signature';
import { faultOfKey } from './judged';
import { keyOfX5c } from './pem';

const members = ['kty', 'crv', 'n', 'e', 'x', 'y', 'pub'] as const;

/** Whether two keys are one (RFC 7638 §3.2: the members that make the key, and nothing that is said of it). */
export const isSameKey = (one: JWK, other: JWK): boolean =>
	members.every((name) => one[name] === other[name]);

/**
 * Keys and addresses of keys that a token carries in its own header. None is trusted and none fetched: whoever makes a
 * token can put a key of his own into it. Whether the one in there would fit is told, because readers fall for it.
 * @see [RFC 8725 §3.10](https://www.rfc-editor.org/rfc/rfc8725#section-3.10)
 */
export async function carriedKeys(
	{ header }: Compact,
	fits: (key: JWK) => Promise<SignatureFit>,
	known: KeySet | undefined,
	nameOf: (key: PublicKey) => Phrase
): Promise<Phrase[]> {
	const notes: Phrase[] = [];
	const [first] = Array.isArray(header.x5c) ? (header.x5c as unknown[]) : [];
	const carried: readonly (readonly [string, unknown])[] = [
		['jwk', header.jwk],
		['x5c', typeof first === 'string' ? await keyOfX5c(first) : undefined]
	];
	for (const [name, key] of carried) {
		if (!Object.hasOwn(header, name)) continue;
		const isKey = isJsonObject(key) && isJwk(key) && key.kty !== 'oct' && faultOfKey(key) === undefined;
		const same = isKey ? known?.keys.find((one) => isSameKey(one, key)) : undefined;
		if (same) notes.push(note('carries-known-key', name, nameOf(same)));
		else if (isKey && (await fits(key)) === 'fits') notes.push(note('carries-fitting-key', name));
		else notes.push(note('carries-key', name));
	}
	for (const name of ['jku', 'x5u']) {
		const url = stringOf(header, name);
		if (url !== undefined) notes.push(note('carries-address', name, url.slice(0, 300)));
	}
	return notes;
}
