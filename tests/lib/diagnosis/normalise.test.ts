import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saidIn } from '$lib/diagnosis/concepts';
import { clausesOf, normalise } from '$lib/diagnosis/normalise';
import { readSeen } from '$lib/diagnosis/seen';

describe('normalise', () => {
	it.each([
		['redirect_uri', 'REDIRECT'],
		['Redirection URI', 'REDIRECT'],
		['callback URL', 'REDIRECT'],
		['reply address', 'REDIRECT'],
		['redirectUri', 'REDIRECT'],
		['post_logout_redirect_uri', 'POSTLOGOUT'],
		['code_challenge_method', 'METHOD'],
		['PKCE code challenge', 'CHALLENGE'],
		['Code_Verifier', 'VERIFIER'],
		['auth code', 'CODE'],
		['authorization code flow', 'FLOW'],
		['error code', 'othercode'],
		['verification code', 'CODE'],
		['client_secret', 'SECRET'],
		['offline_access', 'OFFLINE'],
		['Proof Key for Code Exchange (PKCE)', 'PKCE']
	])('%s is %s', (text, thing) => {
		expect(normalise(text)).toBe(thing);
	});

	it('takes a challenge for that of PKCE only beside PKCE', () => {
		expect(normalise('verifier does not match the challenge')).toBe('VERIFIER does not match the CHALLENGE');
		expect(normalise('answer the challenge')).toBe('answer the challenge');
	});

	it('does not split at the dots of an address or an abbreviation', () => {
		const [first, ...more] = clausesOf('Use e.g. https://a.example/b.c or 1.2.3. Then stop!');
		expect(first?.plain).toContain('ADDRESS');
		expect(more).toHaveLength(1);
	});

	it('takes any text, and gives no capitals but names of things', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				for (const { plain } of clausesOf(text)) expect(plain).toBe(plain.trim());
			})
		);
	});
});

describe('saidIn', () => {
	it.each([
		['REDIRECT does not match', 'mismatch', 'not match'],
		['code is not in the list', 'registered', 'not in the list'],
		['VERIFIER was not supplied', 'missing', 'not supplied'],
		['it was not match CHALLENGE included', 'missing', undefined],
		['anything', 'mismatch', undefined]
	])('%s: %s', (clause, concept, said) => {
		expect(saidIn(clause, concept)).toBe(said);
	});
});

describe('readSeen', () => {
	it('prefers what is given over what the body says', () => {
		const read = readSeen({
			error: 'invalid_scope',
			error_description: 'a',
			body: '{"error":"invalid_grant"}'
		});
		expect(read.error).toBe('invalid_scope');
		expect(read.texts).toEqual(['a']);
	});

	it.each([
		['exchange', 'token'],
		['TOKEN', 'token'],
		['call', 'api'],
		['constructor', undefined],
		[7, undefined]
	])('reads the step %s', (step, expected) => {
		expect(readSeen({ step }).step).toBe(expected);
	});

	it.each([
		[400, 400],
		['401', 401],
		[99, undefined],
		['x', undefined]
	])('reads the status %s', (status, expected) => {
		expect(readSeen({ status }).status).toBe(expected);
	});

	it('takes the error off the beginning of a text', () => {
		expect(readSeen({ body: 'invalid_grant: Code not valid' }).error).toBe('invalid_grant');
	});
});

describe('a long word without a space', () => {
	/** The best of several, so that what else the machine does counts little. */
	const timeOf = (text: string): number =>
		Math.min(
			...Array.from({ length: 9 }, () => {
				const start = performance.now();
				normalise(text);
				return performance.now() - start;
			})
		);

	it.each([
		['letters', (length: number) => 'a'.repeat(length)],
		['a token', (length: number) => 'eyJhbGciOi.'.repeat(length / 11)],
		['of two scripts', (length: number) => 'aя'.repeat(length / 2)],
		['of Japanese', (length: number) => `${'x'.repeat(length - 1)}の`],
		['numbers', (length: number) => '1234567890'.repeat(length / 10)],
		['a host', (length: number) => 'a-b.'.repeat(length / 4)]
	])('costs by its length, not by its square: %s', (_, of) => {
		normalise(of(8_000));
		// Eight times as long: eight times as much, and not sixty-four times.
		expect(timeOf(of(7_920)) / timeOf(of(990))).toBeLessThan(28);
	});

	it('is an address where it has a scheme, however long that is', () => {
		const scheme = `com.googleusercontent.apps.${'1234'.repeat(20)}-abc`;
		expect(normalise(`went to ${scheme}://oauth2redirect?code=a then`)).toBe('went to ADDRESS then');
	});
});
