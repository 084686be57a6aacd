import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChallenge } from '$lib/client/challenge';
import { challengeOf, hashOf, isChallengeForm, isVerifierForm, octetsOf } from '$lib/message/challenge';
import { challenge, verifier } from '../../fixtures/walk';

describe('a challenge', () => {
	it('is the hash of its verifier, or the verifier itself (RFC 7636 §4.6)', async () => {
		expect(await challengeOf(verifier, 'S256')).toBe(challenge);
		expect(await hashOf(verifier)).toBe(challenge);
		expect(await challengeOf(verifier, 'plain')).toBe(verifier);
	});

	it('is what the client makes, whatever the verifier', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.string({ minLength: 1 }),
				fc.constantFrom('S256' as const, 'plain' as const),
				async (text, method) => {
					expect(await challengeOf(text, method)).toBe(await createChallenge(text, method));
				}
			)
		);
	});

	it('stands for octets, where it is base64url', () => {
		expect([...(octetsOf(challenge) ?? [])]).toEqual([...createHash('sha256').update(verifier).digest()]);
		expect(octetsOf('~')).toBeUndefined();
	});

	it.each([
		['a'.repeat(43), 'S256', true],
		['a'.repeat(42), 'S256', false],
		['a'.repeat(44), 'S256', false],
		['~'.repeat(43), 'S256', false],
		['~'.repeat(43), 'plain', true],
		['a'.repeat(128), 'plain', true],
		['a'.repeat(128), undefined, true],
		['a'.repeat(129), undefined, false],
		['+'.repeat(43), 'plain', false]
	])('%s by %s has its form: %s (RFC 7636 §4.2)', (text, method, expected) => {
		expect(isChallengeForm(text, method)).toBe(expected);
	});
});

it('a verifier has 43 to 128 unreserved characters (RFC 7636 §4.1)', () => {
	expect([42, 43, 128, 129].map((length) => isVerifierForm('-'.repeat(length)))).toEqual([
		false,
		true,
		true,
		false
	]);
	expect(isVerifierForm(`${'a'.repeat(43)}/`)).toBe(false);
});
