import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCurl } from '$lib/wire/curl';
import { readCurlOutput } from '$lib/wire/curl-output';
import { commandAt, parseCurl, readCommand } from '$lib/wire/parse-curl';

const sentBy = (command: string) => parseCurl(command)?.request;

describe('a curl command', () => {
	it('of a token request, as terminals have it', () => {
		const request = sentBy(`$ curl -X POST https://login.example/token \\
			-H "Content-Type: application/x-www-form-urlencoded" \\
			-d grant_type=authorization_code -d 'code=a b' --data-urlencode "redirect_uri=https://app.example/cb"`);
		expect(request).toEqual({
			method: 'POST',
			url: 'https://login.example/token',
			headers: [['Content-Type', 'application/x-www-form-urlencoded']],
			body: 'grant_type=authorization_code&code=a b&redirect_uri=https%3A%2F%2Fapp.example%2Fcb'
		});
	});

	it('as Chrome copies it', () => {
		const request = sentBy(
			`curl 'https://login.example/token' \\\n  -H 'accept: */*' \\\n  --data-raw $'grant_type=authorization_code&code=it\\'s\\u0021' \\\n  --compressed`
		);
		expect(request).toMatchObject({ method: 'POST', body: "grant_type=authorization_code&code=it's!" });
	});

	it('with a user is one with a header', () => {
		expect(sentBy('curl -u client:secret --url https://login.example/token -d a=b')?.headers).toContainEqual([
			'authorization',
			'Basic Y2xpZW50OnNlY3JldA=='
		]);
	});

	it('without data is a GET; with -G the data are its query', () => {
		expect(sentBy('curl -sSL -o out.json https://api.example/me')).toMatchObject({
			method: 'GET',
			url: 'https://api.example/me'
		});
		expect(sentBy('curl -G https://api.example/me -d a=1 -d b=2')).toMatchObject({
			method: 'GET',
			url: 'https://api.example/me?a=1&b=2'
		});
	});

	it.each(['', 'curl', 'curl -X POST', 'curly https://a.example', 'wget https://a.example', 'curl http://['])(
		'is none: %s',
		(text) => expect(parseCurl(text)).toBeUndefined()
	);

	it('that was made here comes back as it was', () => {
		const value = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !/[\0\\^`\r\n]/.test(text));
		fc.assert(
			fc.property(value, value, (body, token) => {
				const request = {
					method: 'POST',
					url: 'https://login.example/token',
					headers: [
						['authorization', `Bearer x${token.trim()}`],
						['content-type', 'text/plain']
					] as [string, string][],
					body
				};
				const parsed = sentBy(formatCurl(request, undefined)!);
				expect(parsed).toEqual(request);
			})
		);
	});

	it.each([
		['https://id.example/token https://other.example/', 'https://id.example/token'],
		['-d redirect_uri=https://app.example/cb https://id.example/token', 'https://id.example/token'],
		['https://id.example/token -d resource=https://api.example', 'https://id.example/token'],
		[
			'https://id.example/token -e https://app.example/ -x http://proxy.example:3128',
			'https://id.example/token'
		],
		['https://id.example/token -sX POST', 'https://id.example/token'],
		['-sSXPOST https://id.example/token', 'https://id.example/token'],
		['https://id.example/token --oauth2-bearer abc --retry 3', 'https://id.example/token'],
		['--doh-url https://dns.example https://id.example/token', 'https://id.example/token'],
		['https://id.example/token --next https://other.example/', 'https://id.example/token'],
		['--data a=b -- https://id.example/token', 'https://id.example/token'],
		['https://id.example/token > out.json', 'https://id.example/token'],
		['-s > https://out.example https://id.example/token 2>&1', 'https://id.example/token'],
		['https://id.example/token | jq -r .access_token', 'https://id.example/token'],
		['https://id.example/token; curl https://other.example', 'https://id.example/token']
	])('goes where curl would go first: %s', (options, url) => {
		expect(sentBy(`curl ${options}`)?.url).toBe(url);
	});

	it('that another command follows has none of its words', () => {
		expect(sentBy('curl https://id.example/token -d a=b | cut -d . -f 2')?.body).toBe('a=b');
		expect(sentBy('curl https://id.example/token -d a=b && curl -d c=d https://b.example')?.body).toBe('a=b');
	});

	it('has the method of one of several letters', () => {
		expect(sentBy('curl -sXPUT https://id.example/token')?.method).toBe('PUT');
		expect(sentBy('curl -sI https://id.example/token')?.method).toBe('HEAD');
	});

	it('as Chrome copies it on Windows', () => {
		expect(
			sentBy(
				'curl ^"https://id.example/token^" ^\r\n  -H ^"accept: */*^" ^\r\n  --data-raw ^"code=a^&redirect_uri=https^%^3A^%^2F^%^2Fapp.example^"'
			)
		).toMatchObject({
			url: 'https://id.example/token',
			body: 'code=a&redirect_uri=https%3A%2F%2Fapp.example'
		});
	});

	it('whose lines were broken by who pasted it is one command', () => {
		expect(sentBy('curl -X POST\n  https://id.example/token\n-d a=b')).toMatchObject({
			url: 'https://id.example/token',
			body: 'a=b'
		});
	});

	it('never throws', () => {
		fc.assert(fc.property(fc.string(), (text) => void [readCommand(text), parseCurl(`curl ${text}`)]));
	});
});

describe('what stands under a command', () => {
	const answered = (output: string) =>
		readCurlOutput(parseCurl(`curl https://id.example/token -d code=a\n${output}`)?.output ?? '');
	const refused = '{"error":"invalid_grant"}';

	it('is its answer, with the head', () => {
		const found = answered(`HTTP/2 400 \ncontent-type: application/json\n\n${refused}`);
		expect(found).toEqual({
			response: {
				status: 400,
				statusText: '',
				headers: [['content-type', 'application/json']],
				body: refused
			}
		});
	});

	it('is its answer in the talk of --verbose', () => {
		const found = answered(
			[
				'* Connected to id.example (1.2.3.4) port 443',
				'> POST /token HTTP/1.1',
				'> Host: id.example',
				'>',
				'} [42 bytes data]',
				'< HTTP/1.1 400 Bad Request',
				'< Content-Type: application/json',
				'<',
				'{ [25 bytes data]',
				'{',
				'  "error": "invalid_grant"',
				'}* Connection #0 to host id.example left intact'
			].join('\n')
		);
		expect(found?.response).toMatchObject({ status: 400, headers: [['Content-Type', 'application/json']] });
		expect(JSON.parse(found?.response.body ?? '')).toEqual({ error: 'invalid_grant' });
	});

	it('is a body alone: its status is assumed', () => {
		expect(answered(refused)).toMatchObject({ response: { status: 400, body: refused }, assumed: true });
	});

	it.each(['', 'user@host:~$ ', 'curl: (6) Could not resolve host: id.example', 'HTTP/9 what'])(
		'is no answer: %s',
		(output) => expect(answered(output)).toBeUndefined()
	);

	it('never throws', () => {
		fc.assert(fc.property(fc.string(), (text) => void [answered(text), answered(`< HTTP/1.1 ${text}`)]));
	});
});

describe('a command among other lines', () => {
	it('begins at its line, whatever the prompt is', () => {
		const command = 'curl https://login.example/token';
		for (const line of [command, `jane@dev:~$ ${command}`, `C:\\Users\\jane>${command}`, `  time ${command}`])
			expect(commandAt(`Hello,\nthis is it:\n${line}\n{}`)).toBe('Hello,\nthis is it:\n'.length);
	});

	it('is none where a sentence speaks of it', () => {
		expect(
			commandAt('With curl https://login.example/token it works,\nand the curl of libcurl does not.')
		).toBe(-1);
	});
});
