import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkChallenge, createChallenge } from '$lib/client/challenge';
import { statuses } from '../../fixtures/messages';
import { challenge, verifier } from '../../fixtures/walk';

describe('createChallenge', () => {
	it('is the base64url of SHA-256, as another implementation has it', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ minLength: 1 }), async (text) => {
				expect(await createChallenge(text, 'S256')).toBe(
					createHash('sha256').update(text).digest('base64url')
				);
			})
		);
	});

	it('is the verifier with plain', async () => {
		expect(await createChallenge(verifier, 'plain')).toBe(verifier);
	});
});

describe('checkChallenge', () => {
	it('passes S256 and warns of plain', () => {
		expect(statuses(checkChallenge(challenge, 'S256'))).toEqual({
			'challenge-method': 'pass',
			'challenge-length': 'pass'
		});
		expect(statuses(checkChallenge(verifier, 'plain'))['challenge-method']).toBe('warn');
	});

	it.each([
		[42, 'fail'],
		[43, 'pass'],
		[128, 'pass'],
		[129, 'fail']
	])('says of %i characters: %s', (length, status) => {
		expect(statuses(checkChallenge('a'.repeat(length), 'plain'))['challenge-length']).toBe(status);
	});
});
