import type { Check } from '$lib/lexicon/check';
import { check } from '$lib/lexicon/client-check';
import { say, type Said } from '$lib/lexicon/said';
import { encodeBase64 } from '$lib/wire/base64';
import { encodeBase64url } from '$lib/wire/base64url';
import { shown, type JsonObject } from '$lib/message/json-body';

const known = ['SHA-256', 'SHA-384', 'SHA-512'] as const;

/** The hash of each algorithm (OIDC Core §3.1.3.6, RFC 8812 §3.2). Ed25519 uses SHA-512; Ed448 one that no page has. */
function hashOf(alg: unknown): (typeof known)[number] | undefined {
	if (typeof alg !== 'string') return undefined;
	if (alg === 'EdDSA' || alg === 'Ed25519') return 'SHA-512';
	if (alg === 'ES256K') return 'SHA-256';
	return known.find((hash) => alg.slice(-3) === hash.slice(-3));
}

const hexOf = (bytes: Uint8Array): string =>
	Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

async function digestOf(hash: string, text: string): Promise<Uint8Array> {
	return new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text)));
}

/** How servers make it otherwise of the same token: then it was not exchanged for another. */
async function madeOtherwise(found: string, hash: string, text: string): Promise<Said | undefined> {
	const digest = await digestOf(hash, text);
	const half = digest.slice(0, digest.length / 2);
	const bare = found.replace(/=+$/, '');
	if (bare === encodeBase64url(digest)) return say('whole-hash', hash);
	if (bare === encodeBase64url(digest.slice(digest.length / 2))) return say('right-half');
	if ([hexOf(digest), hexOf(half)].includes(found.toLowerCase())) return say('hash-in-hex');
	if ([hexOf(digest), hexOf(half)].some((hex) => bare === encodeBase64url(new TextEncoder().encode(hex))))
		return say('hash-of-hex');
	if (bare === encodeBase64(half).replace(/=+$/, '')) return say('plain-base64');
	for (const other of known.filter((name) => name !== hash)) {
		const made = await digestOf(other, text);
		if (bare === encodeBase64url(made.slice(0, made.length / 2))) return say('by-hash', other, hash);
	}
	return undefined;
}

/** Half of a SHAKE256 hash of 114 bytes in base64url, which goes with Ed448. `EdDSA` may mean either curve. */
const isOfEd448 = (alg: unknown, found: unknown): boolean =>
	alg === 'EdDSA' && typeof found === 'string' && /^[\w-]{76}$/.test(found);

/**
 * Whether a claim is the left half of the hash of this text, by the algorithm of the token: `at_hash` of an access token
 * (OIDC Core §3.1.3.6), `c_hash` of a code (§3.3.2.11).
 */
export async function judgeHalfHash(
	alg: unknown,
	found: unknown,
	text: string
): Promise<Pick<Check, 'status' | 'expected' | 'actual'>> {
	const hash = hashOf(alg);
	if (!hash || isOfEd448(alg, found)) return { status: 'skipped', actual: say('no-hash-for', shown(alg)) };
	const digest = await digestOf(hash, text);
	const expected = encodeBase64url(digest.slice(0, digest.length / 2));
	const how =
		typeof found === 'string' && found !== expected ? await madeOtherwise(found, hash, text) : undefined;
	return {
		status: found === expected ? 'pass' : 'fail',
		expected,
		actual: how ? say('made-otherwise', shown(found), how) : shown(found)
	};
}

/** OIDC Core §3.1.3.6: the left half of the hash of the access token's ASCII. Optional in this flow. */
export async function atHashCheck(
	alg: unknown,
	claims: JsonObject,
	accessToken: string,
	redacted: boolean
): Promise<Check> {
	const found = claims.at_hash;
	const skipped = (actual: Said): Check => check('id-token-at-hash', 'skipped', { actual });
	if (found === undefined) return skipped(say('not-needed'));
	if (redacted) return skipped(say('taken-out'));
	const { status, ...compared } = await judgeHalfHash(alg, found, accessToken);
	return check('id-token-at-hash', status, compared);
}
