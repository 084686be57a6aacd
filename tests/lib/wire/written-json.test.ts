import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatWritten, parseWritten } from '$lib/wire/written-json';

const again = (text: string, sorted = false): string | undefined => {
	const json = parseWritten(text);
	return json && formatWritten(json.value, json.numberIn, { sorted });
};

describe('JSON as it was written', () => {
	it.each([
		'{"a":9007199254740993}',
		'[9007199254740991,-9007199254740993,1e400,0.12345678901234567891]',
		'{"a":{"b":[10000000000000000000000,{"c":18446744073709551615}]}}',
		'{"text":"9007199254740993","\\"":12345678901234567890}',
		'{"__proto__":9007199254740993,"constructor":{"__proto__":1}}'
	])('keeps every number: %s', (text) => {
		expect(again(text)).toBe(text);
	});

	it('takes no text for a number, whatever it begins with', () => {
		const text = '["\uE0009007199254740993","\uE000\uE0001",9007199254740993]';
		expect(again(text)).toBe(text);
		expect(parseWritten('["\\ue0001",9007199254740993]')?.numberIn('\uE0001')).toBeUndefined();
	});

	it('writes members by their names where it is asked to', () => {
		expect(again('{"b":1,"a":{"d":2,"c":3}}', true)).toBe('{"a":{"c":3,"d":2},"b":1}');
	});

	it('writes any number of levels', () => {
		const text = `${'[{"a":'.repeat(20_000)}1${'}]'.repeat(20_000)}`;
		expect(again(text)).toBe(text);
	});

	it('gives each member a line where it is asked to, as the platform does', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const json = parseWritten(JSON.stringify(value));
				expect(json && formatWritten(json.value, json.numberIn, { indented: true })).toBe(
					JSON.stringify(JSON.parse(JSON.stringify(value)), undefined, 1)
				);
			})
		);
	});

	it('stops where nobody reads on', () => {
		const json = parseWritten(JSON.stringify(Array.from({ length: 10_000 }, (_, at) => at)));
		expect(json && formatWritten(json.value, json.numberIn, { most: 100 }).length).toBeLessThan(120);
	});

	it('is what the platform makes of it, for all that the platform holds', () => {
		fc.assert(
			fc.property(fc.json(), (text) => {
				expect(JSON.parse(again(text) ?? '')).toEqual(JSON.parse(text));
			})
		);
	});

	it('is nothing where it is no JSON', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(() => again(text)).not.toThrow();
			})
		);
		expect(parseWritten('{"a":')).toBeUndefined();
	});
});
