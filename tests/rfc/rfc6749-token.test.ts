import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { policySchema } from '$lib/authorization-server/settings';
import { basic, createServer, form, redirectUri, verifier, web, type Server } from './server';

const exchangeWeb = (server: Server, code: string, changes = {}, headers = {}) =>
	server.exchange(code, { redirect_uri: web.redirectUris[0], client_id: undefined, ...changes }, headers);

const errorOf = async (response: Response) => (await response.json()).error;

describe('the token request', () => {
	test('RFC 6749 §3.2: GET is refused', async () => {
		const server = createServer();
		const response = await server.get('/token?grant_type=authorization_code');
		expect(response.status).toBe(405);
		expect(response.headers.get('allow')).toBe('POST');
	});

	test('RFC 6749 §4.1.3: the body has to be a form', async () => {
		const server = createServer();
		const response = await server.post('/token', '{}', { 'content-type': 'application/json' });
		expect(response.status).toBe(400);
		expect(await errorOf(response)).toBe('invalid_request');
		expect(server.failed()).toContain('as-token-content-type');
	});

	test('RFC 6749 §3.2: parameters in the query are not looked at', async () => {
		const server = createServer();
		const code = await server.code();
		const query = form({
			grant_type: 'authorization_code',
			client_id: 'playground-spa',
			code,
			code_verifier: verifier,
			redirect_uri: redirectUri
		});
		const response = await server.post(`/token?${query}`, '');
		expect(response.status).toBe(400);
	});

	test.each(['grant_type', 'client_id', 'code', 'code_verifier', 'redirect_uri'])(
		'RFC 6749 §3.2: %s must not be sent more than once',
		async (name) => {
			const server = createServer();
			const code = await server.code();
			const body = form({
				grant_type: 'authorization_code',
				client_id: 'playground-spa',
				code,
				code_verifier: verifier,
				redirect_uri: redirectUri
			});
			const response = await server.post('/token', `${body}&${name}=again`);
			expect(await errorOf(response)).toBe('invalid_request');
			expect(server.failed()[0]).toBe('as-token-parameters-once');
		}
	);

	test('RFC 6749 §5.2: a missing grant_type is invalid_request', async () => {
		expect(await errorOf(await createServer().token({ client_id: 'playground-spa' }))).toBe(
			'invalid_request'
		);
	});

	test('RFC 6749 §5.2: an unknown grant_type is unsupported_grant_type', async () => {
		const response = await createServer().token({ client_id: 'playground-spa', grant_type: 'password' });
		expect(await errorOf(response)).toBe('unsupported_grant_type');
	});

	test('RFC 6749 §5.2: a grant type that the client may not use is unauthorized_client', async () => {
		const server = createServer((settings) => {
			settings.applications[0]!.grants = ['authorization_code'];
		});
		expect(await errorOf(await server.refresh('x'))).toBe('unauthorized_client');
	});

	test('RFC 6749 §3.2.1: a public client has to send its client_id', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code(), { client_id: undefined });
		expect(await errorOf(response)).toBe('invalid_request');
	});

	test('RFC 6749 §5.2: an unknown client is invalid_client, with 401', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code(), { client_id: 'nobody' });
		expect(response.status).toBe(401);
		expect(await errorOf(response)).toBe('invalid_client');
	});

	test('RFC 6749 §4.1.3: the code is required', async () => {
		expect(await errorOf(await createServer().exchange('', { code: undefined }))).toBe('invalid_request');
	});

	test('RFC 6749 §5.2: a code that was never issued is invalid_grant', async () => {
		const server = createServer();
		expect(await errorOf(await server.exchange('made-up'))).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-code-found']);
	});

	test('RFC 6749 §4.1.2: a code is good for a short time', async () => {
		const server = createServer();
		const code = await server.code();
		server.clock.now += 60_000;
		expect(await errorOf(await server.exchange(code))).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-code-not-expired']);
	});

	test('RFC 6749 §4.1.2: the life of a code is ten minutes at most', () => {
		const { policy } = createServer().realm.settings;
		expect(v.safeParse(policySchema, { ...policy, codeLifetime: 600 }).success).toBe(true);
		expect(v.safeParse(policySchema, { ...policy, codeLifetime: 601 }).success).toBe(false);
	});

	test('RFC 6749 §4.1.3: a code of another client is invalid_grant', async () => {
		const server = createServer();
		const response = await exchangeWeb(
			server,
			await server.code(),
			{},
			basic(web.clientId, web.clientSecret!)
		);
		expect(await errorOf(response)).toBe('invalid_grant');
		expect(server.failed()).toContain('as-code-client');
	});

	test('RFC 6749 §4.1.3: the redirect_uri has to be that of the authorization request', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code(), { redirect_uri: `${redirectUri}x` });
		expect(await errorOf(response)).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-code-redirect-uri']);
	});

	test('RFC 6749 §4.1.3: the redirect_uri must not be left out when the authorization request had it', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code(), { redirect_uri: undefined });
		expect(await errorOf(response)).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-code-redirect-uri']);
	});

	test('RFC 6749 §4.1.2: a code is good once', async () => {
		const server = createServer();
		const code = await server.code();
		expect((await server.exchange(code)).status).toBe(200);
		expect(await errorOf(await server.exchange(code))).toBe('invalid_grant');
		expect(server.failed()).toEqual(['as-code-unused']);
	});

	test('RFC 6749 §10.5: a second use of the code revokes the tokens of the first', async () => {
		const server = createServer();
		const code = await server.code();
		const tokens = await (await server.exchange(code)).json();
		await server.exchange(code);
		expect(await errorOf(await server.refresh(tokens.refresh_token))).toBe('invalid_grant');
		const userinfo = await server.get('/userinfo', { authorization: `Bearer ${tokens.access_token}` });
		expect(userinfo.status).toBe(401);
	});

	test('RFC 6749 §10.5: of two uses at the same time, one gets tokens, and those are revoked', async () => {
		const server = createServer();
		const code = await server.code();
		const answers = await Promise.all([server.exchange(code), server.exchange(code)]);
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
	});

	test('RFC 6749 §5.2: a failed attempt does not use up the code', async () => {
		const server = createServer();
		const code = await server.code();
		await server.exchange(code, { redirect_uri: 'https://attacker.example/' });
		expect((await server.exchange(code)).status).toBe(200);
	});
});

describe('the token response', () => {
	test('RFC 6749 §5.1: it must not be stored', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code());
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(response.headers.get('pragma')).toBe('no-cache');
	});

	test('RFC 6749 §5.2: nor must an error', async () => {
		const response = await createServer().exchange('made-up');
		expect(response.headers.get('cache-control')).toBe('no-store');
	});

	test('RFC 6749 §5.1: it is JSON with access_token, token_type and expires_in', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code());
		expect(response.headers.get('content-type')).toBe('application/json');
		expect(await response.json()).toMatchObject({
			access_token: expect.any(String),
			token_type: 'Bearer',
			expires_in: 3600
		});
	});

	test('RFC 6749 §5.2: an error is JSON with error and error_description', async () => {
		const response = await createServer().exchange('made-up');
		expect(response.headers.get('content-type')).toBe('application/json');
		expect(Object.keys(await response.json())).toEqual(['error', 'error_description']);
	});
});
