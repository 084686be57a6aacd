import { expect, test } from 'vitest';
import { readTime } from '$lib/wire/har-time';

const at = Date.UTC(2026, 10, 28, 9, 0, 0);

test.each([
	['2026-11-28T09:00:00.000Z', 0],
	['2026-11-28T02:00:00.000-07:00', 0],
	['2026-11-28T01:00:00.0004567-08:00', 0],
	['2026-11-28T09:00:00.1239999+00:00', 123],
	['2026-11-28T10:00:00+0100', 0],
	['2026-11-28T10:00:00+01', 0],
	['2026-11-28 09:00:00,5Z', 500],
	['20261128T090000Z', 0],
	['Sat, 28 Nov 2026 09:00:00 GMT', 0],
	['Sat Nov 28 2026 10:00:00 GMT+0100 (CET)', 0],
	[String(at), 0],
	[at, 0],
	[at / 1000, 0],
	[at * 1000, 0],
	[`/Date(${at})/`, 0],
	[`/Date(${at}+0100)/`, 0]
])('%s is a moment', (text, more) => {
	expect(readTime(text)).toEqual({ at: at + more, hasZone: true });
});

test('a time without a zone is read as UTC, and says so', () => {
	expect(readTime('2026-11-28T09:00:00')).toEqual({ at, hasZone: false });
	expect(readTime('2026-11-28 09:00')).toEqual({ at, hasZone: false });
});

test.each([
	'',
	'yesterday',
	'28/11/2026 09:00',
	'11/28/2026',
	'0001-01-01T00:00:00Z',
	'2026-13-45T99:00:00Z',
	-1,
	0,
	NaN,
	null,
	{}
])('%s is none that can be told for sure', (value) => {
	expect(readTime(value)).toBeUndefined();
});
