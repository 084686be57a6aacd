import { describe, expect, it } from 'vitest';
import { go } from '$lib/snippets/languages/go';
import { ownFields } from '$lib/snippets/own-fields';
import type { Scene } from '$lib/snippets/scene';
import { write } from '$lib/snippets/write';
import type { Header, HttpRequest } from '$lib/wire/http';
import { sceneWith } from '../../snippets/hostile';

const form = (fields: Record<string, string>, ...headers: Header[]): HttpRequest => ({
	method: 'POST',
	url: 'https://server.example/token',
	headers: [['content-type', 'application/x-www-form-urlencoded'], ...headers],
	body: new URLSearchParams(fields).toString()
});

const code = {
	grant_type: 'authorization_code',
	code: 'c',
	redirect_uri: 'app:/back',
	code_verifier: 'v',
	client_id: 'app'
};
const { client_id: _, ...withoutClient } = code;
const refresh = { grant_type: 'refresh_token', refresh_token: 'r', client_id: 'app' };

/** A public client with plain messages, but for what is said otherwise. */
function scene(other: Partial<Scene> = {}, requests: Partial<Scene['requests']> = {}): Scene {
	const base = sceneWith((place) => place);
	return {
		...base,
		clientId: 'app',
		redirectUri: 'app:/back',
		authentication: 'none',
		authorizationEndpoint: 'https://server.example/authorize',
		tokenEndpoint: 'https://server.example/token',
		authorization: [
			['response_type', 'code'],
			['client_id', 'app'],
			['redirect_uri', 'app:/back'],
			['scope', 'openid email'],
			['state', 's'],
			['prompt', 'login']
		],
		requests: { ...base.requests, exchange: form(code), renew: form(refresh), ...requests },
		...other
	};
}

describe('a library is told what it does not know', () => {
	it('and no more', () => {
		expect(ownFields(scene())).toEqual({
			authorization: [['prompt', 'login']],
			exchange: [['code_verifier', 'v']],
			renew: []
		});
	});

	it('of a client that proves itself in the header', () => {
		const { values } = scene();
		const secret = values.client_secret.text;
		const exchange = form(withoutClient, [
			'authorization',
			`Basic ${btoa(`app:${encodeURIComponent(secret)}`)}`
		]);
		expect(ownFields(scene({ authentication: 'client_secret_basic' }, { exchange })).exchange).toEqual([
			['code_verifier', 'v']
		]);
	});
});

describe('a library is not used where it would send another message', () => {
	it.each<[string, Scene]>([
		['with a proof of possession (RFC 9449 §5)', scene({}, { exchange: form(code, ['DPoP', 'x']) })],
		['of a client that signs (RFC 7523 §2.2)', scene({ authentication: 'other' })],
		['to another address', scene({ tokenEndpoint: 'https://server.example/other' })],
		['with another redirect URI', scene({ redirectUri: 'app:/other' })],
		['of another client', scene({ clientId: 'other' })],
		[
			'with a secret in the form, of a client that has none',
			scene({}, { exchange: form({ ...code, client_secret: 'x' }) })
		],
		[
			'with a secret in the header, of a client that has none',
			scene({}, { exchange: form(code, ['authorization', 'Basic YXBwOng=']) })
		],
		[
			'with another secret in the header (RFC 6749 §2.3.1)',
			scene(
				{ authentication: 'client_secret_basic' },
				{ exchange: form(withoutClient, ['authorization', 'Basic YXBwOng=']) }
			)
		],
		['of another grant', scene({}, { exchange: form({ ...code, grant_type: 'password' }) })]
	])('%s', (_, given) => {
		expect(ownFields(given).exchange).toBeUndefined();
	});

	it.each<[string, Partial<Scene>]>([
		['for another kind of answer', { authorization: [['response_type', 'code id_token']] }],
		['that names a parameter twice', { authorization: [...scene().authorization, ['prompt', 'none']] }],
		['to an endpoint with a fragment', { authorizationEndpoint: 'https://server.example/authorize#a' }]
	])('%s', (_, other) => {
		expect(ownFields(scene(other)).authorization).toBeUndefined();
	});
});

describe('Go', () => {
	const codeOf = (step: 'authorize' | 'exchange' | 'renew', given: Scene): unknown => write(go, step, given);

	it('takes the library for what it sends', () => {
		expect(codeOf('exchange', scene())).toMatchObject({
			code: expect.stringContaining('oauth2.VerifierOption("v")')
		});
		expect(codeOf('renew', scene())).toMatchObject({ code: expect.stringContaining('config.TokenSource') });
	});

	it('writes out a refresh that asks for more than the library can', () => {
		const renew = form({ ...refresh, scope: 'email' });
		expect(codeOf('renew', scene({}, { renew }))).toMatchObject({
			code: expect.stringContaining('form.Add("scope", "email")')
		});
	});

	it('derives the challenge only where it is that of the verifier', () => {
		const authorization = [
			...scene().authorization,
			['code_challenge', 'k'],
			['code_challenge_method', 'S256']
		] as const satisfies Scene['authorization'];
		const known = scene({ authorization });
		const { verifier } = known.values;
		expect(codeOf('authorize', known)).toMatchObject({
			code: expect.stringContaining(`oauth2.S256ChallengeOption("${verifier.text}")`)
		});
		expect(codeOf('authorize', { ...known, derivesChallenge: false })).toMatchObject({
			code: expect.stringContaining('oauth2.SetAuthURLParam("code_challenge", "k")')
		});
	});
});
