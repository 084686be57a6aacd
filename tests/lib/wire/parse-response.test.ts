import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toResponse } from '$lib/wire/fetch-values';
import { parseResponse, responseOfBody } from '$lib/wire/parse-response';
import { formatResponse } from '$lib/wire/raw';
import type { Header } from '$lib/wire/http';

const whole = (text: string) => {
	const parsed = parseResponse(text);
	if (!parsed.ok || parsed.value.kind !== 'whole') throw new Error(JSON.stringify(parsed));
	return parsed.value.response;
};
const reasonOf = (text: string): string | undefined => {
	const parsed = parseResponse(text);
	return parsed.ok ? undefined : parsed.failure.reason;
};

describe('a whole answer', () => {
	it.each([
		['LF', '\n'],
		['CRLF', '\r\n']
	])('with %s', (_name, end) => {
		const text = ['HTTP/1.1 400 Bad Request', 'Content-Type: application/json', 'X:', '', '{"error":"x"}'];
		expect(whole(text.join(end))).toEqual({
			status: 400,
			statusText: 'Bad Request',
			headers: [
				['Content-Type', 'application/json'],
				['X', '']
			],
			body: '{"error":"x"}'
		});
	});

	it('of HTTP/2, whose status line ends with the status and a space', () => {
		expect(whole('HTTP/2 200 \r\ncontent-type: text/plain\r\n\r\nhello')).toMatchObject({
			status: 200,
			statusText: '',
			body: 'hello'
		});
	});

	it('after 100 Continue, after a proxy, after a redirect', () => {
		const last = 'HTTP/2 200 \r\na: 1\r\n\r\n{}';
		for (const before of [
			'HTTP/1.1 100 Continue\r\n\r\n',
			'HTTP/1.1 200 Connection established\r\nvia: x\r\n\r\n',
			'HTTP/1.1 302 Found\r\nlocation: /x\r\n\r\n',
			'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n'
		])
			expect(whole(before + last)).toMatchObject({ status: 200, headers: [['a', '1']], body: '{}' });
	});

	it('without a body, without headers, without an empty line', () => {
		expect(whole('HTTP/1.1 204 No Content\r\n\r\n')).toMatchObject({ status: 204, headers: [], body: '' });
		expect(whole('HTTP/1.1 401 Unauthorized\r\nwww-authenticate: Bearer')).toMatchObject({
			headers: [['www-authenticate', 'Bearer']],
			body: ''
		});
	});

	it('with the same header twice, and one folded over two lines', () => {
		expect(whole('HTTP/1.1 200 OK\nSet: a\nSet: b\n  c\n\n').headers).toEqual([
			['Set', 'a'],
			['Set', 'b c']
		]);
	});

	it('with the command above it', () => {
		expect(whole('\n$ curl --include \\\n  --url x\nHTTP/1.1 200 OK\n\n{}').body).toBe('{}');
		expect(whole('\uFEFFcurl -i x\nHTTP/1.1 200 OK\n\n{}').body).toBe('{}');
	});

	it('with a body of many lines, kept as it is', () => {
		expect(whole('HTTP/1.1 200 OK\r\n\r\n{\r\n "a": 1\r\n}\r\n').body).toBe('{\r\n "a": 1\r\n}\r\n');
	});
});

describe('refused', () => {
	it.each([
		['nothing', ' \n', 'answer-empty'],
		['the command alone', 'curl --include https://x.example', 'answer-empty'],
		['a status of four digits', 'HTTP/1.1 2000 OK\n\n', 'answer-malformed'],
		['a status that is none', 'HTTP/1.1 099 x\n\n', 'answer-malformed'],
		['an answer that has not come yet', 'HTTP/1.1 100 Continue\n\n', 'answer-malformed'],
		['a line that is no header', 'HTTP/1.1 200 OK\n{"a":1}\n\n', 'answer-malformed'],
		['a header beyond Latin-1', 'HTTP/1.1 200 OK\na: 🎉\n\n', 'answer-malformed'],
		['more than a trace holds', 'x'.repeat(5_000_000), 'answer-too-large']
	])('%s', (_name, text, reason) => expect(reasonOf(text)).toBe(reason));

	it('says which line', () => {
		expect(parseResponse('HTTP/1.1 200 OK\nnonsense\n\n')).toEqual({
			ok: false,
			failure: { reason: 'answer-malformed', where: 'nonsense' }
		});
	});
});

describe('a body alone', () => {
	it('is known as one', () => {
		expect(parseResponse('{"a":1}')).toEqual({ ok: true, value: { kind: 'body', body: '{"a":1}' } });
	});

	it.each([
		['{"access_token":"a"}', 200, 'application/json'],
		['{"error":"invalid_grant"}', 400, 'application/json'],
		['[1]', 200, 'application/json'],
		['<html>', 200, 'text/plain']
	])('%s', (body, status, type) => {
		expect(responseOfBody(body)).toMatchObject({ status, headers: [['content-type', type]], body });
	});

	it('takes the status that a person gives', () => {
		expect(responseOfBody('{}', 503).status).toBe(503);
	});
});

describe('any text', () => {
	const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/);
	const value = fc.stringMatching(/^[!-~]?[ -~]{0,30}$/).map((text) => text.trim());
	const headers = fc.array(fc.tuple(name, value), { maxLength: 5 }) as fc.Arbitrary<Header[]>;
	const response = fc.record({
		status: fc.integer({ min: 200, max: 599 }),
		statusText: fc.stringMatching(/^[A-Za-z ]{0,20}$/).map((text) => text.trim()),
		headers,
		body: fc.string().filter((text) => !/^HTTP\/\d/.test(text))
	});

	it('gives back what was written down', () => {
		fc.assert(
			fc.property(response, (given) => {
				expect(whole(formatResponse(given))).toEqual(given);
			})
		);
	});

	it('is refused or makes an answer that a client can read', () => {
		const line = fc.oneof(
			fc.string(),
			fc.constantFrom('HTTP/1.1 200 OK', 'HTTP/2 404 ', 'HTTP/1.1 101 x', 'a: b', ' c', '', '\r', 'HTTP/9')
		);
		fc.assert(
			fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
				const parsed = parseResponse(lines.join('\n'));
				if (!parsed.ok) return;
				const { value } = parsed;
				const answer = value.kind === 'whole' ? value.response : responseOfBody(value.body);
				expect(toResponse(answer).status).toBe(answer.status);
			}),
			{ numRuns: 500 }
		);
	});

	it('of hostile length is read in a blink', () => {
		const started = performance.now();
		parseResponse(`HTTP/1.1 200 OK\n${'a: b\n'.repeat(500_000)}`);
		parseResponse(`curl ${' '.repeat(3_000_000)}`);
		parseResponse('HTTP/1.1 100 Continue\n\n'.repeat(100_000));
		expect(performance.now() - started).toBeLessThan(1_000);
	});
});
