import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkClaimName, filterClaims, reservedClaims } from '$lib/sandbox/reserved-claims';

const about = { ruleId: 'one', token: 'id_token' } as const;

describe('the name of a custom claim', () => {
	test.each([
		'https://example.com/roles',
		'http://example.com/roles',
		'https://example.com',
		'https://localhost:8080/a?b#c',
		'https://example.com/roles%20all'
	])('%s is namespaced', (name) => {
		expect(checkClaimName(name)).toBeUndefined();
	});

	test.each([
		...['', 'color', 'example.com/roles', 'urn:example:roles', 'ftp://example.com/roles', '//example.com/a'],
		...[
			'javascript:alert(1)',
			'https:',
			'https://',
			'https:/example.com',
			'https:example.com',
			'https:\\\\e.com'
		],
		...[
			' https://example.com/a',
			'https://example.com/a b',
			'https://example.com/a\n',
			'https://exa\tmple.com/'
		],
		...[
			'https://user:secret@example.com/',
			'https://user@example.com/',
			'HTTPS://example.com/a',
			'https://é.com/'
		],
		...['https://[/', 'https://example.com:99999/', '__proto__', 'constructor']
	])('%j is not', (name) => {
		expect(checkClaimName(name)).toBe('not-namespaced');
	});

	test('may not be endless', () => {
		expect(checkClaimName(`https://example.com/${'a'.repeat(300)}`)).toBe('too-long');
	});

	test.each([
		'iss',
		'sub',
		'aud',
		'exp',
		'nbf',
		'iat',
		'jti',
		'scope',
		'client_id',
		'nonce',
		'at_hash',
		'email',
		'sid'
	])('%s is reserved', (name) => {
		expect(checkClaimName(name)).toBe('reserved');
	});

	test('the reserved ones are listed once each', () => {
		expect(new Set(reservedClaims).size).toBe(reservedClaims.length);
	});
});

describe('filterClaims', () => {
	test('keeps the values as they are and says what it dropped', () => {
		const value = { list: [1, 'two', null] };
		expect(filterClaims({ 'https://e.com/a': value, sub: 'x', color: 'red' }, about)).toEqual({
			kept: { 'https://e.com/a': value },
			notes: [
				{ ...about, kind: 'claim-dropped', claim: 'sub', because: 'reserved' },
				{ ...about, kind: 'claim-dropped', claim: 'color', because: 'not-namespaced' }
			]
		});
	});

	test('a name in a note is cut', () => {
		const { notes } = filterClaims({ ['a'.repeat(5_000)]: 1 }, about);
		expect(notes).toMatchObject([{ claim: 'a'.repeat(255), because: 'too-long' }]);
	});

	test('every claim is either kept under an http(s) URL or noted', () => {
		const name = fc.oneof(
			fc.string(),
			fc.webUrl(),
			fc.constantFrom(...reservedClaims, '__proto__'),
			fc.string().map((end) => `https://e.com/${end}`)
		);
		fc.assert(
			fc.property(fc.dictionary(name, fc.jsonValue()), (claims) => {
				const given = JSON.parse(JSON.stringify(claims));
				const { kept, notes } = filterClaims(given, about);
				expect(Object.keys(kept).length + notes.length).toBe(Object.keys(given).length);
				for (const claim of Object.keys(kept)) {
					expect(['http:', 'https:']).toContain(new URL(claim).protocol);
					expect(claim).not.toMatch(/\s/);
				}
				expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
			}),
			{ seed: 7 }
		);
	});
});
