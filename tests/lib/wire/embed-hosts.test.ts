import { describe, expect, it } from 'vitest';
import { parseEmbedHosts } from '$lib/wire/embed-hosts';
import { isSecureOrLoopback } from '$lib/message/loopback';

const parse = (text: string): string[] => parseEmbedHosts(text, isSecureOrLoopback);

describe('EMBED_HOSTS', () => {
	it('is a list of origins, with any white space between them, and none by default', () => {
		expect(parse('')).toEqual([]);
		expect(parse(' \n ')).toEqual([]);
		expect(parse('https://docs.example.com')).toEqual(['https://docs.example.com']);
		expect(parse(' https://a.example:8443\thttp://localhost:3000\nhttp://127.0.0.1:5173 ')).toEqual([
			'https://a.example:8443',
			'http://localhost:3000',
			'http://127.0.0.1:5173'
		]);
		expect(parse('https://a.example https://a.example')).toEqual(['https://a.example']);
		expect(parse('https://xn--bcher-kva.example')).toEqual(['https://xn--bcher-kva.example']);
	});

	it.each([
		['docs.example.com', 'with its scheme'],
		['docs.example.com:8080', 'with its scheme'],
		['localhost:3000', 'with its scheme'],
		['//docs.example.com', 'with its scheme'],
		['null', 'with its scheme'],
		["'self'", 'with its scheme'],
		['file:///docs', 'with its scheme'],
		['data:x', 'with its scheme'],
		['chrome-extension://abc', 'with its scheme'],
		['https://', 'with its scheme'],
		['*', 'a star'],
		['https://*.example.com', 'a star'],
		['https://docs.example.com:*', 'a star'],
		['https://docs.example.com/', 'write https://docs.example.com,'],
		['https://docs.example.com/guide', 'write https://docs.example.com,'],
		['https://docs.example.com?x', 'write https://docs.example.com,'],
		['https://docs.example.com#x', 'write https://docs.example.com,'],
		['https://me@docs.example.com', 'write https://docs.example.com,'],
		['https://docs.example.com:443', 'write https://docs.example.com,'],
		['https://Docs.Example.com', 'write https://docs.example.com,'],
		['HTTPS://docs.example.com', 'write https://docs.example.com,'],
		['https://bücher.example', 'write https://xn--bcher-kva.example,'],
		['http://127.1:3000', 'write http://127.0.0.1:3000,'],
		['https://a.example,https://b.example', 'by spaces alone'],
		['https://a.example;', 'by spaces alone'],
		['http://docs.example.com', 'plain http'],
		['http://127.evil.example', 'plain http'],
		['http://192.168.1.5:3000', 'plain http']
	])('with %s fails the build, and says what to write', (entry, advice) => {
		expect(() => parse(`https://good.example ${entry}`)).toThrow(`EMBED_HOSTS has "${entry}"`);
		expect(() => parse(entry)).toThrow(advice);
	});
});
