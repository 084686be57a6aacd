import fc from 'fast-check';
import { expect, it } from 'vitest';
import { challengeValue, readChallenges } from '$lib/message/authenticate-header';

it.each([
	['Bearer', [{ scheme: 'bearer', parameters: {} }]],
	[
		'Bearer realm="a, b", error="invalid_token" , Error_Description=late',
		[{ scheme: 'bearer', parameters: { realm: 'a, b', error: 'invalid_token', error_description: 'late' } }]
	],
	[
		'Bearer error="invalid_token", DPoP algs="ES256 RS256", error="use_dpop_nonce"',
		[
			{ scheme: 'bearer', parameters: { error: 'invalid_token' } },
			{ scheme: 'dpop', parameters: { algs: 'ES256 RS256', error: 'use_dpop_nonce' } }
		]
	],
	[
		'Bearer, DPoP algs="ES256"',
		[
			{ scheme: 'bearer', parameters: {} },
			{ scheme: 'dpop', parameters: { algs: 'ES256' } }
		]
	],
	['error="invalid_token"', [{ scheme: '', parameters: { error: 'invalid_token' } }]],
	[String.raw`Basic realm="say \"hi\""`, [{ scheme: 'basic', parameters: { realm: 'say "hi"' } }]],
	['', []],
	['"', []]
])('%s', (header, expected) => {
	expect(readChallenges(header)).toEqual(expected);
});

it('the first value of a parameter counts', () => {
	const header = 'Bearer realm="a", DPoP error="first", Other error="second"';
	expect(challengeValue(header, 'error')).toBe('first');
	expect(challengeValue(header, 'scope')).toBeUndefined();
});

it('any text is read', () => {
	fc.assert(fc.property(fc.string(), (text) => Array.isArray(readChallenges(text))));
});
