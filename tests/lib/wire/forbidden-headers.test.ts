import { expect, it } from 'vitest';
import { isForbiddenHeader } from '$lib/wire/forbidden-headers';

it.each([
	'Cookie',
	'HOST',
	'Content-Length',
	'Sec-Fetch-Site',
	'proxy-authorization',
	'Origin',
	'Referer',
	'TE'
])('no page may set %s', (name) => expect(isForbiddenHeader(name, 'x')).toBe(true));

it.each([
	'Authorization',
	'X-Api-Key',
	'Accept',
	'Content-Type',
	'If-Match',
	'X-Cookie',
	'Section',
	'User-Agent'
])('a page may set %s', (name) => expect(isForbiddenHeader(name, 'x')).toBe(false));

it.each([
	['PATCH', false],
	['TRACE', true],
	['GET, track', true]
])('X-HTTP-Method-Override: %s', (value, expected) =>
	expect(isForbiddenHeader('X-HTTP-Method-Override', value)).toBe(expected)
);
