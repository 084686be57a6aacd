import { calculateJwkThumbprint, importJWK } from 'jose';
import * as v from 'valibot';
import type { AskFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { parseJson } from '$lib/wire/json';
import { onlyKnown } from '$lib/lexicon/only-known';

const text = v.exactOptional(v.string());
const privateKeySchema = v.looseObject({
	kty: v.string(),
	d: v.string(),
	kid: text,
	alg: text,
	crv: text,
	n: text,
	e: text,
	x: text,
	y: text
});

/**
 * A key that signs for the client. `publicJwk` is what the application is registered with, as JSON. Without a `kid`
 * the server finds the key by its type: it refuses a `kid` that the registered key does not have.
 */
export interface SigningKey {
	key: CryptoKey;
	kid?: string;
	publicJwk: string;
}

const defaultAlgorithm: Record<string, string> = {
	RSA: 'RS256',
	'P-256': 'ES256',
	'P-384': 'ES384',
	'P-521': 'ES512',
	Ed25519: 'EdDSA'
};

/**
 * The key of a private JWK (RFC 7517 §4), not extractable from here on. A new one is not registered anywhere yet: it
 * gets its thumbprint as `kid`. Any other keeps its own, or has none.
 * Refused: what is no JSON, no private key, or of a type that browsers do not sign with.
 */
export async function importSigningKey(json: string, isNew = false): Promise<Result<SigningKey, AskFailure>> {
	try {
		const jwk = v.parse(privateKeySchema, parseJson(json));
		const alg = jwk.alg ?? defaultAlgorithm[jwk.crv ?? jwk.kty] ?? '';
		const key = await importJWK(jwk, alg, { extractable: false });
		if (key instanceof Uint8Array || key.type !== 'private') throw new TypeError('not a private key');
		const { kty, crv, n, e, x, y } = jwk;
		const bare = {
			kty,
			...(crv ? { crv } : {}),
			...(n ? { n } : {}),
			...(e ? { e } : {}),
			...(x ? { x } : {}),
			...(y ? { y } : {})
		};
		const kid = jwk.kid ?? (isNew ? await calculateJwkThumbprint(bare) : undefined);
		const publicJwk = JSON.stringify({ ...bare, kid, alg, use: 'sig' });
		return ok({ key, publicJwk, ...onlyKnown({ kid }) });
	} catch (error) {
		return fail({ reason: 'key-unusable', field: 'key', where: error instanceof Error ? error.message : '' });
	}
}
