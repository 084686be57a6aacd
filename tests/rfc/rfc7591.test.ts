import { describe, expect, test } from 'vitest';
import { createServer, type Server } from './server';

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
		['a name that turns the text around', { redirect_uris: [callback], client_name: '\u202emoc.knab' }],
		['a private key', { redirect_uris: [callback], jwks: { keys: [{ kty: 'EC', d: 'x' }] } }],
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
