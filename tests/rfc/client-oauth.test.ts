import { expect, test } from 'vitest';
import {
	askAuthorization,
	authorizationParameters,
	type AuthorizationRequest
} from '$lib/client/authorization-request';
import type { CallbackReading } from '$lib/client/callback';
import { askDiscovery, readDiscovery } from '$lib/client/discovery';
import { askApi, readApi } from '$lib/client/protected-resource';
import { askRefresh, readRefreshResponse } from '$lib/client/refresh';
import { askToken, readTokenResponse } from '$lib/client/token';
import { refusedByGate } from '$lib/flow/gate';
import { emptySession } from '$lib/flow/session';
import { parseForm, type Pair } from '$lib/wire/form';
import { answer, failures, readCallback, statuses } from '../fixtures/messages';
import { clientId, issuer } from '../fixtures/tokens';
import { callbackUrl, challenge, code, configuration, metadata, state, verifier } from '../fixtures/walk';

const request: AuthorizationRequest = {
	client_id: clientId,
	redirect_uri: configuration.redirectUri,
	scope: 'openid profile',
	state,
	nonce: '',
	code_challenge: challenge,
	code_challenge_method: 'S256',
	extra: []
};
const queryOf = (
	changes: Partial<AuthorizationRequest> = {},
	endpoint = metadata.authorization_endpoint
): Pair[] => {
	const asked = askAuthorization(endpoint, authorizationParameters({ ...request, ...changes }));
	return parseForm(new URL(asked.ok ? asked.value.url : 'about:blank').search);
};
const read = (url: string): CallbackReading =>
	readCallback(url, { server: metadata, clientId, state, earlierCodes: [] });
const good = { access_token: 'at-1', token_type: 'Bearer', expires_in: 300 };

test('RFC 6749 §3.1: the query of the authorization endpoint is kept, and no parameter is doubled', () => {
	const pairs = queryOf(
		{ extra: [['scope', 'email']] },
		`${metadata.authorization_endpoint}?tenant=1&client_id=x`
	);
	expect(pairs).toContainEqual(['tenant', '1']);
	expect(new Set(pairs.map(([name]) => name)).size).toBe(pairs.length);
});

test('RFC 6749 §3.1: an endpoint with a fragment is refused', () => {
	expect(askAuthorization(`${metadata.authorization_endpoint}#`, authorizationParameters(request)).ok).toBe(
		false
	);
});

test('RFC 6749 §3.1: doubled parameters of a callback are refused', () => {
	expect(failures(read(`${callbackUrl()}&code=another`).checks)).toContain('callback-parameters-once');
});

test('RFC 6749 §3.3: a narrower scope is told', () => {
	const { checks } = readTokenResponse(answer({ ...good, scope: 'profile' }), { scope: 'profile email' });
	expect(statuses(checks)['token-scope']).toBe('warn');
});

test('RFC 6749 §4.1.1: the authorization request has response_type code, client_id, redirect_uri, scope and state', () => {
	expect(Object.fromEntries(queryOf())).toMatchObject({
		response_type: 'code',
		client_id: clientId,
		redirect_uri: configuration.redirectUri,
		scope: 'openid profile',
		state
	});
});

test('RFC 6749 §4.1.2: the answer is the code and the state', () => {
	const reading = read(callbackUrl());
	expect(reading.code).toBe(code);
	expect(failures(reading.checks)).toEqual([]);
});

test('RFC 6749 §4.1.2: a code that comes twice is warned of', () => {
	const remembered = { server: metadata, clientId, state, earlierCodes: [code] };
	expect(statuses(readCallback(callbackUrl(), remembered).checks)['callback-code-fresh']).toBe('warn');
});

test('RFC 6749 §4.1.2.1: an error answer is told with its description, and holds no code', () => {
	const reading = read(
		`${configuration.redirectUri}?error=invalid_scope&error_description=Unknown+scope&state=${state}&iss=${issuer}`
	);
	expect(reading.error).toEqual({ error: 'invalid_scope', error_description: 'Unknown scope' });
	expect(reading).not.toHaveProperty('code');
});

