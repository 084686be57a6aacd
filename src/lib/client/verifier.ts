import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/pkce-checks';
import { say } from '$lib/lexicon/said';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { octetsOf } from '$lib/message/challenge';
import { encodeBase64url } from '$lib/wire/base64url';

/** RFC 7636 §4.1: code-verifier = 43*128unreserved. */
export const verifierLength = { least: 43, most: 128 } as const;

/**
 * A code verifier of `bytes` random octets in base64url. 32 octets give 43 characters, what RFC 7636 §4.1
 * recommends; 96 give the longest that is allowed. Refused (RangeError): a count outside 32 to 96.
 * @see [RFC 7636 §4.1](https://www.rfc-editor.org/rfc/rfc7636#section-4.1)
 */
export function createVerifier(random: (count: number) => Uint8Array, bytes = 32): string {
	if (!Number.isInteger(bytes) || bytes < 32 || bytes > 96) throw new RangeError('32 to 96 octets');
	return encodeBase64url(random(bytes));
}

/** Characters of a verifier that are not unreserved, each once: ALPHA / DIGIT / "-" / "." / "_" / "~". */
export const foreignCharacters = (verifier: string): string[] => [
	...new Set([...verifier].filter((character) => !/^[A-Za-z0-9\-._~]$/.test(character)))
];

/**
 * An upper bound in bits on the entropy that the text can hold: its length times the bits of the smallest
 * character set it fits in. A typed text holds far less; only a random one holds this much.
 */
export function entropyBound(verifier: string): number {
	const distinct = new Set(verifier).size;
	const sets: [RegExp, number][] = [
		[/^[0-9]*$/, 10],
		[/^[0-9a-f]*$/, 16],
		[/^[A-Za-z0-9_-]*$/, 64]
	];
	// Base64url of whole bytes: the last character holds the rest of them, and not six bits of its own.
	const octets = octetsOf(verifier);
	const size = Math.min(sets.find(([pattern]) => pattern.test(verifier))?.[1] ?? 66, 66);
	// Text of few distinct characters cannot be a random pick from a large set.
	const effective = distinct * 4 < Math.min(size, verifier.length) ? distinct : size;
	const bits = Math.floor(verifier.length * Math.log2(Math.max(effective, 1)));
	return effective === 64 && octets ? octets.length * 8 : bits;
}

/** The checks of a verifier, made or typed. */
export function checkVerifier(verifier: string): Check[] {
	if (isPlaceholder(verifier)) {
		return (['verifier-length', 'verifier-alphabet', 'verifier-entropy'] as const).map((id) =>
			check(id, 'skipped', { actual: say('taken-out') })
		);
	}
	const { least, most } = verifierLength;
	const foreign = foreignCharacters(verifier);
	const entropy = entropyBound(verifier);
	return [
		checkThat('verifier-length', verifier.length >= least && verifier.length <= most, {
			expected: say('characters-between', least, most),
			actual: String(verifier.length)
		}),
		checkThat('verifier-alphabet', foreign.length === 0, {
			expected: say('unreserved'),
			actual:
				foreign.length === 0
					? say('only-these')
					: foreign.map((character) => JSON.stringify(character)).join(' ')
		}),
		// RFC 7636 §7.1: at least 256 bits of entropy.
		check('verifier-entropy', entropy >= 256 ? 'pass' : 'warn', {
			expected: say('bits-at-least', 256),
			actual: say('bits-of-room', entropy)
		})
	];
}
