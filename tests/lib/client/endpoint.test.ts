import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEndpoint } from '$lib/client/endpoint';

const reasonOf = (text: string | undefined): string => {
	const parsed = parseEndpoint(text, 'token_endpoint');
	return parsed.ok ? 'taken' : parsed.failure.reason;
};

describe('parseEndpoint', () => {
	it.each([
		['https://idp.example/token', 'taken'],
		['https://idp.example/token?tenant=1', 'taken'],
		['http://localhost/token', 'taken'],
		['http://idp.localhost:8080/token', 'taken'],
		['http://127.0.0.1:4000/token', 'taken'],
		['http://127.9.9.9/token', 'taken'],
		['http://[::1]:4000/token', 'taken'],
		[undefined, 'endpoint-missing'],
		['', 'endpoint-missing'],
		['  ', 'endpoint-missing'],
		['/token', 'url-malformed'],
		['idp.example/token', 'url-malformed'],
		['https://', 'url-malformed'],
		['https://idp.example/token#x', 'url-malformed'],
		['https://idp.example/token#', 'url-malformed'],
		['https://idp.example@evil.example/token', 'url-malformed'],
		['https://user:password@idp.example/token', 'url-malformed'],
		['http://idp.example/token', 'taken'],
		['http://localhost.evil.example/token', 'taken'],
		['http://127.0.0.1.evil.example/token', 'taken'],
		['http://0.0.0.0/token', 'taken'],
		['javascript:alert(1)', 'url-scheme-refused'],
		['JavaScript:alert(1)//https://idp.example', 'url-scheme-refused'],
		['data:text/html,<script>alert(1)</script>', 'url-scheme-refused'],
		['blob:https://idp.example/x', 'url-scheme-refused'],
		['file:///etc/passwd', 'url-scheme-refused'],
		['ftp://idp.example/', 'url-scheme-refused'],
		['com.example.app:/callback', 'url-scheme-refused']
	])('%j: %s', (text, reason) => {
		expect(reasonOf(text)).toBe(reason);
	});

	it('names the field and quotes the text', () => {
		expect(parseEndpoint('x', 'token_endpoint')).toEqual({
			ok: false,
			failure: { reason: 'url-malformed', field: 'token_endpoint', where: 'x' }
		});
	});

	it('takes nothing but https and http', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['http', 'https', 'ftp', 'ws'] })),
				(text) => {
					const parsed = parseEndpoint(text, 'x');
					if (!parsed.ok) return;
					expect(parsed.value.protocol).toMatch(/^https?:$/);
				}
			)
		);
	});
});
