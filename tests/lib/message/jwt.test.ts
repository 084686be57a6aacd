import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimIn, decodeToken, formatDecodeFailure, type DecodedToken } from '$lib/message/jwt';
import { forgeToken } from '../../fixtures/tokens';

const decode = (token: string): DecodedToken => {
	const decoded = decodeToken(token);
	if (!decoded.ok) throw new Error(formatDecodeFailure(decoded.failure));
	return decoded.value;
};
const wordsOf = (token: string): string => {
	const decoded = decodeToken(token);
	return decoded.ok ? 'decoded' : formatDecodeFailure(decoded.failure);
};
const header = Buffer.from('{"alg":"RS256"}').toString('base64url');
const payload = Buffer.from('{"sub":"a"}').toString('base64url');

describe('decodeToken', () => {
	it('gives header, claims and the three texts', () => {
		expect(decode(` ${header}.${payload}.c2ln\n`)).toEqual({
			header: { alg: 'RS256' },
			claims: { sub: 'a' },
			parts: [header, payload, 'c2ln']
		});
	});

	it('reads UTF-8', () => {
		expect(decode(forgeToken({ alg: 'none' }, { name: 'Zoë 漢字 🔑' })).claims.name).toBe('Zoë 漢字 🔑');
	});

	it.each([
		['', '1 part instead of 3'],
		['opaque-token', '1 part instead of 3'],
		[`${header}.${payload}`, '2 parts instead of 3'],
		['a.b.c.d', '4 parts instead of 3'],
		['a.b.c.d.e', '5 parts: encrypted (JWE)'],
		[`${header}=.${payload}.x`, 'header: not base64url at character 21'],
		[`${header}.pay load.x`, 'payload: not base64url at character 4'],
		[`${header}.${payload}.si+g`, 'signature: not base64url at character 3'],
		[`${header}.abcde.`, 'payload: not base64url at character 6'],
		[forgeToken('alg', { a: 1 }), 'header: not a JSON object'],
		[forgeToken('[]', { a: 1 }), 'header: not a JSON object'],
		[forgeToken('null', { a: 1 }), 'header: not a JSON object'],
		[forgeToken({ alg: 'none' }, 'text'), 'payload: not a JSON object'],
		[forgeToken({ alg: 'none' }, '5'), 'payload: not a JSON object'],
		[`.${payload}.c2ln`, 'header: not a JSON object']
	])('says of %j: %s', (token, words) => {
		expect(wordsOf(token)).toBe(words);
	});

	it('reads any JSON object that comes as claims', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (claims) => {
				expect(decode(forgeToken({ alg: 'none' }, claims)).claims).toEqual(
					JSON.parse(JSON.stringify(claims))
				);
			})
		);
	});

	it('never throws, whatever the text', () => {
		const parts = fc.array(
			fc.base64String().map((text) => text.replace(/[=+/]/g, '')),
			{ minLength: 3, maxLength: 3 }
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					parts.map((list) => list.join('.'))
				),
				(text) => {
					expect(typeof wordsOf(text)).toBe('string');
				}
			)
		);
	});

	it('reads a megabyte of claims', () => {
		const claims = { sub: 'a', roles: Array.from({ length: 50_000 }, (_, index) => `role-${index}-of-many`) };
		expect(decode(forgeToken({ alg: 'none' }, claims)).claims.roles).toHaveLength(50_000);
	});
});

it('a claim is text, of what can be read', () => {
	const token = forgeToken({ alg: 'none' }, { sub: 'a', exp: 1, iss: '' });
	expect(['sub', 'exp', 'iss', 'aud'].map((name) => claimIn(token, name))).toEqual([
		'a',
		undefined,
		undefined,
		undefined
	]);
	expect(claimIn('no token', 'sub')).toBeUndefined();
});
