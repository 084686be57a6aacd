/** Public keys as bytes that somebody may have taken for the secret of an HMAC: RFC 8725 §2.1. */
import { importJWK, type JWK } from 'jose';
import type { PublicKey } from '$lib/client/key-set';
import { isJwk } from '$lib/message/jwt';
import { encodeBase64 } from '$lib/wire/base64';
import { parseJson } from '$lib/wire/json';
import { rsaOfSpki } from '../keys/der';
import { derOfX5c } from '../keys/pem';

const importable: Readonly<Record<string, string>> = {
	RSA: 'RS256',
	'P-256': 'ES256',
	'P-384': 'ES384',
	'P-521': 'ES512',
	Ed25519: 'EdDSA'
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** DER, and PEM of it by either end of a line, with and without the last one. */
function formsOf(label: string, der: Uint8Array): Uint8Array[] {
	const lines = encodeBase64(der).match(/.{1,64}/g) ?? [];
	const all = [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`];
	const texts = ['\n', '\r\n'].flatMap((end) => [all.join(end) + end, all.join(end)]);
	return [...texts.map(bytesOf), der];
}

async function spkiOf({ kty, crv, n, e, x, y }: PublicKey): Promise<Uint8Array | undefined> {
	const alg = importable[kty === 'RSA' ? 'RSA' : (crv ?? '')];
	if (alg === undefined) return undefined;
	try {
		const key = await importJWK({ kty, crv, n, e, x, y } as JWK, alg, { extractable: true });
		if (key instanceof Uint8Array) return undefined;
		return new Uint8Array(await crypto.subtle.exportKey('spki', key));
	} catch {
		// No key that this browser knows: nothing can be made of it here.
		return undefined;
	}
}

function certificateOf({ x5c }: PublicKey): Uint8Array | undefined {
	const [first] = Array.isArray(x5c) ? (x5c as unknown[]) : [];
	return typeof first === 'string' ? derOfX5c(first) : undefined;
}

/** A key in the forms in which libraries were fed it: SPKI, PKCS #1 where it is an RSA key, and its certificate. */
export async function secretsOf(key: PublicKey): Promise<Uint8Array[]> {
	const spki = await spkiOf(key);
	const rsa = spki && key.kty === 'RSA' ? rsaOfSpki(spki) : undefined;
	const certificate = certificateOf(key);
	return [
		...(spki ? formsOf('PUBLIC KEY', spki) : []),
		...(rsa ? formsOf('RSA PUBLIC KEY', rsa) : []),
		...(certificate ? formsOf('CERTIFICATE', certificate) : [])
	];
}

/** Whether the bytes of a secret are the text of a public key, as PEM or as a JWK. */
export function isPublicKeyText(secret: Uint8Array): boolean {
	const text = new TextDecoder().decode(secret).trim();
	if (/^-----BEGIN (?:(?:RSA )?PUBLIC KEY|CERTIFICATE)-----/.test(text)) return true;
	const key = text.startsWith('{') ? parseJson(text) : undefined;
	return isJwk(key) && key.kty !== 'oct' && !Object.hasOwn(key, 'd');
}
