import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicates, formatForm, parseForm, valueOf, withQuery, type Pair } from '$lib/wire/form';

const pairs = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })));

describe('form', () => {
	it('keeps order, duplicates and every character', () => {
		fc.assert(
			fc.property(pairs, (list) => {
				expect(parseForm(formatForm(list))).toEqual(list);
				expect(parseForm(`?${formatForm(list)}`)).toEqual(list);
			})
		);
	});

	it('goes after the query that a URL has', () => {
		expect(withQuery('https://a.example/cb', 'code=1')).toBe('https://a.example/cb?code=1');
		expect(withQuery('https://a.example/cb?a=%20b', 'code=1')).toBe('https://a.example/cb?a=%20b&code=1');
	});

	it('reads any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
				expect(parseForm(text).every((pair) => pair.length === 2)).toBe(true);
			})
		);
	});

	it('reads plus and %20 as a space, and a bare name as an empty value', () => {
		expect(parseForm('a=b+c%20d&e')).toEqual([
			['a', 'b c d'],
			['e', '']
		]);
	});

	it('drops one leading question mark or number sign only', () => {
		expect(parseForm('??a=1')).toEqual([['?a', '1']]);
		expect(parseForm('#a=1')).toEqual([['a', '1']]);
	});

	it('names each doubled name once, in order', () => {
		const list: Pair[] = [
			['b', '1'],
			['a', '1'],
			['a', '2'],
			['b', '2'],
			['a', '3'],
			['c', '']
		];
		expect(duplicates(list)).toEqual(['a', 'b']);
		expect(valueOf(list, 'a')).toBe('1');
		expect(valueOf(list, 'd')).toBeUndefined();
	});
});
