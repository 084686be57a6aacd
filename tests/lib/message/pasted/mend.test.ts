import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareForms } from '$lib/message/pasted/bare';
import { decodedOnce, unwrapped, visible } from '$lib/message/pasted/mend';

const plain = (text: string) => unwrapped({ text, mended: [] });

describe('visible', () => {
	it.each([
		['\uFEFFabc', 'abc', ['byte-order-mark']],
		['a\u200B\u2060b\u00ADc', 'abc', ['invisible']],
		['\u202Eabc\u202C', 'abc', ['invisible']],
		['a\u00A0b\u202Fc', 'a b c', ['spaces']],
		['a b\tc', 'a b\tc', []]
	])('%j', (text, taken, mended) => {
		expect(visible(text)).toEqual({ text: taken, mended });
	});
});

describe('unwrapped', () => {
	it.each([
		['Bearer abc', 'abc', ['scheme']],
		['authorization: DPoP abc', 'abc', ['scheme']],
		['Bearer: abc', 'abc', ['scheme']],
		['Bearer+abc', 'abc', ['scheme']],
		['"Bearer \'abc\'"', 'abc', ['quotes', 'scheme']],
		['```\nabc\n```', 'abc', ['fence']],
		['~~~text\n"abc"\n~~~', 'abc', ['fence', 'quotes']],
		['“abc”', 'abc', ['quotes']],
		['Bearer', 'Bearer', []],
		['Bearerabc', 'Bearerabc', []],
		['"abc', '"abc', []],
		['', '', []]
	])('%j', (text, taken, mended) => {
		const read = plain(text);
		expect(read.text).toBe(taken);
		expect([...read.mended].sort()).toEqual(mended);
	});

	it('takes no more off than anybody puts on', () => {
		expect(plain(`${'"'.repeat(50)}a${'"'.repeat(50)}`).text.length).toBeGreaterThan(40);
	});
});

describe('decodedOnce', () => {
	it.each([
		['a\\/b', 'a/b', 'json-escapes'],
		['\\"a\\"', '"a"', 'json-escapes'],
		['a\\u002eb', 'a.b', 'json-escapes'],
		['a%2Eb', 'a.b', 'percent-encoding']
	])('%j', (text, taken, mend) => {
		expect(decodedOnce({ text, mended: [] })).toEqual({ text: taken, mended: [mend] });
	});

	it.each(['abc', 'a%b', '100%25 of them', 'a%FFb'])('has nothing to do for %j', (text) => {
		expect(decodedOnce({ text, mended: [] })).toBeUndefined();
	});
});

describe('bareForms', () => {
	it.each([
		['"a": 1', ['{"a": 1}']],
		['`{"a":1}`', ['{"a":1}']],
		['HTTP/1.1 200 OK\na: b\n\n{"a":1}', ['{"a":1}']],
		['plain', []]
	])('%j', (text, forms) => {
		expect(bareForms(text)).toEqual(expect.arrayContaining(forms));
		expect(bareForms(text).length).toBeGreaterThanOrEqual(forms.length);
	});
});

it('never throws, and never grows what it is given', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const seen = visible(text);
			const bare = plain(seen.text);
			const decoded = decodedOnce(bare) ?? bare;
			expect(decoded.text.length).toBeLessThanOrEqual(text.length);
			bareForms(text);
		})
	);
});
