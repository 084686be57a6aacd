import { describe, expect, it } from 'vitest';
import { diagnosePasted, type PastedReport } from '$lib/diagnosis/explain';

const callback = 'https://app.example/callback';
const redirect = (location: string, { status = '302 Found', rest = '' } = {}): string =>
	`HTTP/1.1 ${status}\r\nDate: Mon, 02 Mar 2026 10:00:00 GMT\r\nContent-Type: text/html\r\nLocation: ${location}\r\nSet-Cookie: AUTH_SESSION_ID=abc.def; Path=/\r\nX-Frame-Options: DENY\r\n\r\n${rest}`;

const read = async (text: string): Promise<PastedReport> => {
	const report = await diagnosePasted(text, {});
	if (!report) throw new Error('The text could not be read.');
	return report;
};

describe('a redirect that brings an error is read by its Location', () => {
	it.each([
		[
			'Keycloak',
			redirect(`${callback}?error=invalid_scope&error_description=Invalid+scopes%3A+a&state=1`),
			'scope-not-allowed'
		],
		[
			'303 with a fragment',
			redirect(`${callback}#error=login_required&state=1`, { status: '303 See Other' }),
			'login-required'
		],
		[
			'Entra',
			redirect(
				`${callback}?error=consent_required&error_description=AADSTS65001%3a+The+user+or+administrator+has+not+consented`
			),
			'consent-required'
		],
		[
			'307 of an app',
			redirect('com.example.app:/cb?error=access_denied&error_description=User+cancelled', {
				status: '307 Temporary Redirect'
			}),
			'user-denied'
		],
		[
			'HTTP/2 by curl -v',
			`> GET /authorize?client_id=a HTTP/2\n> Host: id.example\n>\n< HTTP/2 302\n< date: Mon, 02 Mar 2026 10:00:00 GMT\n< location: ${callback}?error=unsupported_response_type&state=1\n<\n* Connection #0 to host id.example left intact`,
			'response-type-unsupported'
		],
		[
			'with a page under it',
			redirect(`${callback}?error=invalid_scope&state=1`, {
				rest: `<html><body>Found. <a href="${callback}?error=invalid_scope&amp;state=1">Go on</a></body></html>`
			}),
			'scope-not-allowed'
		],
		[
			'under its command',
			`curl -i 'https://id.example/authorize?client_id=a&response_type=code&prompt=none'\n${redirect(`${callback}?error=login_required&state=1`)}`,
			'login-required'
		],
		[
			'headers alone',
			`date: Mon, 02 Mar 2026 10:00:00 GMT\nlocation: ${callback}?error=invalid_scope&state=1\ncontent-length: 0`,
			'scope-not-allowed'
		]
	])('%s', async (_, text, code) => {
		const { causes, reading } = await read(text);
		expect(causes[0]?.code).toBe(code);
		expect(text.slice(reading.span?.start, reading.span?.end)).toContain('error=');
	});
});

describe('a redirect that brings no error has not failed', () => {
	it.each([
		[
			'with a code',
			redirect(`${callback}?code=abcdefgh&state=1&iss=https%3A%2F%2Fid.example`),
			'callback-with-code'
		],
		[
			'with a code in the fragment',
			redirect(`${callback}#code=abcdefgh&state=1`, { status: '303 See Other' }),
			'callback-with-code'
		],
		['with a code and no state', redirect(`${callback}?code=abcdefgh`), 'callback-with-code'],
		[
			'under its command',
			`curl -i 'https://id.example/authorize?client_id=a&response_type=code'\n${redirect(`${callback}?code=abcdefgh&state=1`)}`,
			'callback-with-code'
		],
		[
			'of curl -v',
			`> GET /authorize?client_id=a HTTP/2\n> Host: id.example\n>\n< HTTP/2 302\n< location: ${callback}?code=abcdefgh&state=1\n<\n`,
			'callback-with-code'
		],
		['to a page', redirect('/login?returnTo=%2Fauthorize', { status: '302' }), 'redirect'],
		[
			'to a server',
			redirect(
				'https://id.example/authorize?client_id=a&response_type=code&redirect_uri=https%3A%2F%2Fa.example'
			),
			'request'
		]
	])('%s', async (_, text, kind) => {
		expect(await read(text)).toMatchObject({ kind, causes: [] });
	});

	it('names the code as a secret', async () => {
		expect((await read(redirect(`${callback}?code=abcdefgh&state=1`))).secrets).toContain('code');
	});
});

it('an answer that refuses is read as before, wherever it would send to', async () => {
	const text = redirect(callback, { status: '400 Bad Request', rest: '{"error":"invalid_scope"}' });
	expect((await read(text)).causes[0]?.code).toBe('scope-not-allowed');
});
