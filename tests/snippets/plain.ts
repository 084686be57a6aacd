/** A public client with plain messages, but for what is said otherwise. */
import type { Scene } from '$lib/snippets/scene';
import type { Header, HttpRequest } from '$lib/wire/http';
import { sceneWith } from './hostile';

export const form = (fields: Record<string, string>, ...headers: Header[]): HttpRequest => ({
	method: 'POST',
	url: 'https://server.example/token',
	headers: [['content-type', 'application/x-www-form-urlencoded'], ...headers],
	body: new URLSearchParams(fields).toString()
});

export const codeFields = {
	grant_type: 'authorization_code',
	code: 'code-of-it',
	redirect_uri: 'https://app.example/back',
	code_verifier: 'verifier-of-it',
	client_id: 'app'
};

export const refreshFields = {
	grant_type: 'refresh_token',
	refresh_token: 'refresh-of-it',
	client_id: 'app'
};

const known = (text: string) => ({ text, actual: true });

export function plainScene(other: Partial<Scene> = {}, requests: Partial<Scene['requests']> = {}): Scene {
	const base = sceneWith((place) => place);
	const state = 'state-of-it';
	return {
		...base,
		issuer: 'https://server.example',
		clientId: 'app',
		redirectUri: codeFields.redirect_uri,
		authentication: 'none',
		authorizationEndpoint: 'https://server.example/authorize',
		tokenEndpoint: 'https://server.example/token',
		scope: 'openid email',
		authorization: [
			['response_type', 'code'],
			['client_id', 'app'],
			['redirect_uri', codeFields.redirect_uri],
			['scope', 'openid email'],
			['state', state],
			['nonce', 'nonce-of-it'],
			['code_challenge', 'challenge-of-it'],
			['code_challenge_method', 'S256']
		],
		callbackUrl: `${codeFields.redirect_uri}?${new URLSearchParams({ code: codeFields.code, state, iss: 'https://server.example' })}`,
		values: {
			...base.values,
			verifier: known(codeFields.code_verifier),
			challenge: known('challenge-of-it'),
			state: known(state),
			nonce: known('nonce-of-it'),
			code: known(codeFields.code),
			refresh_token: known(refreshFields.refresh_token),
			access_token: known('token-of-it')
		},
		requests: {
			...base.requests,
			exchange: form(codeFields),
			renew: form(refreshFields),
			call: {
				method: 'GET',
				url: 'https://api.example/',
				headers: [['authorization', 'Bearer token-of-it']]
			},
			...requests
		},
		...other
	};
}

/** The same with another server, that of a test. */
export const servedAt = (scene: Scene, origin: string): Scene => ({
	...scene,
	tokenEndpoint: `${origin}/token`,
	requests: Object.fromEntries(
		Object.entries(scene.requests).map(([step, request]) => [
			step,
			{ ...request, url: `${origin}${request.url.replace(/^https?:\/\/[^/]*/, '')}` }
		])
	) as Scene['requests']
});
