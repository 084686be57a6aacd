import type { JWK } from 'jose';
import { onlyKnown } from '$lib/lexicon/only-known';
import { bytesOfMember } from './judged';

/**
 * Whether a key opens the encrypted key of a token, which is checked by itself in RSA-OAEP and AES key wrap: then what does
 * not fit is the content. Undefined: this algorithm does not tell.
 * @see [RFC 7518 §4.3](https://www.rfc-editor.org/rfc/rfc7518#section-4.3)
 */
export async function opensKey(alg: string, key: JWK, encrypted: Uint8Array): Promise<boolean | undefined> {
	const open = alg.startsWith('RSA-OAEP') ? openRsa : /^A\d+KW$/.test(alg) ? openWrapped : undefined;
	if (!open) return undefined;
	try {
		await open(alg, key, Uint8Array.from(encrypted));
		return true;
	} catch (error) {
		return error instanceof DOMException && error.name === 'OperationError' ? false : undefined;
	}
}

async function openRsa(alg: string, jwk: JWK, encrypted: Uint8Array<ArrayBuffer>): Promise<void> {
	const hash = alg === 'RSA-OAEP' ? 'SHA-1' : `SHA-${alg.slice(9)}`;
	const { kty, n, e, d, p, q, dp, dq, qi } = jwk;
	const bare = onlyKnown({ kty, n, e, d, p, q, dp, dq, qi });
	const key = await crypto.subtle.importKey('jwk', bare, { name: 'RSA-OAEP', hash }, false, ['decrypt']);
	await crypto.subtle.decrypt({ name: 'RSA-OAEP' }, key, encrypted);
}

async function openWrapped(_: string, { k = '' }: JWK, encrypted: Uint8Array<ArrayBuffer>): Promise<void> {
	const bytes = Uint8Array.from(bytesOfMember(k) ?? []);
	const key = await crypto.subtle.importKey('raw', bytes, 'AES-KW', false, ['unwrapKey']);
	// Any algorithm would do whose keys have every length.
	const as: HmacImportParams = { name: 'HMAC', hash: 'SHA-256' };
	await crypto.subtle.unwrapKey('raw', encrypted, key, 'AES-KW', as, false, ['sign']);
}
