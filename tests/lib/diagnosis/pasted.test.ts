import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '$lib/diagnosis/diagnose';
import { readPasted } from '$lib/diagnosis/pasted';

const first = (text: string): string | undefined => diagnose(readPasted(text).seen)[0]?.code;

describe('what is pasted', () => {
	it.each([
		['', 'empty'],
		['  \n', 'empty'],
		['https://app.example/callback?error=access_denied&state=a', 'callback'],
		['https://app.example/callback#error=login_required', 'callback'],
		['?error=invalid_scope&error_description=no', 'callback'],
		['com.example.app:/callback?error=access_denied', 'callback'],
		['https://app.example/callback?code=abc&state=a', 'callback-with-code'],
		['HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error":"invalid_grant"}', 'response'],
		['< HTTP/2 401\r\n< www-authenticate: Bearer error="invalid_token"\r\n< \r\n', 'response'],
		['WWW-Authenticate: Bearer error="insufficient_scope"', 'headers'],
		['{"error":"invalid_client"}', 'json'],
		['<!doctype html><h1>Error</h1>', 'page'],
		['AADSTS9002327', 'text'],
		['Error: the redirect URI is wrong', 'text']
	])('%j is read as %s', (text, kind) => {
		expect(readPasted(text).kind).toBe(kind);
	});

	it('gives the step, the error and the issuer of a callback', () => {
		const url =
			'https://app.example/cb?error=invalid_scope&error_description=No+such+scope&iss=https://id.example';
		expect(readPasted(url).seen).toEqual({
			step: 'callback',
			error: 'invalid_scope',
			error_description: 'No such scope',
			issuer: 'https://id.example'
		});
	});

	it('takes status, headers and body of a response apart, also as curl prints it', () => {
		const printed = [
			'* Connected to id.example (203.0.113.1) port 443',
			'> POST /token HTTP/2',
			'> Host: id.example',
			'>',
			'< HTTP/2 400',
			'< content-type: application/json',
			'<',
			'{',
			'  "error": "invalid_grant"',
			'}'
		].join('\n');
		expect(readPasted(printed).seen).toMatchObject({
			status: 400,
			headers: [['content-type', 'application/json']]
		});
		expect(String(readPasted(printed).seen.body)).toContain('"invalid_grant"');
	});

	it.each([
		['AADSTS9002327: Tokens issued for the SPA client-type', 'origin-header-required'],
		[
			'{"error":"invalid_grant","error_description":"PKCE verification failed: Code mismatch"}',
			'pkce-verifier-mismatch'
		],
		[
			'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="insufficient_scope", scope="read:things"\n\n',
			'insufficient-scope'
		],
		['https://app.example/cb?error=access_denied&error_description=User+denied+access', 'user-denied'],
		[
			'Access to fetch at https://id.example/token from origin https://app.example has been blocked by CORS policy',
			'origin-not-allowed'
		]
	])('%j leads to %s', (text, code) => {
		expect(first(text)).toBe(code);
	});

	it('may be any text', () => {
		const piece = fc.constantFrom(
			'HTTP/1.1 ',
			'?error=',
			'{',
			'":',
			'\n',
			'< ',
			'code=',
			'&',
			'https://',
			'%'
		);
		const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(text, (any) => {
				expect(diagnose(readPasted(any).seen).length).toBeLessThan(7);
			})
		);
	});

	it('is read quickly, however long it is', () => {
		const long = 'HTTP/1.1 400 Bad\nname: value\n'.repeat(100_000);
		const start = performance.now();
		readPasted(long);
		readPasted('?error='.repeat(200_000));
		expect(performance.now() - start).toBeLessThan(3_000);
	});
});
