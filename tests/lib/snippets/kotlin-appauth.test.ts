import { describe, expect, it } from 'vitest';
import { kotlinAppAuth } from '$lib/snippets/languages/kotlin-appauth';
import type { Scene } from '$lib/snippets/scene';
import { write } from '$lib/snippets/write';
import type { HttpRequest } from '$lib/wire/http';
import { sceneWith } from '../../snippets/hostile';

const form = (fields: Record<string, string>): HttpRequest => ({
	method: 'POST',
	url: 'https://server.example/token',
	headers: [['content-type', 'application/x-www-form-urlencoded']],
	body: new URLSearchParams(fields).toString()
});

const verifier = 'v'.repeat(43);

const asked: Scene['authorization'] = [
	['response_type', 'code'],
	['client_id', 'app'],
	['redirect_uri', 'app:/back'],
	['scope', 'openid email'],
	['state', 's'],
	['nonce', 'n'],
	['code_challenge', 'c'],
	['code_challenge_method', 'S256'],
	['prompt', 'login'],
	['audience', 'api']
];

function scene(other: Partial<Scene> = {}): Scene {
	const base = sceneWith((place) => place);
	const exchange = form({
		grant_type: 'authorization_code',
		code: 'c',
		redirect_uri: 'app:/back',
		code_verifier: verifier,
		client_id: 'app'
	});
	const renew = form({ grant_type: 'refresh_token', refresh_token: 'r', client_id: 'app', scope: 'openid' });
	return {
		...base,
		clientId: 'app',
		redirectUri: 'app:/back',
		authentication: 'none',
		authorizationEndpoint: 'https://server.example/authorize',
		tokenEndpoint: 'https://server.example/token',
		authorization: asked,
		values: {
			...base.values,
			verifier: { text: verifier, actual: true },
			challenge: { text: 'c', actual: true }
		},
		requests: { ...base.requests, exchange, renew },
		...other
	};
}

const codeOf = (step: 'authorize' | 'callback' | 'exchange' | 'renew', at: Scene): string =>
	String(kotlinAppAuth.steps[step] instanceof Function ? kotlinAppAuth.steps[step](at) : '');

describe('AppAuth on Android', () => {
	it('has a method for what it knows, and takes the rest as additional parameters', () => {
		const code = codeOf('authorize', scene());
		expect(code).toContain('.setPrompt("login")');
		expect(code).toContain('.setNonce("n")');
		expect(code).toContain('.setAdditionalParameters(mapOf("audience" to "api"))');
		expect(code).toMatch(/\.setCodeVerifier\(.*, "S256"\)/);
	});

	const { values } = scene();
	const short = { text: 'v', actual: true };

	it.each<[string, Partial<Scene>]>([
		['is signed', { authorization: [...asked, ['request', 'jwt']] }],
		['asks for claims', { authorization: [...asked, ['claims', '{}']] }],
		[
			'names two resources (RFC 8707 §2)',
			{ authorization: [...asked, ['resource', 'a'], ['resource', 'b']] }
		],
		['has no challenge, for which the library would make one', { authorization: asked.slice(0, 6) }],
		['has a challenge whose verifier is not known', { derivesChallenge: false }],
		['has a verifier that is too short (RFC 7636 §4.1)', { values: { ...values, verifier: short } }]
	])('opens the address as it stands where the request %s, and reads the answer by hand', (_, other) => {
		expect(codeOf('authorize', scene(other))).toContain('Intent.ACTION_VIEW');
		expect(codeOf('callback', scene(other))).not.toContain('AuthorizationResponse');
		expect(codeOf('callback', scene(other))).toContain('URLDecoder');
	});

	it('lets the library read the answer to its own request', () => {
		expect(codeOf('authorize', scene())).toContain('getAuthorizationRequestIntent');
		expect(codeOf('callback', scene())).toContain('AuthorizationResponse.fromIntent');
	});

	it('sends no state and no nonce of its own', () => {
		const bare = asked.filter(([name]) => name !== 'state' && name !== 'nonce');
		const code = codeOf('authorize', scene({ authorization: bare }));
		expect(code).toContain('.setState(null)');
		expect(code).toContain('.setNonce(null)');
		expect(codeOf('authorize', scene())).not.toContain('(null)');
	});

	it('asks a server at http: by hand, which the library refuses', () => {
		const local = JSON.parse(
			JSON.stringify(scene()).replaceAll('https://server.example', 'http://127.0.0.1:1')
		);
		for (const step of ['exchange', 'renew'] as const) {
			expect(codeOf(step, scene())).toContain('performTokenRequest');
			expect(codeOf(step, local)).toContain('HttpURLConnection');
		}
	});

	it('knows the nonce of the ID token that comes with the code, and the scope of a refresh by its method', () => {
		expect(codeOf('exchange', scene())).toContain('.setNonce(');
		expect(codeOf('exchange', scene({ hasNonce: false }))).not.toContain('.setNonce(');
		expect(codeOf('renew', scene())).toContain('.setScope("openid")');
	});

	it('leaves a message that it would not send to plain Kotlin', () => {
		expect(codeOf('exchange', scene({ authentication: 'other' }))).toContain('HttpURLConnection');
	});

	it('writes every step', () => {
		for (const step of ['verifier', 'challenge', 'callback', 'call'] as const)
			expect(write(kotlinAppAuth, step, scene())).toBeTruthy();
	});
});
