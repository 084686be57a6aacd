import { describe, expect, it } from 'vitest';
import { cookieLoss, cookiesSent, cookiesSet, type Back } from '$lib/message/cookies';
import type { Exchange } from '$lib/wire/http';

const at = Date.UTC(2026, 0, 5, 9);

const setting = (lines: string | string[], url = 'https://app.example/login/start'): Exchange => ({
	id: 'set',
	request: { method: 'GET', url, headers: [] },
	response: {
		status: 302,
		statusText: '',
		headers: [lines].flat().map((line) => ['Set-Cookie', line]),
		body: ''
	},
	at,
	ms: 1,
	via: 'pasted'
});

const only = (line: string, url?: string) => {
	const [cookie] = cookiesSet(setting(line, url));
	if (!cookie) throw new Error('no cookie');
	return cookie;
};

describe('a cookie as it is set', () => {
	it.each([
		['a=1', { name: 'a', path: '/login', secure: false }],
		[' a = 1 ; Path=/ ; Secure', { name: 'a', path: '/', secure: true }],
		['a=1; Path=x', { path: '/login' }],
		['a=b=c; Domain=.App.Example', { name: 'a', domain: 'app.example' }],
		['a=1; Domain=', { path: '/login' }],
		['a=1; SameSite=lax', { sameSite: 'lax' }],
		['a=1; SameSite=sometimes', { secure: false }],
		['a=1; Path=/one; Path=/two', { path: '/two' }],
		['a=1; Max-Age=60', { until: at + 60_000 }],
		['a=1; Max-Age=60s', { name: 'a' }],
		['a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT', { until: at + 60_000 }],
		['a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', { until: 0 }]
	])('%s', (line, expected) => {
		const cookie = only(line);
		expect(cookie).toMatchObject(expected);
		for (const name of ['domain', 'sameSite', 'until']) expect(name in cookie).toBe(name in expected);
	});

	it.each(['', 'a', '=1', ' =1; Path=/'])('RFC 6265 §5.2: %j is ignored', (line) => {
		expect(cookiesSet(setting(line))).toEqual([]);
	});

	it('RFC 6265 §5.1.4: of an address at the top, the path is the top', () => {
		expect(only('a=1', 'https://app.example/login').path).toBe('/');
		expect(only('a=1', 'https://app.example').path).toBe('/');
	});

	it('comes several times, also in one header', () => {
		expect(cookiesSet(setting(['a=1', 'b=2'])).map(({ name }) => name)).toEqual(['a', 'b']);
		expect(cookiesSet(setting('a=1\nb=2')).map(({ name }) => name)).toEqual(['a', 'b']);
	});
});

it('the names of the cookies of a request', () => {
	const headers: [string, string][] = [['cookie', 'a=1; b=x=y;  c=']];
	expect(cookiesSent({ request: { method: 'GET', url: 'https://app.example/', headers } })).toEqual([
		...['a', 'b', 'c']
	]);
});

describe('why a cookie did not come back', () => {
	const back = (changes: Partial<Omit<Back, 'url'>> & { url?: string } = {}): Back => ({
		method: 'GET',
		at: at + 1000,
		crossSite: true,
		...changes,
		url: new URL(changes.url ?? 'https://app.example/callback')
	});

	it.each([
		['a=1; Path=/; Domain=other.example', {}, 'domain'],
		['a=1; Path=/; Domain=ample', {}, 'domain'],
		['a=1; Path=/; SameSite=None', {}, 'none-insecure'],
		['__Host-a=1; Path=/x; Secure', {}, 'prefix'],
		['__Host-a=1; Path=/; Domain=app.example; Secure', {}, 'prefix'],
		['__Secure-a=1; Path=/', {}, 'prefix'],
		['a=1; Path=/', { url: 'https://www.app.example/callback' }, 'host'],
		['a=1; Path=/; Domain=app.example', { url: 'https://www.app.example/callback' }, 'other'],
		['a=1; Path=/; Domain=app.example', { url: 'https://notapp.example/callback' }, 'host'],
		['a=1', {}, 'path'],
		['a=1; Path=/call', {}, 'path'],
		['a=1; Path=/callback', {}, 'other'],
		['a=1; Path=/callback/', {}, 'path'],
		['a=1; Path=/; Secure', { url: 'http://app.example/callback' }, 'secure'],
		['a=1; Path=/; Max-Age=1', {}, 'expired'],
		['a=1; Path=/; Max-Age=2', {}, 'other'],
		['a=1; Path=/; SameSite=Strict', {}, 'strict'],
		['a=1; Path=/; SameSite=Strict', { crossSite: false }, 'other'],
		['a=1; Path=/; SameSite=Strict', { crossSite: undefined }, 'other'],
		['a=1; Path=/; SameSite=Lax', {}, 'other'],
		['a=1; Path=/; SameSite=Lax', { method: 'POST' }, 'lax-post'],
		['a=1; Path=/; SameSite=Lax', { method: 'POST', crossSite: false }, 'other'],
		['a=1; Path=/', { method: 'POST' }, 'default-post'],
		['a=1; Path=/; SameSite=None; Secure', { method: 'POST' }, 'other']
	] as const)('%s, back with %o: %s', (line, changes, why) => {
		expect(cookieLoss(only(line), back(changes))).toBe(why);
	});

	it.each([
		['a=1; Path=/; Secure', 'http://app.example/login', 'http://app.example/callback', 'set-insecurely'],
		['a=1; Path=/; Secure', 'http://localhost:3000/login', 'http://localhost:3000/callback', 'other'],
		['a=1; Path=/', 'http://localhost:3000/login', 'http://127.0.0.1:3000/callback', 'host'],
		['a=1; Path=/', 'http://localhost:3000/login', 'http://localhost:8080/callback', 'other'],
		['a=1; Path=/; Domain=0.0.1', 'http://127.0.0.1/login', 'http://127.0.0.1/callback', 'domain']
	])('%s of %s at %s: %s', (line, from, url, why) => {
		expect(cookieLoss(only(line, from), back({ url }))).toBe(why);
	});
});
