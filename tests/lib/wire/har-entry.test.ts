import { describe, expect, it, test } from 'vitest';
import { readEntry } from '$lib/wire/har-entry';
import { parseSparsely } from '$lib/wire/sparse-json';

function read(entry: unknown) {
	const json = parseSparsely({ text: JSON.stringify(entry), longAt: () => undefined });
	if (!json) throw new Error('No JSON');
	return readEntry(json);
}

function known(entry: unknown) {
	const one = read(entry);
	if (!one.ok) throw new Error(one.failure);
	return one.value;
}

const get = { method: 'GET', url: 'https://a.example/' };
const form = 'application/x-www-form-urlencoded';
const post = (postData: unknown, more: object = {}) =>
	known({ request: { method: 'POST', url: 'https://a.example/token', postData, ...more } });

describe('an entry', () => {
	it('needs a request with a method and a web address, and nothing else', () => {
		expect(read({ request: get })).toMatchObject({ ok: true });
		for (const [entry, failure] of [
			[null, 'no-request'],
			[[], 'no-request'],
			['text', 'no-request'],
			[{ request: null }, 'no-request'],
			[{ request: { url: get.url } }, 'no-request'],
			[{ request: { ...get, url: 'data:text/plain,a' } }, 'not-http'],
			[{ request: { ...get, url: 'wss://a.example/' } }, 'not-http'],
			[{ request: { ...get, url: `https://a.example/?${'x'.repeat(5_000_000)}` } }, 'too-long']
		] as const)
			expect(read(entry)).toEqual({ ok: false, failure });
	});

	it('may have null where an object or a list should be', () => {
		const entry = known({
			request: { ...get, headers: null, postData: null, cookies: null },
			response: { status: 200, headers: null, content: null },
			time: null,
			startedDateTime: null
		});
		expect(entry.exchange).toEqual({
			request: { ...get, headers: [] },
			response: { status: 200, statusText: '', headers: [], body: '' },
			ms: 0
		});
		expect(entry.began).toBeUndefined();
		expect([entry.sent(), entry.answered()]).toEqual([{}, {}]);
	});

	it('may have numbers as the values of headers, and headers as an object', () => {
		const list = [
			{ name: 'content-length', value: 12 },
			{ name: 'x', value: null },
			null,
			{ name: ':path', value: '/' }
		];
		expect(known({ request: { ...get, headers: list } }).exchange.request.headers).toEqual([
			['content-length', '12'],
			['x', '']
		]);
		expect(
			known({ request: { ...get, headers: { Accept: '*/*', Age: 3 } } }).exchange.request.headers
		).toEqual([
			['Accept', '*/*'],
			['Age', '3']
		]);
	});

	it('has a status as a text, or none: then nobody answered, as far as its recorder says why', () => {
		expect(known({ request: get, response: { status: '302' } }).exchange.response?.status).toBe(302);
		const silent = known({ request: get, response: { status: 0, _error: 'net::ERR_INTERNET_DISCONNECTED' } });
		expect(silent.exchange.failure).toEqual({ reason: 'offline', detail: 'net::ERR_INTERNET_DISCONNECTED' });
		expect(known({ request: get, response: { status: -1 } }).exchange.failure).toEqual({
			reason: 'no-answer'
		});
		// Without a word of an answer nobody knows whether there was one.
		expect(known({ request: get }).exchange).not.toHaveProperty('failure');
	});

	it('says where a redirect leads also where only its recorder does', () => {
		const response = { status: 302, headers: [], redirectURL: 'https://b.example/' };
		expect(known({ request: get, response }).exchange.response?.headers).toEqual([
			['location', 'https://b.example/']
		]);
	});
});

describe('what was sent', () => {
	it('is of the type that stands beside it, where the headers have none', () => {
		const { exchange, sent } = post({ mimeType: form, text: 'a=1' });
		expect(exchange.request.headers).toEqual([['content-type', form]]);
		expect(sent()).toEqual({ text: 'a=1' });
		const headers = [{ name: 'Content-Type', value: 'application/json' }];
		expect(post({ mimeType: form, text: '{}' }, { headers }).exchange.request.headers).toEqual([
			['Content-Type', 'application/json']
		]);
	});

	it.each([
		[
			'plain pairs',
			[
				['redirect_uri', 'https://a.example/cb'],
				['scope', 'a b']
			],
			'redirect_uri=https%3A%2F%2Fa.example%2Fcb&scope=a+b'
		],
		[
			'pairs as they were sent',
			[
				['redirect_uri', 'https%3A%2F%2Fa.example%2Fcb'],
				['scope', 'a+b']
			],
			'redirect_uri=https%3A%2F%2Fa.example%2Fcb&scope=a+b'
		]
	])('is put together from %s', (_, pairs, body) => {
		const params = pairs.map(([name, value]) => ({ name, value }));
		expect(post({ mimeType: form, params }).sent()).toEqual({ text: body });
		expect(post({ mimeType: form, text: '', params }).sent()).toEqual({ text: body });
	});

	it('may be the parts of an upload, or base64', () => {
		const params = [{ name: 'code', value: 'c' }];
		expect(post({ mimeType: 'multipart/form-data; boundary=b', params }).sent().text).toContain(
			'Content-Disposition: form-data; name="code"\r\n\r\nc\r\n--b--'
		);
		expect(post({ mimeType: 'multipart/form-data', params }).sent()).toEqual({});
		expect(post({ mimeType: form, text: btoa('a=1'), encoding: 'base64' }).sent()).toEqual({ text: 'a=1' });
	});
});

test.each([
	['text/html; charset=iso-8859-1', [0xfc], 'ü'],
	['text/html; charset=utf-16le', [0xfc, 0], 'ü'],
	['text/html; charset=nobody-knows', [0xc3, 0xbc], 'ü'],
	['application/json', [0xc3, 0xbc], 'ü']
])('an answer in base64 is read by its character set: %s', (mimeType, bytes, text) => {
	const content = { mimeType, encoding: 'base64', text: btoa(String.fromCharCode(...bytes)) };
	expect(known({ request: get, response: { status: 200, content } }).answered()).toEqual({ text });
});

test('an answer that is called base64 and is none stays as it is; one beside the recording is named', () => {
	const content = { mimeType: 'a/b', encoding: 'base64', text: '{"a":1}' };
	expect(known({ request: get, response: { status: 200, content } }).answered()).toEqual({ text: '{"a":1}' });
	const beside = { mimeType: 'a/b', _file: 'a.json' };
	expect(known({ request: get, response: { status: 200, content: beside } }).answered()).toEqual({
		file: 'a.json'
	});
});
