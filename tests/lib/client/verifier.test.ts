import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkVerifier, createVerifier, entropyBound, foreignCharacters } from '$lib/client/verifier';
import { statuses } from '../../fixtures/messages';

const counting = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, index) => index * 7);
const typed = (length: number): string => 'Ab0-._~'.repeat(20).slice(0, length);

describe('createVerifier', () => {
	it('gives the length that its octets need', () => {
		expect(createVerifier(counting)).toHaveLength(43);
		expect(createVerifier(counting, 96)).toHaveLength(128);
	});

	it.each([31, 97, 0, -1, 32.5, NaN])('refuses %d octets', (count) => {
		expect(() => createVerifier(counting, count)).toThrow(RangeError);
	});

	it('makes only verifiers that pass every check', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ minLength: 96, maxLength: 96 }),
				fc.integer({ min: 32, max: 96 }),
				(bytes, count) => {
					const { 'verifier-entropy': _, ...rules } = statuses(
						checkVerifier(createVerifier((n) => bytes.slice(0, n), count))
					);
					expect(rules).toEqual({ 'verifier-length': 'pass', 'verifier-alphabet': 'pass' });
				}
			)
		);
	});
});

describe('checkVerifier', () => {
	it.each([
		[0, 'fail'],
		[42, 'fail'],
		[43, 'pass'],
		[128, 'pass'],
		[129, 'fail']
	])('says of %i characters: %s', (length, status) => {
		expect(statuses(checkVerifier(typed(length)))['verifier-length']).toBe(status);
	});

	const unreserved = /[A-Za-z0-9\-._~]/;
	const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
	const foreign = [
		...ascii.filter((character) => !unreserved.test(character)),
		'é',
		'ß',
		'漢',
		'🔑',
		'\u00a0'
	];

	it.each(foreign.map((character) => [JSON.stringify(character), character]))(
		'refuses %s',
		(_, character) => {
			const [, alphabet] = checkVerifier(`${typed(20)}${character}${typed(30)}${character}`);
			expect(alphabet).toMatchObject({
				id: 'verifier-alphabet',
				status: 'fail',
				actual: JSON.stringify(character)
			});
		}
	);

	it('takes every unreserved character', () => {
		expect(foreignCharacters(ascii.filter((character) => unreserved.test(character)).join(''))).toEqual([]);
	});

	it.each([
		['octets in base64url', 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk', 'pass'],
		['64 hexadecimal digits', '0123456789abcdef'.repeat(4), 'pass'],
		['48 hexadecimal digits', '0123456789abcdef'.repeat(3), 'warn'],
		['76 decimal digits', '0123456789'.repeat(8).slice(0, 76), 'warn'],
		['one letter', 'a'.repeat(128), 'warn'],
		['nothing', '', 'warn']
	])('knows how much %s can hold', (_, verifier, status) => {
		expect(statuses(checkVerifier(verifier))['verifier-entropy']).toBe(status);
	});

	it('knows the bytes that base64url is made of', () => {
		expect(entropyBound('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(256);
	});

	it('never claims more bits than the characters hold', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 200 }), (text) => {
				expect(entropyBound(text)).toBeGreaterThanOrEqual(0);
				expect(entropyBound(text)).toBeLessThanOrEqual(text.length * Math.log2(66));
			})
		);
	});
});
