import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { curlArguments, formatCurl, quoteWord } from '$lib/wire/curl';
import type { HttpRequest } from '$lib/wire/http';

const origin = 'https://playground.example';
const form = 'application/x-www-form-urlencoded';
const token: HttpRequest = {
	method: 'POST',
	url: 'https://idp.example/token',
	headers: [
		['accept', 'application/json'],
		['content-type', form]
	],
	body: 'grant_type=authorization_code&code=a%2Bb'
};

/** The words that a real shell makes of a text. */
const words = (text: string): string[] =>
	execFileSync('sh', ['-c', `printf '%s\\0' ${text}`], { encoding: 'utf8' })
		.split('\0')
		.slice(0, -1);

/** Text that a command line can hold; a lone surrogate is no text. */
const sayable = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
const nasty = fc.oneof(
	sayable,
	fc.constantFrom(
		"'",
		"''",
		`'"$(id)\`\\`,
		'@/etc/passwd',
		'\n',
		'!!',
		'-x',
		'--',
		'',
		'%s',
		'*',
		'~',
		'[1-3]{a,b}'
	)
);

describe('a word of the shell', () => {
	it('is what it was, whatever the text', () => {
		fc.assert(
			fc.property(fc.array(nasty, { minLength: 1, maxLength: 20 }), (texts) => {
				expect(words(texts.map(quoteWord).join(' '))).toEqual(texts);
			}),
			{ numRuns: 60 }
		);
	});

	it('a whole command is its arguments', () => {
		fc.assert(
			fc.property(
				nasty,
				nasty.filter((value) => !/[\r\n]/.test(value)),
				(body, value) => {
					const request: HttpRequest = { ...token, body, headers: [['x-one', value]] };
					const command = formatCurl(request, origin) ?? '';
					expect(words(command)).toEqual(['curl', ...(curlArguments(request, origin) ?? [])]);
				}
			),
			{ numRuns: 60 }
		);
	});
});

describe('the command', () => {
	it('says the message, with the origin of the page, an option a line', () => {
		expect(formatCurl(token, origin)).toBe(
			[
				'curl --include --silent --show-error --globoff',
				'--request POST',
				`--header 'accept: application/json'`,
				`--header 'content-type: ${form}'`,
				`--header 'origin: ${origin}'`,
				`--data-raw 'grant_type=authorization_code&code=a%2Bb'`,
				`--url 'https://idp.example/token'`
			].join(' \\\n  ')
		);
	});

	it('keeps an origin that the message has', () => {
		const headers: HttpRequest['headers'] = [['Origin', 'https://other.example']];
		expect(formatCurl({ ...token, headers }, origin)).not.toContain(origin);
	});

	it('has no origin when there is none to have', () => {
		expect(formatCurl(token, undefined)).not.toContain('origin');
	});

	it('has no body with GET, and no fragment', () => {
		const request = { method: 'GET', url: 'https://idp.example/a#b', headers: [], body: 'x' };
		expect(curlArguments(request, origin)).not.toContain('--data-raw');
		expect(curlArguments(request, origin)?.at(-1)).toBe('https://idp.example/a');
	});

	it('asks for a head alone with HEAD', () => {
		expect(curlArguments({ ...token, method: 'HEAD' }, origin)).toContain('--head');
	});

	it.each<[string, Partial<HttpRequest>]>([
		['a NUL in the body', { body: 'a\0b' }],
		['a line break in a header', { headers: [['x', 'a\r\nb: c']] }],
		['a header that names a file', { headers: [['@/etc/passwd', '']] }],
		['an address that is none', { url: 'nowhere' }],
		['a method that is none', { method: 'GET /x' }]
	])('is not written with %s', (_name, change) => {
		expect(formatCurl({ ...token, ...change }, origin)).toBeUndefined();
	});
});

describe('curl itself sends it to the byte', () => {
	const seen: { method: string; target: string; headers: Record<string, unknown>; body: string }[] = [];
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			const { method = '', url: target = '', headers } = request;
			seen.push({ method, target, headers, body: Buffer.concat(parts).toString() });
			response.end('heard');
		});
	});
	let url = '';
	beforeAll(async () => {
		await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
		const address = server.address();
		url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
	});
	afterAll(() => server.close());

	const run = async (request: HttpRequest) => {
		const { execFile } = await import('node:child_process');
		const command = formatCurl(request, origin) ?? '';
		const output = await new Promise<string>((done, failed) =>
			execFile('sh', ['-c', command], (error, text) => (error ? failed(error) : done(text)))
		);
		return { output, got: seen.at(-1) };
	};

	it.each([`@/etc/passwd`, `it's "quoted" $HOME \`id\` \\ ünï 🎉`, 'a=1\r\nb=2\n', '', 'x'.repeat(100_000)])(
		'body %#',
		async (body) => {
			const { got, output } = await run({ ...token, url: `${url}/token?a=[1-2]&b={c}`, body });
			expect(got).toMatchObject({ method: 'POST', target: '/token?a=[1-2]&b={c}', body });
			expect(got?.headers).toMatchObject({ origin, 'content-type': form, accept: 'application/json' });
			expect(output).toMatch(/^HTTP\/1\.1 /);
			expect(output).toMatch(/heard$/);
		}
	);

	it('a header without a value, and none that the message has not', async () => {
		const { got } = await run({ method: 'POST', url, headers: [['x-empty', '']] });
		expect(got?.headers).toMatchObject({ 'x-empty': '', 'content-length': '0' });
		expect(got?.headers).not.toHaveProperty('content-type');
	});

	it('a body of text as a browser does', async () => {
		const { got } = await run({ method: 'PATCH', url, headers: [], body: 'a' });
		expect(got).toMatchObject({ method: 'PATCH', body: 'a' });
		expect(got?.headers['content-type']).toBe('text/plain;charset=UTF-8');
	});
});
