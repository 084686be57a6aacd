/** What form a token has, and whether a text that comes in pieces is a whole one. */
import type { TokenForm } from '$lib/lexicon/token-forms';
import { stringOf } from '../json-body';
import { decodeToken, disclosuresIn, encryptedHeader, headerIn } from '../jwt';

/** How `{` and a quote, a blank or a break of the line behind it are written in base64url; and an empty header. */
const begin = '(?:ey[A-DI-L]|ew[k-r0-3]|e30(?=\\.))';

export const beginsAsJose = (text: string): boolean => new RegExp(`^${begin}`).test(text);

const jose = new RegExp(`^${begin}[^\\s.]{4,}(?:\\.|$)|^e30\\.`);

/** Written as RFC 7515 §7.1 or RFC 7516 §7.1 has it, whatever is wrong in it. */
export const looksLikeJose = (text: string): boolean => jose.test(text);

export function formOf(text: string): TokenForm {
	const selective = disclosuresIn(text);
	if (selective && decodeToken(selective.jwt).ok) return 'sd-jwt';
	if (decodeToken(text).ok) return 'jws';
	if (encryptedHeader(text)) return 'jwe';
	return looksLikeJose(text) ? 'broken' : 'opaque';
}

/** How many characters of base64url a signature has (RFC 7518 §3.1, RFC 8037 §3.1); of RSA by the usual sizes of its keys. */
const rsa = [342, 512, 683, 1366];
const signatureLengths: Readonly<Record<string, readonly number[]>> = {
	HS256: [43],
	HS384: [64],
	HS512: [86],
	ES256: [86],
	ES256K: [86],
	ES384: [128],
	ES512: [176],
	EdDSA: [86, 152],
	Ed25519: [86],
	Ed448: [152],
	none: [0]
};
/** Of the tag: 16, 24 or 32 octets (RFC 7518 §5.1). */
const tagLengths = [22, 32, 43];

/** Whether nothing can be missing at the end of a token with this beginning (its header) and so many signs behind its last dot. */
export function endsWhole(header: string, dots: number, behind: number): boolean {
	if (dots === 4) return tagLengths.includes(behind);
	if (dots !== 2) return false;
	const alg = stringOf(headerIn(header) ?? {}, 'alg') ?? '';
	const lengths = /^[RP]S/.test(alg)
		? rsa
		: Object.hasOwn(signatureLengths, alg)
			? signatureLengths[alg]
			: [];
	return lengths?.includes(behind) ?? false;
}
