import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHint, secretParameters } from '$lib/lexicon/secrets';
import type { Configuration } from '$lib/trace/configuration';
import { formatLink, parseLink } from '$lib/trace/link';
import { withoutSecrets } from '$lib/trace/secret-settings';

const start = { redirectUri: 'https://playground.example/callback/' };

const whole: Configuration = {
	issuer: 'https://login.example.com/tenant',
	clientId: 'spa one',
	redirectUri: 'https://playground.example/callback/',
	scope: 'openid read:things offline_access',
	audience: 'https://api.example.com',
	resource: 'urn:api',
	preset: 'auth0',
	responseMode: 'fragment',
	authentication: 'client_secret_post',
	extensions: ['par', 'dpop'],
	extra: [
		['prompt', 'consent'],
		['acr_values', 'a=b&c']
	],
	apiUrl: 'https://api.example.com/things'
};

const reasonOf = (search: string): string => {
	const parsed = parseLink(search, start);
	return parsed.ok ? 'taken' : parsed.failure.reason;
};

describe('a link', () => {
	it('brings back what it was made from', () => {
		expect(parseLink(formatLink(whole, 'authorize'), start)).toEqual({
			ok: true,
			value: { configuration: whole, step: 'authorize' }
		});
	});

	it('needs an issuer alone; the rest is this site’s', () => {
		// The site has settings of its own, and none of them is the link's.
		expect(parseLink('?issuer=https://id.example', { ...whole, ...start })).toEqual({
			ok: true,
			value: {
				configuration: {
					issuer: 'https://id.example',
					clientId: '',
					redirectUri: start.redirectUri,
					scope: 'openid',
					extra: [],
					apiUrl: ''
				},
				step: 'configure'
			}
		});
	});

	it.each(['', '?', '?utm_source=newsletter'])('asks for nothing: %j', (search) => {
		expect(parseLink(search, start)).toEqual({ ok: true, value: undefined });
	});

	it.each([
		...secretParameters.filter((name) => !isHint(name)),
		'clientSecret',
		'CLIENT_SECRET',
		'id_token',
		'my_password'
	])('with %s is refused whole', (name) => {
		expect(reasonOf(`?issuer=https://id.example&${name}=a`)).toBe('secret-in-link');
		expect(reasonOf(`?issuer=https://id.example&extra=${name}%3Da`)).toBe('secret-in-link');
	});

	it.each(['login_hint', 'logout_hint'])('with %s is taken: whoever types one means to send it', (name) => {
		expect(reasonOf(`?issuer=https://id.example&extra=${name}%3Dann`)).toBe('taken');
	});

	it.each([
		'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
		'Bearer 2YotnFZFEjr1zCsicMWpAA',
		'-----BEGIN PRIVATE KEY-----'
	])('with the secret %s under any name is refused', (value) => {
		expect(reasonOf(`?issuer=https://id.example&scope=${encodeURIComponent(value)}`)).toBe('secret-in-link');
	});

	it.each(['javascript:alert(1)', 'http://id.example', 'data:text/html,a', '//id.example', 'id.example'])(
		'with the issuer %s is refused',
		(issuer) => {
			expect(reasonOf(`?issuer=${encodeURIComponent(issuer)}`)).toBe('link-address-refused');
		}
	);

	it.each([
		['redirect_uri', 'javascript:alert(1)'],
		['redirect_uri', 'http://elsewhere.example/callback'],
		['api', 'http://api.example'],
		['step', 'admin'],
		['preset', '../../x'],
		['response_mode', 'form_post'],
		['extensions', 'everything'],
		['extra', 'state=fixed'],
		['extra', 'code_challenge=fixed'],
		['extra', '<script>=1'],
		['scope', 'a'.repeat(501)]
	])('with %s=%s is refused', (name, value) => {
		expect(reasonOf(`?issuer=https://id.example&${name}=${encodeURIComponent(value)}`)).toBe(
			['redirect_uri', 'api'].includes(name) ? 'link-address-refused' : 'link-unreadable'
		);
	});

	it('takes the redirect URI of a native app', () => {
		expect(reasonOf('?issuer=https://id.example&redirect_uri=com.example.app:/callback')).toBe('taken');
		expect(reasonOf('?issuer=https://id.example&redirect_uri=http://127.0.0.1:5000/cb')).toBe('taken');
	});

	it('of any length is answered', () => {
		expect(reasonOf(`?issuer=https://id.example&scope=${'a'.repeat(100_000)}`)).toBe('too-large');
	});

	it('never carries a secret, whatever the configuration holds', () => {
		const secret: Configuration = {
			...whole,
			extra: [...whole.extra, ['client_secret', 'hush'], ['login_hint', 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.']]
		};
		expect(formatLink(secret)).toBe(formatLink(whole));
		expect(withoutSecrets(secret)).toEqual(whole);
	});

	it('of any text is parsed or refused, and what is parsed is harmless', () => {
		const name = fc.constantFrom('issuer', 'client_id', 'api', 'redirect_uri', 'step', 'extra', '__proto__');
		const value = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('https://id.example', 'toString'));
		fc.assert(
			fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
				const parsed = parseLink(`?${new URLSearchParams(pairs)}`, start);
				if (!parsed.ok || !parsed.value) return;
				const { issuer, apiUrl } = parsed.value.configuration;
				for (const url of [issuer, apiUrl].filter(Boolean)) {
					expect(['https:', 'http:']).toContain(new URL(url).protocol);
					expect(new URL(url).username).toBe('');
				}
			}),
			{ numRuns: 50 }
		);
		fc.assert(fc.property(fc.string(), (text) => void parseLink(text, start)));
	});
});