test('RFC 6749 §4.1.3: the token request is a form POST of exactly the five parameters, without an Authorization header', async () => {
	const asked = await askToken(metadata, {
		clientId,
		code,
		redirectUri: configuration.redirectUri,
		verifier
	});
	if (!asked.ok) throw new Error(asked.failure.reason);
	const { method, url, headers, body = '' } = asked.value;
	expect({ method, url }).toEqual({ method: 'POST', url: metadata.token_endpoint });
	expect(headers.map(([name, value]) => [name.toLowerCase(), value]).sort()).toEqual([
		['accept', 'application/json'],
		['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']
	]);
	expect(parseForm(body).sort()).toEqual([
		['client_id', clientId],
		['code', code],
		['code_verifier', verifier],
		['grant_type', 'authorization_code'],
		['redirect_uri', configuration.redirectUri]
	]);
});

test('RFC 6749 §5.1: token_type is compared without case', () => {
	for (const type of ['Bearer', 'bearer', 'BEARER']) {
		expect(
			statuses(readTokenResponse(answer({ ...good, token_type: type }), { scope: '' }).checks)['token-type']
		).toBe('pass');
	}
	const without = readTokenResponse(answer({ access_token: 'at-1' }), { scope: '' });
	expect(statuses(without.checks)['token-type']).toBe('fail');
	expect(without.value?.token_type).toBe('Bearer');
});

test('RFC 6749 §7.1: a token of a type that is not understood is not used', () => {
	for (const type of ['mac', 'N_A', 'Bearer DPoP', ['mac']]) {
		const reading = readTokenResponse(answer({ ...good, token_type: type }), { scope: '' });
		expect(statuses(reading.checks)['token-type']).toBe('fail');
		expect(reading).not.toHaveProperty('value');
	}
});

test('RFC 6749 §5.1: expires_in is a number of seconds; text is warned of', () => {
	expect(statuses(readTokenResponse(answer(good), { scope: '' }).checks)['token-expires-in']).toBe('pass');
	const text = readTokenResponse(answer({ ...good, expires_in: '300' }), { scope: '' });
	expect(statuses(text.checks)['token-expires-in']).toBe('warn');
	expect(text.value?.expires_in).toBe(300);
});

test('RFC 6749 §5.1: an answer without no-store is warned of', () => {
	const response = { ...answer(good), headers: [['content-type', 'application/json']] as [string, string][] };
	expect(statuses(readTokenResponse(response, { scope: '' }).checks)['token-no-store']).toBe('warn');
});

test('RFC 6749 §5.2: an error answer gives no tokens, also when it holds some', () => {
	const reading = readTokenResponse(answer({ ...good, error: 'invalid_grant' }, { status: 400 }), {
		scope: ''
	});
	expect(reading.error).toEqual({ error: 'invalid_grant' });
	expect(reading).not.toHaveProperty('value');
});

test('RFC 6749 §6: the refresh request has grant_type, refresh_token and client_id, and scope only to narrow', async () => {
	const asked = await askRefresh(metadata, clientId, 'rt-1', '');
	expect(parseForm(asked.ok ? (asked.value.body ?? '') : '').sort()).toEqual([
		['client_id', clientId],
		['grant_type', 'refresh_token'],
		['refresh_token', 'rt-1']
	]);
	const narrow = await askRefresh(metadata, clientId, 'rt-1', 'openid');
	expect(parseForm(narrow.ok ? (narrow.value.body ?? '') : '')).toContainEqual(['scope', 'openid']);
});

test('RFC 6749 §10.12: an answer with another state, or none, is refused', () => {
	expect(failures(read(callbackUrl({ state: 'forged' })).checks)).toContain('callback-state');
	expect(failures(read(`${configuration.redirectUri}?code=c&iss=${issuer}`).checks)).toContain(
		'callback-state'
	);
});

