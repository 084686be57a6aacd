import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromResponse, toRequest, toResponse } from '$lib/wire/fetch-values';
import type { HttpRequest, HttpResponse } from '$lib/wire/http';

describe('requests', () => {
	it('are what they are on the platform', async () => {
		const request: HttpRequest = {
			method: 'POST',
			url: 'https://idp.example/token?a=1',
			headers: [
				['accept', 'application/json'],
				['content-type', 'application/x-www-form-urlencoded']
			],
			body: 'a=b'
		};
		const { method, url, headers, body } = request;
		const platform = toRequest(request);
		expect([platform.method, platform.url, [...platform.headers]]).toEqual([method, url, headers]);
		expect(await platform.text()).toBe(body);
	});

	it('carry no body with GET', () => {
		const request: HttpRequest = { method: 'GET', url: 'https://idp.example/', headers: [], body: 'a=b' };
		expect(toRequest(request).body).toBeNull();
	});
});

describe('responses', () => {
	it('survive the platform and back, whatever the body', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
				const body = text.replace(/^\uFEFF/, '');
				const response: HttpResponse = {
					status: 200,
					statusText: 'OK',
					headers: [['content-type', 'text/plain']],
					body
				};
				expect(await fromResponse(toResponse(response))).toEqual(response);
			})
		);
	});

	it.each([204, 205, 304])('with status %i are built without a body', async (status) => {
		const response = toResponse({ status, statusText: '', headers: [], body: '' });
		expect(response.status).toBe(status);
		expect(await response.text()).toBe('');
	});
});
