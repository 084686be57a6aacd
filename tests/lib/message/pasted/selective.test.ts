import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSelective } from '$lib/message/pasted/selective';

const base = (text: string): string => Buffer.from(text).toString('base64url');
const digest = (text: string, hash = 'sha256'): string => createHash(hash).update(text).digest('base64url');
const disclosure = (...members: unknown[]): string => base(JSON.stringify(members));
const jwt = (claims: object): string =>
	`${base('{"alg":"ES256"}')}.${base(JSON.stringify(claims))}.${base('x'.repeat(64))}`;
const token = (claims: object, ...behind: string[]): string => `${[jwt(claims), ...behind].join('~')}~`;
const read = async (text: string) => {
	const reading = await readSelective(text);
	if (!reading) throw new Error('no SD-JWT');
	return reading;
};

const name = disclosure('salt-1', 'family_name', 'Möbius');
const element = disclosure('salt-2', 'FR');

describe('RFC 9901 §4.2.3: the example of a digest', () => {
	it('is found', async () => {
		const example = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
		const { disclosures } = await read(token({}, example));
		expect(disclosures[0]).toMatchObject({
			digest: 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0',
			salt: '_26bc4LT-ac6q2KI6cBW5es',
			name: 'family_name',
			value: 'Möbius'
		});
	});
});

describe('readSelective', () => {
	it('puts members and elements in their places', async () => {
		const claims = {
			_sd: [digest(name), digest('decoy')],
			_sd_alg: 'sha-256',
			list: ['DE', { '...': digest(element) }, { '...': 'x' }]
		};
		const reading = await read(token(claims, name, element));
		expect(reading.claims).toEqual({ family_name: 'Möbius', list: ['DE', 'FR'] });
		expect(reading.disclosures.map(({ place, fault }) => [place, fault])).toEqual([
			[['family_name'], undefined],
			[['list', 1], undefined]
		]);
		expect(reading).toMatchObject({
			digests: 4,
			undisclosed: 2,
			repeated: [],
			hash: { name: 'sha-256', isKnown: true }
		});
		expect(reading).not.toHaveProperty('keyBinding');
	});

	it('places what is disclosed inside of what is disclosed', async () => {
		const outer = disclosure('s', 'address', { _sd: [digest(name)], country: 'DE' });
		const reading = await read(token({ _sd: [digest(outer)] }, outer, name));
		expect(reading.claims).toEqual({ address: { country: 'DE', family_name: 'Möbius' } });
		expect(reading.disclosures[1]?.place).toEqual(['address', 'family_name']);
	});

	it.each([
		['sha-384', 'sha384'],
		['sha-512', 'sha512']
	])('RFC 9901 §4.1.1: by %s', async (alg, hash) => {
		const { claims } = await read(token({ _sd: [digest(name, hash)], _sd_alg: alg }, name));
		expect(claims).toEqual({ family_name: 'Möbius' });
	});

	it('says that a hash is not known, and places nothing', async () => {
		const reading = await read(token({ _sd: [digest(name)], _sd_alg: 'sha3-256' }, name));
		expect(reading.hash).toEqual({ name: 'sha3-256', isKnown: false });
		expect(reading.disclosures).toEqual([
			{ text: name, salt: 'salt-1', name: 'family_name', value: 'Möbius' }
		]);
	});

	it.each([
		['nobody asked for', token({}, name), 'without-digest'],
		['that is no base64url', token({}, 'a*b'), 'not-base64url'],
		['that is no list', token({}, base('{}')), 'not-a-list'],
		['with too few members', token({}, disclosure('salt')), 'wrong-members'],
		['with too many members', token({}, disclosure('salt', 'a', 1, 2)), 'wrong-members'],
		['with a salt that is a number', token({}, disclosure(1, 'a', 1)), 'wrong-members'],
		['with a name that is a number', token({}, disclosure('salt', 1, 1)), 'wrong-members'],
		[
			'with the name of digests',
			token({ _sd: [digest(disclosure('s', '_sd', []))] }, disclosure('s', '_sd', [])),
			'reserved-name'
		],
		['of a name that is there', token({ _sd: [digest(name)], family_name: 'x' }, name), 'name-taken'],
		['of an element, among the names', token({ _sd: [digest(element)] }, element), 'wrong-place'],
		['of a name, among the elements', token({ list: [{ '...': digest(name) }] }, name), 'wrong-place']
	])('RFC 9901 §7.1: a disclosure %s', async (_, text, fault) => {
		const { disclosures } = await read(text);
		expect(disclosures[0]?.fault).toBe(fault);
	});

	it('RFC 9901 §7.1: a digest that comes twice', async () => {
		const { repeated } = await read(token({ _sd: [digest(name)], a: { _sd: [digest(name)] } }, name));
		expect(repeated).toEqual([digest(name)]);
	});

	it('RFC 9901 §4.3: the JWT of the holder, and what it binds', async () => {
		const before = token({ _sd: [digest(name)] }, name);
		const binding = jwt({ nonce: 'n', sd_hash: digest(before) });
		expect((await read(before + binding)).keyBinding).toEqual({ jwt: binding, binds: true });
		const other = jwt({ sd_hash: digest(`${before}x`) });
		expect((await read(before + other)).keyBinding).toEqual({ jwt: other, binds: false });
	});

	it.each(['', 'a~b~', 'a.b.c', jwt({})])('is not for %j', async (text) => {
		expect(await readSelective(text)).toBeUndefined();
	});

	it('has a name that other objects have too as a name', async () => {
		const own = disclosure('s', '__proto__', { admin: true });
		const { claims } = await read(token({ _sd: [digest(own)] }, own));
		expect(Object.keys(claims)).toEqual(['__proto__']);
		expect(claims).not.toHaveProperty('admin');
	});

	it('never fails, whatever is disclosed', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.oneof(fc.string(), fc.json().map(base))),
				fc.jsonValue(),
				async (behind, value) => {
					const parts = behind.map((one) => one.replaceAll('~', ''));
					const reading = await readSelective(
						token({ _sd: [...parts.map((one) => digest(one)), value], value }, ...parts)
					);
					expect(reading?.disclosures.length).toBe(parts.length);
				}
			)
		);
	});

	it('goes as deep as the claims do', async () => {
		const deep = `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
		const text = `${base('{"alg":"ES256"}')}.${base(deep)}.${base('x')}~`;
		expect(await readSelective(text)).toMatchObject({ digests: 0 });
	});
});
