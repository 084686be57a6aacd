import { decodeBase64url } from '$lib/wire/base64url';
import { onlyKnown } from '$lib/lexicon/only-known';
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

/** What Web Cryptography calls an algorithm of RFC 7518 §3.1 and RFC 8037 §3.1, to import its key and to verify with it. */
interface Verifier {
	imported: RsaHashedImportParams | EcKeyImportParams | Algorithm;
	verified: RsaPssParams | EcdsaParams | Algorithm;
}

function verifierOf(alg: string, crv: string): Verifier | undefined {
	const hash = `SHA-${alg.slice(2)}`;
	const rsa = { RS: 'RSASSA-PKCS1-v1_5', PS: 'RSA-PSS' }[alg.slice(0, 2)];
	if (/^[REP]S(?:256|384|512)$/.test(alg)) {
		if (rsa === undefined)
			return { imported: { name: 'ECDSA', namedCurve: crv }, verified: { name: 'ECDSA', hash } };
		return {
			imported: { name: rsa, hash },
			verified: { name: rsa, saltLength: Number(alg.slice(2)) / 8 }
		};
	}
	// No browser has Ed448.
	return /^Ed/.test(alg) && crv === 'Ed25519'
		? { imported: { name: crv }, verified: { name: crv } }
		: undefined;
}

/** `unable`: what verifies here does not know this algorithm. `unusable`: the key is none. */
export type SignatureFit = 'fits' | 'differs' | 'unable' | 'unusable';

/**
 * Whether a signature fits header and payload as they stand, by this key. Nothing else is looked at: not what the header
 * says of itself, and not what the key says that it is for.
 * @see [RFC 7515 §5.2](https://www.rfc-editor.org/rfc/rfc7515#section-5.2)
 */
export async function signatureFit(
	[header, payload, signature]: readonly [string, string, string],
	{ kty, crv, n, e, x, y }: JWK,
	alg: string
): Promise<SignatureFit> {
	const verifier = verifierOf(alg, crv ?? '');
	const bytes = decodeBase64url(signature);
	if (!verifier) return 'unable';
	try {
		const bare = onlyKnown({ kty, crv, n, e, x, y });
		const key = await crypto.subtle.importKey('jwk', bare, verifier.imported, false, ['verify']);
		if (!bytes.ok) return 'differs';
		const signed = new TextEncoder().encode(`${header}.${payload}`);
		const fits = await crypto.subtle.verify(verifier.verified, key, Uint8Array.from(bytes.value), signed);
		return fits ? 'fits' : 'differs';
	} catch (error) {
		return error instanceof DOMException && error.name === 'NotSupportedError' ? 'unable' : 'unusable';
	}
}

/**
 * What of the length of a signature shows that it is none by this key (RFC 7518 §3.3, §3.4): it was cut off or is of
 * another, or the two numbers of an elliptic curve are wrapped in DER, as many libraries write them. Undefined: nothing.
 */
export function lengthFault(
	signature: string,
	alg: string,
	{ crv, n }: JWK
): { found: number; wanted: number; der: boolean } | undefined {
	const curves: Record<string, number> = { 'P-256': 64, 'P-384': 96, 'P-521': 132, Ed25519: 64, Ed448: 114 };
	const wanted = /^[RP]S/.test(alg) ? modulusBytes(n ?? '') : curves[crv ?? ''];
	const bytes = decodeBase64url(signature);
	if (!bytes.ok || !wanted || bytes.value.length === wanted) return undefined;
	const [tag, length] = bytes.value;
	// Behind 0x30 stands the length of the rest: in one byte, or in the byte behind 0x81.
	const rest = length === 0x81 ? (bytes.value[2] ?? 0) + 1 : length;
	const der = alg.startsWith('ES') && tag === 0x30 && rest === bytes.value.length - 2;
	return { found: bytes.value.length, wanted, der };
}

/** How many bytes the modulus of an RSA key has, without zeros before it. */
export function modulusBytes(n: string): number | undefined {
	const bytes = decodeBase64url(n);
	if (!bytes.ok) return undefined;
	const first = bytes.value.findIndex((byte) => byte !== 0);
	return first === -1 ? 0 : bytes.value.length - first;
}
