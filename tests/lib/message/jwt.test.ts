import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say, type Said } from '$lib/lexicon/said';
import { claimIn, decodeToken, formatDecodeFailure, type DecodedToken } from '$lib/message/jwt';
import { forgeToken } from '../../fixtures/tokens';

const decode = (token: string): DecodedToken => {
	const decoded = decodeToken(token);
	if (!decoded.ok) throw new Error(decoded.failure.reason);
	return decoded.value;
};
const saidOf = (token: string): Said => {
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
		['', say('parts', 1)],
		['opaque-token', say('parts', 1)],
		[`${header}.${payload}`, say('parts', 2)],
		['a.b.c.d', say('parts', 4)],
		['a.b.c.d.e', say('encrypted')],
		[`${header}=.${payload}.x`, say('not-base64url', 'header', 21)],
		[`${header}.pay load.x`, say('not-base64url', 'payload', 4)],
		[`${header}.${payload}.si+g`, say('not-base64url', 'signature', 3)],
		[`${header}.abcde.`, say('not-base64url', 'payload', 6)],
		[forgeToken('alg', { a: 1 }), say('not-json-object', 'header')],
		[forgeToken('[]', { a: 1 }), say('not-json-object', 'header')],
		[forgeToken('null', { a: 1 }), say('not-json-object', 'header')],
		[forgeToken({ alg: 'none' }, 'text'), say('not-json-object', 'payload')],
		[forgeToken({ alg: 'none' }, '5'), say('not-json-object', 'payload')],
		[`.${payload}.c2ln`, say('not-json-object', 'header')]
	])('says of %j: %j', (token, said) => {
		expect(saidOf(token)).toEqual(said);
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
					expect(saidOf(text)).toBeTruthy();
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
