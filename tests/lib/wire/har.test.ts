import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHar, parseHar } from '$lib/wire/har';
import type { Exchange } from '$lib/wire/http';

const exchange: Exchange = {
	id: 'har-0',
	request: {
		method: 'POST',
		url: 'https://as.example/token?tenant=1',
		headers: [['content-type', 'application/x-www-form-urlencoded']],
		body: 'grant_type=authorization_code&code=c'
	},
	response: {
		status: 400,
		statusText: 'Bad Request',
		headers: [['content-type', 'application/json']],
		body: '{"error":"invalid_grant"}'
	},
	at: Date.UTC(2026, 0, 15, 12),
	ms: 120,
	via: 'pasted'
};

/** An entry as a browser writes it, with what the test changes. */
const entry = (changes: { request?: object; response?: object; startedDateTime?: string } = {}) => ({
	startedDateTime: changes.startedDateTime ?? '2026-01-15T12:00:00.000Z',
	time: 12.4,
	request: { method: 'GET', url: 'https://as.example/jwks', headers: [], ...changes.request },
	response: { status: 200, statusText: 'OK', headers: [], content: { text: '{}' }, ...changes.response }
});

const har = (...entries: unknown[]): string => JSON.stringify({ log: { version: '1.2', entries } });

const read = (text: string): Exchange[] => {
	const parsed = parseHar(text);
	if (!parsed.ok) throw new Error(parsed.failure.reason);
	return parsed.value;
};

describe('a HAR file', () => {
	it('that was written is read back as it was', () => {
		expect(read(formatHar([exchange]))).toEqual([exchange]);
	});

	it('says with status 0 that there was no answer, as browsers do', () => {
		const { response: _, ...silent } = exchange;
		const text = formatHar([{ ...silent, failure: { reason: 'cors' } }]);
		expect(JSON.parse(text).log.entries[0].response).toMatchObject({ status: 0, content: { size: 0 } });
		expect(read(text)[0]).toMatchObject({ failure: { reason: 'no-answer' } });
		expect(read(text)[0]?.response).toBeUndefined();
	});

	it('names what others read: query, form, media type, redirect', () => {
		const moved: Exchange = {
			...exchange,
			response: { status: 302, statusText: '', headers: [['Location', 'https://app.example/']], body: '' }
		};
		expect(JSON.parse(formatHar([moved])).log.entries[0]).toMatchObject({
			request: {
				queryString: [{ name: 'tenant', value: '1' }],
				postData: { mimeType: 'application/x-www-form-urlencoded' }
			},
			response: { redirectURL: 'https://app.example/' }
		});
	});

	it('is read in the order in which the requests began', () => {
		const later = entry({
			startedDateTime: '2026-01-15T12:00:05Z',
			request: { url: 'https://as.example/2' }
		});
		expect(read(har(later, entry())).map(({ request }) => request.url)).toEqual([
			'https://as.example/jwks',
			'https://as.example/2'
		]);
	});

	it('may hold bodies in base64, and forms as pairs', () => {
		const [first, second] = read(
			har(
				entry({ response: { content: { text: btoa('{"keys":[]}'), encoding: 'base64' } } }),
				entry({
					request: { method: 'POST', postData: { params: [{ name: 'scope', value: 'a b' }, { name: 'x' }] } }
				})
			)
		);
		expect(first?.response?.body).toBe('{"keys":[]}');
		expect(second?.request.body).toBe('scope=a+b&x=');
	});

	it('has pseudo-headers of HTTP/2, which are no headers', () => {
		const [only] = read(
			har(
				entry({
					request: {
						headers: [
							{ name: ':authority', value: 'x' },
							{ name: 'accept', value: '*/*' }
						]
					}
				})
			)
		);
		expect(only?.request.headers).toEqual([['accept', '*/*']]);
	});

	it('loses entries that are no message of HTTP, and keeps the others', () => {
		const text = har(
			entry({ request: { url: 'data:text/plain,x' } }),
			entry({ request: { url: 'javascript:alert(1)' } }),
			{ unknown: true },
			null,
			entry()
		);
		expect(read(text)).toHaveLength(1);
	});

	it('keeps an entry whose time or whose body cannot be held', () => {
		const [odd, long] = read(
			har(
				entry({ startedDateTime: 'yesterday' }),
				entry({ response: { content: { text: 'x'.repeat(4_000_001) } } })
			)
		);
		expect(odd?.response?.body).toBe('{}');
		expect(long?.response).toMatchObject({ status: 200, body: '' });
	});

	it.each([
		['no JSON', '<html>', 'not-json'],
		['no recording', '{"log":{}}', 'not-a-trace'],
		['a list', '[]', 'not-a-trace']
	])('is refused when it is %s', (_, text, reason) => {
		expect(parseHar(text)).toMatchObject({ ok: false, failure: { reason } });
	});

	it('is read or refused, never thrown at, whatever it holds', () => {
		fc.assert(
			fc.property(fc.array(fc.anything()), (entries) => {
				const text = JSON.stringify({ log: { entries } }, (_, value: unknown) =>
					typeof value === 'bigint' ? String(value) : value
				);
				expect(parseHar(text).ok).toBe(true);
			})
		);
	});
});
