import { compactVerify, importJWK, type JWK } from 'jose';

/**
 * Whether this key made the signature of a JWS in the compact form, by this algorithm and no other.
 * @see [RFC 7515 §5.2](https://www.rfc-editor.org/rfc/rfc7515#section-5.2)
 */
export async function isSignedWith(jws: string, key: JWK, alg: string): Promise<boolean> {
	try {
		await compactVerify(jws, await importJWK(key, alg), { algorithms: [alg] });
		return true;
	} catch {
		return false;
	}
}
