import { describe, expect, it } from 'vitest';
import { parseJsonObject, shown, stringOf } from '$lib/message/json-body';
import { say } from '$lib/lexicon/said';

describe('parseJsonObject', () => {
	it.each([
		['', say('empty-body')],
		[' \n', say('empty-body')],
		['<!doctype html>', say('html')],
		['{"a":', say('not-json')],
		['[1]', say('a-json', 'array')],
		['null', say('a-json', 'null')],
		['5', say('a-json', 'number')],
		['"a"', say('a-json', 'string')]
	])('says of %j: %j', (body, found) => {
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
		[undefined, say('missing')],
		['x', 'x'],
		[5, '5'],
		[null, 'null'],
		[['a', 1], '["a",1]'],
		[{ toString: 1, valueOf: 2 }, '{"toString":1,"valueOf":2}']
	])('shows %j', (value, text) => {
		expect(shown(value)).toEqual(text);
	});

	it('cuts what is long', () => {
		expect(shown('x'.repeat(301))).toBe(`${'x'.repeat(300)}…`);
	});
});
