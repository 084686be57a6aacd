import { describe, expect, test } from 'vitest';
import {
	basic,
	createServer,
	form,
	interactionOf,
	issuer,
	origin,
	web,
	type Changes,
	type Server
} from './server';

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

describe('logout', () => {
	const end = (server: Server, changes: Changes) => server.get(`/end-session?${form(changes)}`);
	const back = `${origin}/`;
	const isSignedIn = async (server: Server) =>
		(await server.authorize({ prompt: 'none' })).headers.get('location')!.includes('code=');

	test('OIDC RP-Initiated Logout §2: with the ID token of the person, the session ends', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		expect(await isSignedIn(server)).toBe(true);
		expect((await end(server, { id_token_hint: id_token })).status).toBe(200);
		expect(await isSignedIn(server)).toBe(false);
	});

	test('OIDC RP-Initiated Logout §3: the browser is sent to a registered address, with state', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		const response = await end(server, {
			id_token_hint: id_token,
			post_logout_redirect_uri: back,
			state: 's 1'
		});
		expect(response.headers.get('location')).toBe(`${back}?state=s+1`);
	});

	test('OIDC RP-Initiated Logout §3: it is not sent to an address that is not registered', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		const response = await end(server, {
			id_token_hint: id_token,
			post_logout_redirect_uri: 'https://attacker.example/'
		});
		expect(response.status).toBe(400);
		expect(response.headers.has('location')).toBe(false);
		expect(server.failed()).toEqual(['as-logout-redirect-uri']);
	});

	test('OIDC RP-Initiated Logout §3: nor to any when nobody knows whose it would be', async () => {
		const response = await end(createServer(), { post_logout_redirect_uri: back });
		expect(response.headers.has('location')).toBe(false);
	});

	test('OIDC RP-Initiated Logout §2: an expired ID token is taken as a hint', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		server.clock.now += 3_700_000;
		await end(server, { id_token_hint: id_token });
		expect(await isSignedIn(server)).toBe(false);
	});

	test('OIDC RP-Initiated Logout §4: an ID token of somebody else’s making is refused', async () => {
		const server = createServer();
		await server.tokens();
		expect((await end(server, { id_token_hint: 'a.b.c' })).status).toBe(400);
		expect(await isSignedIn(server)).toBe(true);
	});

	test('OIDC RP-Initiated Logout §2: client_id has to fit the hint', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		expect((await end(server, { id_token_hint: id_token, client_id: web.clientId })).status).toBe(400);
		expect(server.failed()).toContain('as-logout-client');
	});

	test('OIDC RP-Initiated Logout §2: without a hint the person is asked', async () => {
		const server = createServer();
		await server.tokens();
		const page = await (await end(server, { ...spa, post_logout_redirect_uri: back })).text();
		expect(page).toContain('Sign out?');
		expect(await isSignedIn(server)).toBe(true);
		const answer = form({ interaction: interactionOf(page), action: 'sign-out' });
		expect((await server.post('/sign-out', answer)).headers.get('location')).toBe(back);
		expect(await isSignedIn(server)).toBe(false);
	});

	test('OIDC RP-Initiated Logout §2: and may stay', async () => {
		const server = createServer();
		await server.tokens();
		const page = await (await end(server, {})).text();
		await server.post('/sign-out', form({ interaction: interactionOf(page), action: 'stay' }));
		expect(await isSignedIn(server)).toBe(true);
	});

	test('OIDC RP-Initiated Logout §2: POST is supported', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		await server.post('/end-session', form({ id_token_hint: id_token }));
		expect(await isSignedIn(server)).toBe(false);
	});
});

describe('registration', () => {
	const register = (server: Server, body: unknown, type = 'application/json') =>
		server.post('/register', typeof body === 'string' ? body : JSON.stringify(body), {
			'content-type': type
		});
	const callback = 'https://client.example/callback';

	test('RFC 7591 §3.2.1: the answer is 201 with client_id, secret and all metadata', async () => {
		const response = await register(createServer(), { redirect_uris: [callback], client_name: 'Mine' });
		expect(response.status).toBe(201);
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(await response.json()).toMatchObject({
			client_id: expect.any(String),
			client_secret: expect.any(String),
			client_secret_expires_at: expect.any(Number),
			client_name: 'Mine',
			redirect_uris: [callback],
			grant_types: ['authorization_code'],
			token_endpoint_auth_method: 'client_secret_basic'
		});
	});

	test('RFC 7591 §3.1: what was registered works', async () => {
		const server = createServer();
		const metadata = { redirect_uris: [callback], token_endpoint_auth_method: 'none' };
		const { client_id, client_secret } = await (await register(server, metadata)).json();
		expect(client_secret).toBeUndefined();
		const code = await server.code({ client_id, redirect_uri: callback });
		expect((await server.exchange(code, { client_id, redirect_uri: callback })).status).toBe(200);
	});

	test.each([
		['none', []],
		['plain http', ['http://client.example/']],
		['a fragment', [`${callback}#x`]],
		['script', ['javascript:alert(1)']],
		['a private scheme of a web client', ['com.example:/cb']],
		['no URI', ['callback']]
	])('RFC 7591 §3.2.2: redirect URIs with %s are invalid_redirect_uri', async (_, redirect_uris) => {
		const response = await register(createServer(), { redirect_uris });
		expect(response.status).toBe(400);
		expect((await response.json()).error).toBe('invalid_redirect_uri');
	});

	test('RFC 8252 §8.4: a native client may register a private scheme and loopback with any port', async () => {
		const response = await register(createServer(), {
			application_type: 'native',
			token_endpoint_auth_method: 'none',
			redirect_uris: ['com.example.app:/cb', 'http://127.0.0.1:*/cb']
		});
		expect(response.status).toBe(201);
	});

	test.each([
		['no JSON', '{'],
		['a list', '[]'],
		['an unknown grant', { redirect_uris: [callback], grant_types: ['password'] }],
		['another response type', { redirect_uris: [callback], response_types: ['token'] }],
		['a name of 5,000 characters', { redirect_uris: [callback], client_name: 'x'.repeat(5_000) }]
	])('RFC 7591 §3.2.2: %s is invalid_client_metadata', async (_, body) => {
		const response = await register(createServer(), body);
		expect(response.status).toBe(400);
		expect((await response.json()).error).toBe('invalid_client_metadata');
	});

	test('RFC 7591 §2: unknown members are ignored', async () => {
		const body = await (await register(createServer(), { redirect_uris: [callback], color: 'green' })).json();
		expect(body).not.toHaveProperty('color');
	});

	test('RFC 7591 §3.1: it has a limit, and can be switched off', async () => {
		const server = createServer();
		for (let count = 0; count < 50; count += 1) await register(server, { redirect_uris: [callback] });
		expect((await register(server, { redirect_uris: [callback] })).status).toBe(403);
		const closed = createServer(({ policy }) => {
			policy.allowRegistration = false;
		});
		expect((await register(closed, { redirect_uris: [callback] })).status).toBe(403);
	});
});
