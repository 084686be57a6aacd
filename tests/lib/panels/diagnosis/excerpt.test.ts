import { describe, expect, it } from 'vitest';
import { excerptOf, lineOf } from '$lib/panels/diagnosis/excerpt';

const lines = Array.from({ length: 20 }, (_, place) => `line ${place}`);
const text = lines.join('\n');
const spanOf = (part: string) => {
	const start = text.indexOf(part);
	return { start, end: start + part.length };
};

describe('a text around what was taken', () => {
	it('has a few lines on both sides, and the number of the others', () => {
		expect(excerptOf(text, spanOf('line 10'))).toEqual({
			above: 8,
			before: 'line 8\nline 9\n',
			taken: 'line 10',
			after: '\nline 11\nline 12',
			below: 7
		});
	});

	it('leaves out nothing of a short text', () => {
		expect(excerptOf('a b c', { start: 2, end: 3 })).toEqual({
			above: 0,
			before: 'a ',
			taken: 'b',
			after: ' c',
			below: 0
		});
	});

	it('is as long in one line as in many', () => {
		const long = `${'x'.repeat(5_000)}error${'y'.repeat(5_000)}`;
		const { before, taken, after } = excerptOf(long, { start: 5_000, end: 5_005 });
		expect([before.length, taken, after.length]).toEqual([241, 'error', 241]);
	});
});

it('a line to choose is one line of a length that can be read', () => {
	expect(lineOf('a\n  b   c', { start: 0, end: 9 })).toBe('a b c');
	expect(lineOf('x'.repeat(500), { start: 0, end: 500 })).toHaveLength(181);
});
