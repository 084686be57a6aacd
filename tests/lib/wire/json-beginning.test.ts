import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '$lib/wire/json';
import { beginningOfJson, faultOfJson } from '$lib/wire/json-beginning';

describe('faultOfJson', () => {
	it.each(['{}', '[]', '1', ' {"a": [1, -2.5e+3, {"b": null}], "c": "\\u00e9\\n"} ', 'true', '""'])(
		'%s is JSON',
		(text) => {
			expect(faultOfJson(text)).toBeUndefined();
		}
	);

	it.each([
		['', 0, true],
		['{', 1, true],
		['{"a"', 4, true],
		['{"a":', 5, true],
		['{"a":1', 6, true],
		['{"a":"b', 7, true],
		['{"a":tru', 5, true],
		['{"a":-', 5, true],
		['{"a":"\\u00', 6, true],
		['{"a":1,', 7, true],
		['{"a":1,}', 7, false],
		['{a:1}', 1, false],
		["{'a':1}", 1, false],
		['{"a" 1}', 5, false],
		['{"a":01}', 6, false],
		['{"a":1}x', 7, false],
		['[1 2]', 3, false],
		['[1,]', 3, false],
		['{"a":1]', 6, false],
		['{"a":"b\nc"}', 7, false],
		['{"a":"\\x"}', 6, false],
		['{"a":undefined}', 5, false]
	])('%j: at %i, cut: %s', (text, at, cut) => {
		expect(faultOfJson(text)).toEqual({ at, cut });
	});

	it('judges like the parser of the platform', () => {
		const pieces = fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			',',
			':',
			'"a"',
			'"',
			'1',
			'-',
			'.5',
			'e1',
			'null',
			' ',
			'\\',
			'x'
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.array(pieces).map((all) => all.join('')),
					fc.json(),
					fc.string()
				),
				(text) => {
					expect(faultOfJson(text) === undefined).toBe(parseJson(text) !== undefined);
				}
			)
		);
	});
});

describe('beginningOfJson', () => {
	it.each([
		['{"a":1,"b":{"c":[1,2,"x', { a: 1, b: { c: [1, 2] } }],
		['{"a":1,"b":{"c":', { a: 1 }],
		['{"a":{"b":1},"c', { a: { b: 1 } }],
		['{"a":1,"b":!', { a: 1 }],
		['{"a":1}', { a: 1 }],
		['{"a', undefined],
		['', undefined]
	])('%s', (text, value) => {
		expect(beginningOfJson(text)).toEqual(value);
	});

	it('of a document that was cut anywhere has no member that it had not', () => {
		const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
		fc.assert(
			fc.property(object, fc.nat(), (value, at) => {
				const text = JSON.stringify(value);
				const begun = beginningOfJson(text.slice(0, at % text.length)) ?? {};
				expect(Object.keys(value)).toEqual(expect.arrayContaining(Object.keys(begun)));
			})
		);
	});

	it('goes as deep as the text does', () => {
		for (const piece of ['[', '{"a":', '[[],', '"', '\\', '{"a":"\\u0041'])
			expect(() => beginningOfJson(piece.repeat(100_000))).not.toThrow();
		expect(faultOfJson(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).toBeUndefined();
	});
});
