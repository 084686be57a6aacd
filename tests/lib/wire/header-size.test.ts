import { describe, expect, it } from 'vitest';
import { headerSize, isHeaderTooLarge } from '$lib/wire/header-size';
import type { HttpRequest } from '$lib/wire/http';

const get: HttpRequest = {
	method: 'GET',
	url: 'https://api.example/',
	headers: [
		['authorization', `Bearer ${'x'.repeat(93)}`],
		['accept', '*/*']
	]
};

it('tells the bytes of all headers, and which has most', () => {
	expect(headerSize(get)).toEqual({ all: 117 + 13, name: 'authorization', bytes: 117 });
	expect(headerSize({ ...get, headers: [] })).toBeUndefined();
});

describe('headers that are too large', () => {
	it.each([
		[431, '', true],
		[494, '', true],
		[413, '', true],
		[400, '<center>Request Header Or Cookie Too Large</center>', true],
		[400, 'HTTP Error 400. The size of the request headers is too long.', true],
		[400, '{"error":"invalid_request"}', false],
		[401, 'Request Header Or Cookie Too Large', false],
		[403, '', false]
	])('%i %j: %s', (status, body, told) => {
		expect(isHeaderTooLarge({ status, body }, get)).toBe(told);
	});

	it('are not what 413 says of a request with a body', () => {
		expect(isHeaderTooLarge({ status: 413, body: '' }, { ...get, method: 'POST', body: 'a' })).toBe(false);
		expect(isHeaderTooLarge({ status: 413, body: '' })).toBe(false);
	});
});
