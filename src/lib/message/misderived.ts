/** How a challenge that is not that of its verifier was made: each is compared with what such a mistake comes to. */
import type { ChallengeFault } from '$lib/lexicon/proofs';
import { decodeBase64, encodeBase64 } from '$lib/wire/base64';
import { encodeBase64url } from '$lib/wire/base64url';
import { percentDecoded } from './value-change';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const digest = async (bytes: Uint8Array<ArrayBuffer>, hash = 'SHA-256'): Promise<Uint8Array<ArrayBuffer>> =>
	new Uint8Array(await crypto.subtle.digest(hash, bytes));

const hexOf = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const bare = (text: string): string => text.replace(/=+$/, '');
/** One alphabet for both, without padding: a `+` that a form made a space of is one again. */
const asUrl = (text: string): string => bare(text).replace(/[+ ]/g, '-').replaceAll('/', '_');

/** The texts that stand for these bytes, in hexadecimal and in both alphabets of base64. */
const isHash = (challenge: string, hash: Uint8Array): boolean =>
	asUrl(challenge) === encodeBase64url(hash) || challenge.toLowerCase() === hexOf(hash);

const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from([...text].flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8]));

const hexBytes = (text: string): Uint8Array<ArrayBuffer> | undefined =>
	/^(?:[\da-f]{2})+$/i.test(text)
		? Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
		: undefined;

/** What the signs of a verifier may stand for, where it was made of random bytes. */
function decodedForms(verifier: string): Uint8Array<ArrayBuffer>[] {
	const base64 = decodeBase64(bare(verifier).replaceAll('-', '+').replaceAll('_', '/'));
	return [hexBytes(verifier), base64 && Uint8Array.from(base64)].flatMap((bytes) => (bytes ? [bytes] : []));
}

/** A text in base64, however it was encoded and decoded on its way. */
const isBase64Of = (challenge: string, text: string): boolean =>
	asUrl(challenge) === encodeBase64url(bytesOf(text));

/** The right 32 bytes in a wrong text. */
function encodedWrongly(challenge: string, hash: Uint8Array): ChallengeFault | undefined {
	const right = encodeBase64url(hash);
	const hex = hexOf(hash);
	if (challenge.toLowerCase() === hex) return 'hex';
	if ([hex, hex.toUpperCase()].some((text) => isBase64Of(challenge, text))) return 'hex-text';
	if (/^=+$/.test(challenge.slice(right.length)) && challenge.startsWith(right)) return 'padding';
	if (asUrl(challenge) === right) return 'base64-alphabet';
	const twice = [right, `${right}=`, bare(encodeBase64(hash)), encodeBase64(hash)];
	if (twice.some((text) => isBase64Of(challenge, text))) return 'encoded-twice';
	if (percentDecoded(challenge) !== challenge && asUrl(percentDecoded(challenge)) === right)
		return 'encoded-twice';
	if (challenge.toLowerCase() === right.toLowerCase()) return 'letter-case';
	return challenge.length >= 16 && right.startsWith(challenge) ? 'cut' : undefined;
}

/** A hash of something else than the verifier's signs. */
async function hashedWrongly(challenge: string, verifier: string): Promise<ChallengeFault | undefined> {
	const hash = await digest(bytesOf(verifier));
	for (const bytes of decodedForms(verifier))
		if (isHash(challenge, await digest(bytes))) return 'hash-of-bytes';
	for (const end of ['\n', '\r\n'])
		if (isHash(challenge, await digest(bytesOf(verifier + end)))) return 'hash-of-line';
	if (isHash(challenge, await digest(utf16(verifier)))) return 'hash-of-utf16';
	const again = [hash, bytesOf(hexOf(hash)), bytesOf(encodeBase64url(hash))];
	for (const bytes of again) if (isHash(challenge, await digest(bytes))) return 'hashed-twice';
	for (const other of ['SHA-1', 'SHA-384', 'SHA-512'])
		if (isHash(challenge, await digest(bytesOf(verifier), other))) return 'other-hash';
	// The verifier is what was changed: the challenge is that of another spelling of it.
	const spellings = [percentDecoded(verifier), encodeURIComponent(verifier), verifier.trim()];
	for (const other of spellings)
		if (other !== verifier && isHash(challenge, await digest(bytesOf(other)))) return 'verifier-encoded';
	return undefined;
}

/** RFC 7636 §4.3: the method is one of two words as they are written, and none means `plain`. */
function methodFault(method: string | undefined): ChallengeFault {
	if (method === undefined) return 'method-missing';
	if (method === 'plain') return 'method-plain';
	return method.toUpperCase() === 'S256' ? 'method-case' : 'method-unknown';
}

/** Undefined: the challenge is that of the verifier by the method that was sent. */
export async function challengeFault(
	verifier: string,
	challenge: string,
	method: string | undefined
): Promise<ChallengeFault | undefined> {
	const hash = await digest(bytesOf(verifier));
	const isS256 = challenge === encodeBase64url(hash);
	if (method === 'S256' ? isS256 : (method ?? 'plain') === 'plain' && challenge === verifier)
		return undefined;
	if (isS256) return methodFault(method);
	if (challenge === verifier) return method === 'S256' ? 'method-on-plain' : methodFault(method);
	return encodedWrongly(challenge, hash) ?? (await hashedWrongly(challenge, verifier)) ?? 'other';
}
