import { describe, expect, it } from 'vitest';
import {
	askAuthorization,
	authorizationParameters,
	type AuthorizationRequest
} from '$lib/client/authorization-request';
import { parseForm, type Pair } from '$lib/wire/form';
import { challenge, configuration, metadata, state } from '../../fixtures/walk';

const request: AuthorizationRequest = {
	client_id: 'spa-1',
	redirect_uri: configuration.redirectUri,
	scope: 'openid profile',
	audience: 'https://api.example',
	state,
	nonce: 'n-1',
	code_challenge: challenge,
	code_challenge_method: 'S256',
	extra: []
};

const ask = (
	changes: Partial<AuthorizationRequest> = {},
	endpoint = metadata.authorization_endpoint
): URL => {
	const asked = askAuthorization(endpoint, authorizationParameters({ ...request, ...changes }));
	if (!asked.ok) throw new Error(asked.failure.reason);
	expect(asked.value).toMatchObject({ method: 'GET', headers: [] });
	return new URL(asked.value.url);
};
const pairsOf = (url: URL): Pair[] => parseForm(url.search);

describe('askAuthorization', () => {
	it('builds the URL of the whole request', () => {
		const url = ask();
		expect(`${url.origin}${url.pathname}`).toBe(metadata.authorization_endpoint);
		expect(pairsOf(url)).toEqual([
			['response_type', 'code'],
			['client_id', 'spa-1'],
			['redirect_uri', configuration.redirectUri],
			['scope', 'openid profile'],
			['audience', 'https://api.example'],
			['state', state],
			['nonce', 'n-1'],
			['code_challenge', challenge],
			['code_challenge_method', 'S256']
		]);
	});

	it('leaves out what is empty or missing', () => {
		const names = pairsOf(ask({ audience: undefined, nonce: '', scope: '' })).map(([name]) => name);
		expect(names).toEqual([
			'response_type',
			'client_id',
			'redirect_uri',
			'state',
			'code_challenge',
			'code_challenge_method'
		]);
	});

	it('keeps the query that the endpoint has', () => {
		const url = ask({}, `${metadata.authorization_endpoint}?tenant=a+b&p=B2C_1_flow`);
		expect(pairsOf(url).slice(0, 2)).toEqual([
			['tenant', 'a b'],
			['p', 'B2C_1_flow']
		]);
	});

	it('doubles no parameter, whoever gives it', () => {
		const pairs = pairsOf(
			ask(
				{
					extra: [
						['scope', 'openid email'],
						['prompt', 'login'],
						['prompt', 'consent'],
						['', 'lost']
					]
				},
				`${metadata.authorization_endpoint}?client_id=another&client_id=third`
			)
		);
		const names = pairs.map(([name]) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(Object.fromEntries(pairs)).toMatchObject({
			client_id: 'spa-1',
			scope: 'openid email',
			prompt: 'consent'
		});
		expect(names).not.toContain('');
	});

	it('keeps several resources, the one parameter that may be repeated', () => {
		const url = ask({
			extra: [
				['resource', 'https://a.example'],
				['resource', 'https://b.example']
			]
		});
		expect(url.searchParams.getAll('resource')).toEqual(['https://a.example', 'https://b.example']);
	});

	it.each([
		[undefined, 'endpoint-missing'],
		['javascript:alert(document.domain)', 'url-scheme-refused'],
		['ftp://idp.example/authorize', 'url-scheme-refused'],
		['https://idp.example/authorize#x', 'url-malformed']
	])('refuses the endpoint %j', (endpoint, reason) => {
		expect(askAuthorization(endpoint, authorizationParameters(request))).toMatchObject({
			ok: false,
			failure: { reason }
		});
	});
});
