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
		code_verifier: 'v',
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
		requests: { ...base.requests, exchange, renew },
		...other
	};
}

const codeOf = (step: 'authorize' | 'exchange' | 'renew', at: Scene): string =>
	String(kotlinAppAuth.steps[step] instanceof Function ? kotlinAppAuth.steps[step](at) : '');

describe('AppAuth on Android', () => {
	it('has a method for what it knows, and takes the rest as additional parameters', () => {
		const code = codeOf('authorize', scene());
		expect(code).toContain('.setPrompt("login")');
		expect(code).toContain('.setNonce("n")');
		expect(code).toContain('.setAdditionalParameters(mapOf("audience" to "api"))');
		expect(code).toMatch(/\.setCodeVerifier\(.*, "S256"\)/);
	});

	it.each<[string, Scene['authorization']]>([
		['is signed', [...asked, ['request', 'jwt']]],
		['asks for claims', [...asked, ['claims', '{}']]],
		['has no challenge, for which the library would make one', asked.slice(0, 6)]
	])('opens the address as it stands where the request %s', (_, authorization) => {
		expect(codeOf('authorize', scene({ authorization }))).toContain('Intent.ACTION_VIEW');
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
