import { describe, expect, test } from 'vitest';
import { isJwtType, jwtTypes } from '$lib/lexicon/jwt-types';

const types = Object.values(jwtTypes);

describe('the type of a JWT', () => {
	test.each(types)('%s is meant in every spelling of RFC 7515 §4.1.9, and no other type is', (type) => {
		const spellings = [type, type.toUpperCase(), `application/${type}`, `Application/${type.toUpperCase()}`];
		for (const spelling of spellings)
			expect(types.filter((wanted) => isJwtType(spelling, wanted))).toEqual([type]);
	});

	test.each([
		undefined,
		null,
		1,
		{},
		'',
		'application/',
		'text/at+jwt',
		'application/application/at+jwt',
		'application/x/at+jwt',
		' at+jwt',
		'at+jwt;x=1',
		'xat+jwt'
	])('%s is none of them', (typ) => {
		expect(types.filter((wanted) => isJwtType(typ, wanted))).toEqual([]);
	});
});
