import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkChallenge, checkDerived, createChallenge } from '$lib/client/challenge';
import { say } from '$lib/lexicon/said';
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

describe('checkDerived', () => {
	it('holds a challenge that was sent against the verifier, by its method', async () => {
		expect((await checkDerived(verifier, challenge, 'S256')).status).toBe('pass');
		expect((await checkDerived(verifier, verifier, 'plain')).status).toBe('pass');
		expect((await checkDerived(verifier, challenge, 'plain')).status).toBe('fail');
		expect((await checkDerived('another', challenge, 'S256')).status).toBe('fail');
	});

	it('is skipped where the verifier is not known, and says why', async () => {
		expect(await checkDerived(undefined, challenge, 'S256')).toMatchObject({
			status: 'skipped',
			actual: say('not-recorded')
		});
		expect(await checkDerived('redacted-code_verifier-1', challenge, 'S256')).toMatchObject({
			status: 'skipped',
			actual: say('taken-out')
		});
	});
});
