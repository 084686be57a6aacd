import { expect, it } from 'vitest';
import { parseJson, readJson } from '$lib/wire/json';

it('a JSON text is its value, and any other none, with a reason', () => {
	for (const value of [null, false, 0, '', [1], { a: 'b' }])
		expect(parseJson(JSON.stringify(value))).toEqual(value);
	for (const text of ['', 'a', '{', 'undefined']) {
		expect(parseJson(text)).toBeUndefined();
		expect(readJson(text)).toMatchObject({
			ok: false,
			failure: { reason: 'not-json', where: expect.any(String) }
		});
	}
});