test('RFC 6750 §2.1: the access token goes in the Authorization header, and nowhere else', async () => {
	const asked = await askApi('at-1', { method: 'POST', url: 'https://api.example/timesheets', body: '{}' });
	if (!asked.ok) throw new Error(asked.failure.reason);
	expect(asked.value.headers).toContainEqual(['authorization', 'Bearer at-1']);
	expect(`${asked.value.url} ${asked.value.body}`).not.toContain('at-1');
});

test('RFC 6750 §3: the challenge of a refusal is shown', () => {
	const challenge = 'Bearer realm="timesheets", error="insufficient_scope", scope="read:timesheets"';
	const { checks } = readApi(answer('', { status: 403, headers: [['www-authenticate', challenge]] }));
	expect(checks.find(({ id }) => id === 'api-challenge')).toMatchObject({
		status: 'pass',
		actual: challenge
	});
});

test('RFC 8414 §3: the well-known part stands between host and path', async () => {
	const asked = await askDiscovery('https://idp.example/tenant', 'oauth2');
	expect(asked.ok && asked.value.url).toBe(
		'https://idp.example/.well-known/oauth-authorization-server/tenant'
	);
});

test('RFC 8414 §3.3: metadata of another issuer is not used', async () => {
	const reading = await readDiscovery(
		{ issuer, scope: '' },
		answer({ ...metadata, issuer: 'https://evil.example' })
	);
	expect(failures(reading.checks)).toEqual(['metadata-issuer']);
	expect(reading).not.toHaveProperty('value');
});

test('RFC 8414 §2: endpoints that are not https are told, and not used without a yes to their host', async () => {
	const document = { ...metadata, token_endpoint: 'http://idp.example/token' };
	const { checks, value } = await readDiscovery({ issuer, scope: '' }, answer(document));
	expect(statuses(checks)['metadata-endpoints-are-https']).toBe('warn');
	const address = value?.token_endpoint ?? '';
	expect(refusedByGate(emptySession, address)).toMatchObject({ reason: 'plain-http', where: 'idp.example' });
	expect(refusedByGate({ ...emptySession, plainHosts: ['idp.example'] }, address)).toBeUndefined();
});

test('RFC 8707 §2: several resources can be asked for', () => {
	const pairs = queryOf({
		extra: [
			['resource', 'https://a.example'],
			['resource', 'https://b.example']
		]
	});
	expect(pairs.filter(([name]) => name === 'resource').map(([, value]) => value)).toEqual([
		'https://a.example',
		'https://b.example'
	]);
});

test('RFC 9207 §2.4: an answer of another issuer is refused', () => {
	expect(failures(read(callbackUrl({ iss: 'https://evil.example' })).checks)).toContain('callback-issuer');
});

test('RFC 9207 §2.4: an answer without iss is refused where the server announces it', () => {
	expect(failures(read(`${configuration.redirectUri}?code=c&state=${state}`).checks)).toContain(
		'callback-issuer'
	);
});

test('RFC 9207 §2.4: issuers are compared as strings', () => {
	expect(failures(read(callbackUrl({ iss: `${issuer}/` })).checks)).toContain('callback-issuer');
	expect(failures(read(callbackUrl({ iss: issuer.toUpperCase() })).checks)).toContain('callback-issuer');
});

test('RFC 9700 §4.14.2: a refresh token that is not rotated is warned of', () => {
	const same = readRefreshResponse(answer({ ...good, refresh_token: 'rt-1' }), { refresh_token: 'rt-1' });
	expect(statuses(same.checks)['refresh-rotated']).toBe('warn');
	const rotated = readRefreshResponse(answer({ ...good, refresh_token: 'rt-2' }), { refresh_token: 'rt-1' });
	expect(statuses(rotated.checks)['refresh-rotated']).toBe('pass');
});
