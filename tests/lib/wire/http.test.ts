import { describe, expect, it } from 'vitest';
import { headerOf, mediaType } from '$lib/wire/http';

describe('headers', () => {
	it('are found whatever their case', () => {
		expect(
			headerOf(
				[
					['X-Request-Id', 'a'],
					['x-request-id', 'b']
				],
				'x-Request-ID'
			)
		).toBe('a');
		expect(headerOf([], 'x-request-id')).toBeUndefined();
	});

	it.each([
		['application/json', 'application/json'],
		['Application/JSON; charset=utf-8', 'application/json'],
		[' text/html ;q=1', 'text/html'],
		['', '']
	])('give the media type of %j', (value, type) => {
		expect(mediaType([['Content-Type', value]])).toBe(type);
	});

	it('give no media type when there is none', () => {
		expect(mediaType([])).toBe('');
	});
});
