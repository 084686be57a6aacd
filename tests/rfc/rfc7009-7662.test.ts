import { describe, expect, test } from 'vitest';
import { basic, createServer, form, issuer, web, type Changes, type Server } from './server';

const spa = { client_id: 'playground-spa' };
const webHeader = basic(web.clientId, web.clientSecret!);
const introspect = (server: Server, token: string | undefined, changes: Changes = {}, headers = {}) =>
	server.post('/introspect', form({ token, ...changes }), headers);
const revoke = (server: Server, token: string | undefined, changes: Changes = spa) =>
	server.post('/revoke', form({ token, ...changes }));
const userinfo = (server: Server, token: string) =>
	server.get('/userinfo', { authorization: `Bearer ${token}` });

describe('introspection', () => {
	test('RFC 7662 §2.2: an active token is described', async () => {
		const server = createServer();
		const { access_token } = await server.tokens();
		const response = await introspect(server, access_token, {}, webHeader);
		expect(response.headers.get('content-type')).toBe('application/json');
		expect(await response.json()).toMatchObject({
			active: true,
			iss: issuer,
			client_id: 'playground-spa',
			sub: 'user-erin',
			username: 'erin',
			token_type: 'Bearer'
		});
	});

	test('RFC 7662 §2.1: a refresh token can be introspected too', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		expect((await (await introspect(server, refresh_token, spa)).json()).active).toBe(true);
	});

	test('RFC 7662 §2.1: the caller has to be authenticated', async () => {
		const server = createServer();
		const { access_token } = await server.tokens();
		expect((await introspect(server, access_token)).status).toBe(400);
		expect((await introspect(server, access_token, {}, basic(web.clientId, 'wrong'))).status).toBe(401);
	});

	test('RFC 7662 §4: a public client sees its own tokens only', async () => {
		const server = createServer((settings) => {
			settings.applications.push({ ...settings.applications[0]!, clientId: 'other-spa' });
		});
		const { access_token } = await server.tokens();
		expect((await (await introspect(server, access_token, spa)).json()).active).toBe(true);
		expect(await (await introspect(server, access_token, { client_id: 'other-spa' })).json()).toEqual({
			active: false
		});
	});

	test('RFC 7662 §4: so does a client that registered itself, with or without a secret', async () => {
		const server = createServer();
		const { access_token } = await server.tokens();
		const registration = JSON.stringify({ redirect_uris: ['https://a.example/'] });
		const registered = await server.post('/register', registration, { 'content-type': 'application/json' });
		const { client_id, client_secret } = await registered.json();
		const answer = await introspect(server, access_token, {}, basic(client_id, client_secret));
		expect(await answer.json()).toEqual({ active: false });
	});

	test.each(['made-up', 'a.b.c', 'ey.ey.ey'])(
		'RFC 7662 §2.2: %s is not active, and nothing more is said',
		async (token) => {
			const response = await introspect(createServer(), token, spa);
			expect(response.status).toBe(200);
			expect(await response.json()).toEqual({ active: false });
		}
	);

	test('RFC 7662 §2.2: an expired token is not active', async () => {
		const server = createServer();
		const { access_token } = await server.tokens();
		server.clock.now += 3_600_000;
		expect((await (await introspect(server, access_token, spa)).json()).active).toBe(false);
	});

	test('RFC 7662 §2.2: a used refresh token is not active', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		await server.refresh(refresh_token);
		expect((await (await introspect(server, refresh_token, spa)).json()).active).toBe(false);
	});

	test('RFC 7662 §2.1: token is required', async () => {
		expect((await (await introspect(createServer(), undefined, spa)).json()).error).toBe('invalid_request');
	});

	test('RFC 7662 §2.1: POST only', async () => {
		expect((await createServer().get('/introspect?token=x')).status).toBe(405);
	});
});

describe('revocation', () => {
	test('RFC 7009 §2.1: a revoked refresh token is of no use, and takes the access tokens with it', async () => {
		const server = createServer();
		const tokens = await server.tokens();
		expect((await revoke(server, tokens.refresh_token)).status).toBe(200);
		expect((await (await server.refresh(tokens.refresh_token)).json()).error).toBe('invalid_grant');
		expect((await userinfo(server, tokens.access_token)).status).toBe(401);
	});

	test('RFC 7009 §2.1: a revoked access token is of no use; the refresh token stays', async () => {
		const server = createServer();
		const tokens = await server.tokens();
		await revoke(server, tokens.access_token);
		expect((await userinfo(server, tokens.access_token)).status).toBe(401);
		expect((await server.refresh(tokens.refresh_token)).status).toBe(200);
	});

	test('RFC 7009 §2.2: an unknown token is answered with 200', async () => {
		expect((await revoke(createServer(), 'made-up')).status).toBe(200);
	});

	test('RFC 7009 §2.1: a wrong token_type_hint changes nothing', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		await revoke(server, refresh_token, { ...spa, token_type_hint: 'access_token' });
		expect((await server.refresh(refresh_token)).status).toBe(400);
	});

	test('RFC 7009 §2.1: a client cannot revoke the token of another', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		const response = await server.post('/revoke', form({ token: refresh_token }), webHeader);
		expect(response.status).toBe(400);
		expect(server.failed()).toEqual(['as-revoke-token-client']);
		expect((await server.refresh(refresh_token)).status).toBe(200);
	});

	test('RFC 7009 §2.1: a confidential client has to authenticate', async () => {
		expect((await revoke(createServer(), 'x', { client_id: web.clientId })).status).toBe(401);
	});

	test('RFC 7009 §2.1: token is required', async () => {
		expect((await (await revoke(createServer(), undefined)).json()).error).toBe('invalid_request');
	});

	test('RFC 7009 §2: POST only', async () => {
		expect((await createServer().get('/revoke?token=x')).status).toBe(405);
	});
});
