/** Signatures that anybody can make: by a public key taken for a secret, or by a key that the token brings itself. */
import { exportSPKI, importJWK, type JWK } from 'jose';
import { kindsFor, isOfSecret } from '$lib/client/algorithms';
import type { PublicKey } from '$lib/client/key-set';
import { say, sayOfToken } from '$lib/lexicon/said';
import { shown, stringOf } from '$lib/message/json-body';
import { isJwk, type DecodedToken } from '$lib/message/jwt';
import { signatureFit, type SignatureFit } from '$lib/message/signature';
import { encodeBase64url } from '$lib/wire/base64url';
import { isSameKey } from '../keys/carried';
import { skipped, type Found, type Held } from './row';

/** So many keys are tried: an attacker takes the one that is used. */
const mostTried = 20;

const importable: Readonly<Record<string, string>> = {
	RSA: 'RS256',
	'P-256': 'ES256',
	'P-384': 'ES384',
	'P-521': 'ES512',
	Ed25519: 'EdDSA'
};

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** What libraries were fed as a secret where a public key was meant: PEM with and without its last line end, and DER. */
async function secretsOf(key: PublicKey): Promise<Uint8Array[]> {
	const alg = importable[key.kty === 'RSA' ? 'RSA' : (key.crv ?? '')];
	if (alg === undefined) return [];
	try {
		const { kty, crv, n, e, x, y } = key;
		const imported = await importJWK({ kty, crv, n, e, x, y } as JWK, alg, { extractable: true });
		if (imported instanceof Uint8Array) return [];
		const pem = (await exportSPKI(imported)).trim();
		const der = new Uint8Array(await crypto.subtle.exportKey('spki', imported));
		return [bytesOf(`${pem}\n`), bytesOf(pem), der];
	} catch {
		// No key that this browser knows: nothing can be made of it here.
		return [];
	}
}

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

/** An HMAC alone can be confused: of any other algorithm there is nothing to try. */
export const withoutSecret = ({ header }: Held): Found | undefined =>
	isOfSecret(stringOf(header, 'alg') ?? '') ? undefined : skipped(sayOfToken('no-hmac'));

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
