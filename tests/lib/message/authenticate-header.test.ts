import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	challengeFaults,
	challengeHeader,
	challengeValue,
	parseChallenges,
	readChallenges
} from '$lib/message/authenticate-header';

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

describe('a challenge as it stands there', () => {
	it('keeps the spelling, the order and what is doubled', () => {
		expect(parseChallenges('BEARER Realm="x", scope="a", scope="b"')).toEqual([
			{
				scheme: 'BEARER',
				parameters: [
					['Realm', 'x'],
					['scope', 'a'],
					['scope', 'b']
				]
			}
		]);
	});

	it.each(['YIIabc==', 'a.b-c_d~e+f/g', 'abc'])('RFC 9110 §11.2: %s in place of parameters', (blob) => {
		expect(parseChallenges(`Negotiate ${blob}, Bearer realm="x"`)).toEqual([
			{ scheme: 'Negotiate', token68: blob, parameters: [] },
			{ scheme: 'Bearer', parameters: [['realm', 'x']] }
		]);
	});

	it('takes an address without quotes whole', () => {
		const url = 'https://api.example/.well-known/oauth-protected-resource?x=1';
		expect(parseChallenges(`Bearer resource_metadata=${url}, error=invalid_token`)[0]?.parameters).toEqual([
			['resource_metadata', url],
			['error', 'invalid_token']
		]);
	});

	it('says where quotes do not end, and takes what follows for the value', () => {
		expect(parseChallenges('Bearer error="invalid_token, scope=a')).toEqual([
			{ scheme: 'Bearer', parameters: [['error', 'invalid_token, scope=a']], unclosed: true }
		]);
	});

	it('RFC 9110 §5.3: headers that stand apart are one', () => {
		const headers: [string, string][] = [
			['www-authenticate', 'Bearer'],
			['x', 'y'],
			['WWW-Authenticate', 'DPoP algs="ES256"']
		];
		expect(challengeHeader(headers)).toBe('Bearer,DPoP algs="ES256"');
		expect(challengeHeader([['x', 'y']])).toBeUndefined();
	});

	it.each(['a', ' ', '"', '=', 'a=', 'a ', 'a="', ',', '\\', 'Bearer x'])(
		'200,000 times %j is read at once',
		(part) => {
			expect(Array.isArray(parseChallenges(part.repeat(200_000)))).toBe(true);
		}
	);
});

describe('what of a challenge is against the standards', () => {
	const faults = (header: string, status = 401) =>
		parseChallenges(header).flatMap((challenge) => challengeFaults(challenge, status));

	it.each([
		'Bearer realm="x"',
		'Bearer error="invalid_token"',
		'DPoP algs="ES256", error="use_dpop_nonce"',
		'Bearer error="insufficient_user_authentication", max_age="5"',
		'Negotiate',
		'Basic realm="x"',
		'Bearer error="constructor"'
	])('%s: nothing', (header) => {
		expect(faults(header)).toEqual([]);
	});

	it.each([
		['Bearer', [{ fault: 'no-parameter' }]],
		['error="invalid_token"', [{ fault: 'no-scheme' }]],
		['Bearer scope="a", SCOPE="b", scope=c', [{ fault: 'doubled', names: ['scope'] }]],
		['Bearer realm="x', [{ fault: 'unclosed' }]],
		['Bearer error="insufficient_scope"', [{ fault: 'status', error: 'insufficient_scope', expected: 403 }]]
	])('%s', (header, expected) => {
		expect(faults(header)).toEqual(expected);
	});

	it.each([
		['invalid_request', 400],
		['invalid_token', 401],
		['insufficient_scope', 403]
	])('RFC 6750 §3.1: %s goes with %i', (error, status) => {
		expect(faults(`Bearer error="${error}"`, status)).toEqual([]);
		expect(faults(`Bearer error="${error}"`, status + 1)).toHaveLength(1);
	});
});
