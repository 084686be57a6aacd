import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRequest, formatResponse } from '$lib/wire/raw';

describe('raw HTTP', () => {
	it('shows a request with origin form and Host', () => {
		expect(
			formatRequest({
				method: 'POST',
				url: 'https://idp.example:8443/token?x=1',
				headers: [['content-type', 'application/x-www-form-urlencoded']],
				body: 'a=b'
			})
		).toBe(
			'POST /token?x=1 HTTP/1.1\nHost: idp.example:8443\ncontent-type: application/x-www-form-urlencoded\n\na=b'
		);
	});

	it('shows a response without a reason phrase', () => {
		expect(formatResponse({ status: 200, statusText: '', headers: [['a', 'b']], body: '{}' })).toBe(
			'HTTP/1.1 200\na: b\n\n{}'
		);
	});

	it('shows a request whose URL the person broke as it was written', () => {
		expect(formatRequest({ method: 'GET', url: 'not a url', headers: [] })).toBe(
			'GET not a url HTTP/1.1\n\n'
		);
	});

	it('ends with the body and never throws', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (url, body) => {
				expect(formatRequest({ method: 'POST', url, headers: [], body }).endsWith(`\n\n${body}`)).toBe(true);
				expect(
					formatResponse({ status: 404, statusText: 'Not Found', headers: [], body }).endsWith(`\n\n${body}`)
				).toBe(true);
			})
		);
	});
});
