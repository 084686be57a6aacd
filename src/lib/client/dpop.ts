import * as oauth from 'oauth4webapi';
import * as v from 'valibot';
import { parseJson } from '$lib/wire/json';

/** A P-256 key pair as a private JWK: what one attempt keeps for its proofs (RFC 9449 §4.2). */
const keySchema = v.object({
	kty: v.literal('EC'),
	crv: v.literal('P-256'),
	x: v.string(),
	y: v.string(),
	d: v.string()
});

export type DpopKey = v.InferOutput<typeof keySchema>;

/** The newest `DPoP-Nonce` of each origin: the next proof for it carries that nonce (RFC 9449 §8). */
export type DpopNonces = Readonly<Record<string, string>>;

/** The key from the JSON that a trace holds; undefined when it is none. */
export function parseDpopKey(text: string): DpopKey | undefined {
	const parsed = v.safeParse(keySchema, parseJson(text));
	return parsed.success ? parsed.output : undefined;
}

const originOf = (htu: unknown): string =>
	typeof htu === 'string' && URL.canParse(htu) ? new URL(htu).origin : '';

async function keyPairOf(key: DpopKey): Promise<CryptoKeyPair | undefined> {
	const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
	const { kty, crv, x, y } = key;
	try {
		const [privateKey, publicKey] = await Promise.all([
			crypto.subtle.importKey('jwk', key, algorithm, false, ['sign']),
			crypto.subtle.importKey('jwk', { kty, crv, x, y }, algorithm, true, ['verify'])
		]);
		return { privateKey, publicKey };
	} catch {
		// The platform refuses numbers that are no point of the curve.
		return undefined;
	}
}

/**
 * A handle that signs proofs with this key; undefined when its numbers make no key.
 * @see [RFC 9449 §4.2](https://www.rfc-editor.org/rfc/rfc9449#section-4.2)
 */
export async function dpopHandle(key: DpopKey, nonces: DpopNonces): Promise<oauth.DPoPHandle | undefined> {
	const pair = await keyPairOf(key);
	const options: oauth.ModifyAssertionOptions = {
		[oauth.modifyAssertion]: (_header, payload) => {
			const nonce = nonces[originOf(payload.htu)];
			if (nonce !== undefined) payload.nonce = nonce;
		}
	};
	return pair && oauth.DPoP({}, pair, options);
}
