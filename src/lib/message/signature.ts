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

function verifierOf(alg: string, { kty, crv = '' }: JWK): Verifier | undefined {
	const hash = `SHA-${alg.slice(2)}`;
	const rsa = { RS: 'RSASSA-PKCS1-v1_5', PS: 'RSA-PSS' }[alg.slice(0, 2)];
	if (/^[REPH]S(?:256|384|512)$/.test(alg)) {
		if (alg.startsWith('H')) return { imported: { name: 'HMAC', hash }, verified: { name: 'HMAC' } };
		if (rsa === undefined)
			return { imported: { name: 'ECDSA', namedCurve: crv }, verified: { name: 'ECDSA', hash } };
		return {
			imported: { name: rsa, hash },
			verified: { name: rsa, saltLength: Number(alg.slice(2)) / 8 }
		};
	}
	// No browser has Ed448.
	if (/^Ed/.test(alg) && kty === 'OKP' && crv === 'Ed25519')
		return { imported: { name: crv }, verified: { name: crv } };
	// Few browsers have these: one that does not says so at the import.
	return /^ML-DSA-(?:44|65|87)$/.test(alg) && kty === 'AKP'
		? { imported: { name: alg }, verified: { name: alg } }
		: undefined;
}

/** `unable`: what verifies here does not know this algorithm. `unusable`: the key is none. */
export type SignatureFit = 'fits' | 'differs' | 'unable' | 'unusable';

type Parts = readonly [header: string, payload: string, signature: string];

/**
 * Asks of one key after the other whether a signature fits header and payload as they stand, also a payload that is not
 * encoded (RFC 7797 §3). Nothing else is looked at: not what the header says of itself, and not what the key says that it
 * is for. What is the same for every key is made once.
 * @see [RFC 7515 §5.2](https://www.rfc-editor.org/rfc/rfc7515#section-5.2)
 */
export function signatureFitter(
	[header, payload, signature]: Parts,
	alg: string
): (key: JWK) => Promise<SignatureFit> {
	const bytes = decodeBase64url(signature);
	const made = bytes.ok ? Uint8Array.from(bytes.value) : undefined;
	const signed = new TextEncoder().encode(`${header}.${payload}`);
	return async (jwk) => {
		const verifier = verifierOf(alg, jwk);
		if (!verifier) return 'unable';
		if (jwk.kty === 'RSA' && !isBounded(jwk)) return 'unusable';
		try {
			const { kty, crv, n, e, x, y, k, pub } = jwk;
			const bare = onlyKnown({ kty, crv, n, e, x, y, k, pub, alg: kty === 'AKP' ? alg : undefined });
			const key = await crypto.subtle.importKey('jwk', bare, verifier.imported, false, ['verify']);
			if (!made) return 'differs';
			return (await crypto.subtle.verify(verifier.verified, key, made, signed)) ? 'fits' : 'differs';
		} catch (error) {
			return error instanceof DOMException && error.name === 'NotSupportedError' ? 'unable' : 'unusable';
		}
	};
}

/** The same of one key. */
export const signatureFit = (parts: Parts, key: JWK, alg: string): Promise<SignatureFit> =>
	signatureFitter(parts, alg)(key);

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

/** RFC 7518 §3.3, §3.5: the modulus of an RSA key has 2048 bits or more. */
export const fewestBytes = 256;

/** How many bytes the modulus of an RSA key has, without zeros before it. */
export function modulusBytes(n: string): number | undefined {
	const bytes = decodeBase64url(n);
	if (!bytes.ok) return undefined;
	const first = bytes.value.findIndex((byte) => byte !== 0);
	return first === -1 ? 0 : bytes.value.length - first;
}

/** Bytes of the longest modulus with which anything is worked out: 16,384 bits, more than any library makes by itself. */
export const longestModulus = 2048;

/** More digits than anybody uses make every verification slow: 65,537 has 17 bits, and libraries stop at 64. */
const longestExponent = 8;

/**
 * The public exponent, and whether it is one: odd and 3 or more (RFC 8017 §3.1). With 1, a signature is what it signs, so
 * that everybody can make it.
 */
export function exponentOf(e: string): { good: boolean; shown: string } {
	const bytes = decodeBase64url(e);
	if (!bytes.ok || bytes.value.length === 0) return { good: false, shown: e.slice(0, 20) };
	const digits = bytes.value.slice(bytes.value.findIndex((byte) => byte !== 0));
	if (digits.length > longestExponent) return { good: false, shown: `${e.slice(0, 20)}…` };
	const value = digits.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
	return { good: value >= 3n && value % 2n === 1n, shown: String(value) };
}

/** A key that a token brings may have any value in its members. */
function isBounded({ n, e }: { n?: unknown; e?: unknown }): boolean {
	if (typeof n !== 'string' || typeof e !== 'string') return false;
	const length = modulusBytes(n) ?? 0;
	return length > 0 && length <= longestModulus && exponentOf(e).good;
}
