import { describe, expect, it } from 'vitest';
import { parseJsonObject, shown, stringOf } from '$lib/message/json-body';

describe('parseJsonObject', () => {
	it.each([
		['', 'an empty body'],
		[' \n', 'an empty body'],
		['<!doctype html>', 'HTML or XML'],
		['{"a":', 'text that is not JSON'],
		['[1]', 'a JSON array'],
		['null', 'a JSON null'],
		['5', 'a JSON number'],
		['"a"', 'a JSON string']
	])('says of %j: %s', (body, found) => {
		expect(parseJsonObject(body)).toEqual({ ok: false, failure: found });
	});

	it('takes an object', () => {
		expect(parseJsonObject(' {"a":1} ')).toEqual({ ok: true, value: { a: 1 } });
	});
});

describe('stringOf', () => {
	it('takes a text that is not empty', () => {
		const body = { a: 'x', b: '', c: 1, d: null };
		expect(['a', 'b', 'c', 'd', 'toString'].map((name) => stringOf(body, name))).toEqual([
			'x',
			undefined,
			undefined,
			undefined,
			undefined
		]);
	});
});

describe('shown', () => {
	it.each([
		[undefined, 'missing'],
		['x', 'x'],
		[5, '5'],
		[null, 'null'],
		[['a', 1], '["a",1]'],
		[{ toString: 1, valueOf: 2 }, '{"toString":1,"valueOf":2}']
	])('shows %j', (value, text) => {
		expect(shown(value)).toBe(text);
	});

	it('cuts what is long', () => {
		expect(shown('x'.repeat(301))).toBe(`${'x'.repeat(300)}…`);
	});
});
