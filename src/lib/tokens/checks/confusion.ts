/** Signatures that anybody can make: by a public key taken for a secret, or by a key that the token brings itself. */
import { kindsFor, isOfSecret } from '$lib/client/algorithms';
import type { PublicKey } from '$lib/client/key-set';
import { say, sayOfToken } from '$lib/lexicon/said';
import { shown, stringOf } from '$lib/message/json-body';
import { isJwk, type DecodedToken } from '$lib/message/jwt';
import { signatureFit, type SignatureFit } from '$lib/message/signature';
import { encodeBase64url } from '$lib/wire/base64url';
import { isSameKey } from '../keys/carried';
import { isPublicKeyText, secretsOf } from './public-secrets';
import { skipped, type Found, type Held } from './row';

/** So many keys are tried: an attacker takes the one that is used. */
const mostTried = 20;

/** Whether these bytes are the secret of the HMAC. */
export const fitsSecret = (
	parts: DecodedToken['parts'],
	secret: Uint8Array,
	alg: string
): Promise<SignatureFit> => signatureFit(parts, { kty: 'oct', k: encodeBase64url(secret) }, alg);

/**
 * Whether the HMAC of a token was made with a public key as its secret, which everybody knows.
 * @see [RFC 8725 §2.1](https://www.rfc-editor.org/rfc/rfc8725#section-2.1)
 */
export async function judgeConfusion({ token, header }: Held, keys: readonly PublicKey[]): Promise<Found> {
	const alg = stringOf(header, 'alg') ?? '';
	const expected = sayOfToken('not-by-public-key-as-secret');
	const tried = keys.slice(0, mostTried);
	for (const key of tried) {
		for (const secret of await secretsOf(key)) {
			if ((await fitsSecret(token.parts, secret, alg)) === 'fits')
				return { status: 'fail', expected, actual: sayOfToken('by-public-key-as-secret', key.kid ?? '1') };
		}
	}
	return { status: 'pass', expected, actual: sayOfToken('public-keys-tried', tried.length) };
}

/** An HMAC alone can be confused. Where the secret that was typed is a public key, no key has to be known for it. */
export function withoutKeys({ header, secret }: Held): Found | undefined {
	if (!isOfSecret(stringOf(header, 'alg') ?? '')) return skipped(sayOfToken('no-hmac'));
	const expected = sayOfToken('not-by-public-key-as-secret');
	return secret && isPublicKeyText(secret)
		? { status: 'fail', expected, actual: sayOfToken('secret-is-public-key') }
		: undefined;
}

const places = ['jku', 'x5u', 'x5c'] as const;

/**
 * Keys that a token brings, or says where to fetch. Only those that are trusted already may be used.
 * @see [RFC 8725 §3.10](https://www.rfc-editor.org/rfc/rfc8725#section-3.10)
 */
export async function judgeOwnKey({ token, header, known, signature }: Held): Promise<Found> {
	const expected = sayOfToken('no-key-in-header');
	const { jwk } = header;
	if (jwk !== undefined) {
		if (isJwk(jwk) && known.keys?.keys.some((key) => isSameKey(key, jwk)))
			return { status: 'pass', expected, actual: sayOfToken('brings-known-key') };
		const alg = stringOf(header, 'alg') ?? '';
		const isForged =
			isJwk(jwk) &&
			kindsFor(alg).length > 0 &&
			known.keys !== undefined &&
			(await signature())[2].status !== 'pass' &&
			(await signatureFit(token.parts, jwk, alg)) === 'fits';
		return isForged
			? { status: 'fail', expected, actual: sayOfToken('signed-by-own-key') }
			: { status: 'warn', expected, actual: sayOfToken('brings-key', 'jwk') };
	}
	const place = places.find((name) => header[name] !== undefined);
	if (place === undefined) return { status: 'pass', expected, actual: expected };
	const isOwn = place === 'jku' && header.jku === known.server?.jwks_uri;
	return isOwn
		? { status: 'pass', expected, actual: say('named', 'jku', sayOfToken('of-metadata')) }
		: { status: 'warn', expected, actual: sayOfToken('brings-key', place) };
}

/** What has a meaning in paths, in SQL or in LDAP, and in no name of a key. */
const dangerous = /\.\.|[\u0000-\u001f\u007f'"`;\\<>|(){}*$]/;

export function judgeKid({ header: { kid } }: Held): Found {
	const expected = sayOfToken('a-plain-kid');
	if (kid === undefined) return skipped(say('not-needed'));
	if (typeof kid !== 'string') return { status: 'fail', expected, actual: sayOfToken('no-text', shown(kid)) };
	return { status: dangerous.test(kid) ? 'warn' : 'pass', expected, actual: kid.slice(0, 300) };
}
