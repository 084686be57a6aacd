import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, placeOf } from '$lib/dashboard/places';
import { countOf, isSectionId, sectionIds } from '$lib/dashboard/sections';
import { providerSections } from '$lib/lessons/en/provider/provider';
import { defaultRealmSettings } from '$lib/authorization-server/realm';

const read = (address: string) => placeOf(new URL(address, 'https://playground.example'));

describe('an address', () => {
	it('of a section is a folder, and of a record stands in its query', () => {
		expect(addressOf({})).toBe('/provider/');
		expect(addressOf({ section: 'policy' })).toBe('/provider/policy/');
		expect(addressOf({ section: 'apis', record: 'https://a.example/?b' })).toBe(
			'/provider/apis/?record=https%3A%2F%2Fa.example%2F%3Fb'
		);
	});

	it('of a record is read back, whatever it is called', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (record) => {
				expect(read(addressOf({ section: 'users', record }))).toEqual({ record });
			})
		);
	});

	it('of a new one says what it starts from', () => {
		expect(read(addressOf({ section: 'rules', fresh: '' }))).toEqual({ fresh: '' });
		expect(read(addressOf({ section: 'rules', fresh: 'add-claim.rule' }))).toEqual({
			fresh: 'add-claim.rule'
		});
	});
});

describe('the sections', () => {
	it('are all there, once', () => {
		expect([...sectionIds].sort()).toEqual(Object.keys(providerSections).sort());
	});

	it('are known by their names', () => {
		expect(['policy', 'toString', ''].map(isSectionId)).toEqual([true, false, false]);
	});

	it('that are lists are counted', () => {
		const settings = defaultRealmSettings({ origin: 'https://playground.example', base: '' });
		expect(countOf(settings, 'users')).toBe(3);
		expect(countOf(settings, 'policy')).toBeUndefined();
	});
});
