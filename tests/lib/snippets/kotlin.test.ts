/** What a connection of the JVM would leave out or refuse is sent all the same. */
import { describe, expect, it } from 'vitest';
import { java } from '$lib/snippets/languages/java';
import { kotlin } from '$lib/snippets/languages/kotlin';
import { kotlinAppAuth } from '$lib/snippets/languages/kotlin-appauth';
import { strictAddress } from '$lib/snippets/message';
import type { Scene } from '$lib/snippets/scene';
import type { Language } from '$lib/snippets/snippet';
import { write } from '$lib/snippets/write';
import type { HttpRequest } from '$lib/wire/http';
import { codeFields, form, plainScene } from '../../snippets/plain';

function codeOf(language: Language, step: 'exchange' | 'call', scene: Scene): string {
	const written = write(language, step, scene);
	return 'code' in written ? written.code : written.absent;
}

const called = (request: Partial<HttpRequest>): Scene =>
	plainScene({}, { call: { method: 'GET', url: 'https://api.example/', headers: [], ...request } });

const property = 'System.setProperty("sun.net.http.allowRestrictedHeaders", "true")';

describe('Kotlin', () => {
	it.each([kotlin, kotlinAppAuth])('sends an origin (WHATWG Fetch §3.3)', (language) => {
		const exchange = form(codeFields, ['Origin', 'https://app.example']);
		const code = codeOf(language, 'exchange', plainScene({}, { exchange }));
		expect(code).toContain('"Origin", "https://app.example"');
		expect(code.indexOf(property)).toBeGreaterThan(0);
		expect(code.indexOf(property)).toBeLessThan(code.indexOf('openConnection'));
		expect(codeOf(kotlin, 'exchange', plainScene())).not.toContain('setProperty');
	});

	it('sends a method that only the client of the JVM knows, and on Android the connection', () => {
		const scene = called({ method: 'PATCH', body: '{}' });
		expect(codeOf(kotlin, 'call', scene)).toContain('HttpClient.newHttpClient()');
		expect(codeOf(kotlinAppAuth, 'call', scene)).toContain('requestMethod = "PATCH"');
		expect(codeOf(kotlin, 'call', called({ method: 'PUT', body: '{}' }))).toContain('requestMethod = "PUT"');
	});
});

it.each([java, kotlin])('a client of the JVM is told which restricted headers it may send', (language) => {
	const code = codeOf(language, 'call', called({ method: 'PATCH', headers: [['host', 'api.example']] }));
	expect(code).toContain('System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host")');
});

describe('an address for what takes the characters of RFC 3986 alone', () => {
	it.each([
		['https://a.example/b?f=a|b&g={1}^`', 'https://a.example/b?f=a%7Cb&g=%7B1%7D%5E%60'],
		['https://a.example/b%2Fc?d=%zz', 'https://a.example/b%2Fc?d=%25zz'],
		['https://a.example/b?e[]=1', 'https://a.example/b?e%5B%5D=1'],
		['http://[::1]:8080/a?b=é', 'http://[::1]:8080/a?b=%C3%A9'],
		['https://a.example', 'https://a.example']
	])('%s', (url, strict) => {
		expect(strictAddress(url)).toBe(strict);
	});
});
