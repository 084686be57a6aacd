import { describe, expect, test } from 'vitest';
import { mostRegistered } from '$lib/authorization-server/registration-endpoint';
import { basic, createServer, type Server } from './server';

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
		['a private scheme without a dot', ['myapp://cb']],
		['a port that is a star', ['http://localhost:*/cb']],
		['more than 20', Array.from({ length: 21 }, (_, at) => `${callback}/${at}`)],
		['one of 2,001 characters', [callback.padEnd(2_001, 'x')]],
		['no text', [7]],
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
		[
			'a logout URI that runs script',
			{ redirect_uris: [callback], post_logout_redirect_uris: ['javascript:1'] }
		],
		[
			'private_key_jwt without keys',
			{ redirect_uris: [callback], token_endpoint_auth_method: 'private_key_jwt' }
		],
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

	const nothing = {};
	test.each([
		['grants', { grant_types: ['password', 'client_credentials'] }, { grant_types: ['authorization_code'] }],
		[
			'some grants',
			{ grant_types: ['implicit', 'refresh_token'] },
			{ grant_types: ['authorization_code', 'refresh_token'] }
		],
		['response types', { response_types: ['code id_token', 'token'] }, { response_types: ['code'] }],
		[
			'a way to authenticate',
			{ token_endpoint_auth_method: 'tls_client_auth' },
			{ token_endpoint_auth_method: 'client_secret_basic', client_secret: expect.any(String) }
		],
		['an algorithm', { id_token_signed_response_alg: 'HS256' }, { id_token_signed_response_alg: 'RS256' }],
		[
			'a signed UserInfo',
			{ userinfo_signed_response_alg: 'ES256' },
			{ userinfo_signed_response_alg: 'ES256' }
		],
		['none', { id_token_signed_response_alg: 'none' }, { id_token_signed_response_alg: 'RS256' }],
		['a type', { application_type: 'browser' }, { application_type: 'web' }],
		['members of the wrong type', { grant_types: 'password', response_types: 7 }, nothing],
		['null', { client_name: null, jwks: null, application_type: null, grant_types: null }, nothing]
	])(
		'RFC 7591 §3.2.1: %s that are not had here are replaced, and the answer says by what',
		async (_, wish, got) => {
			const server = createServer();
			const response = await register(server, { redirect_uris: [callback], ...wish });
			expect(response.status).toBe(201);
			const answer = await response.json();
			expect(answer).toMatchObject({
				grant_types: ['authorization_code'],
				response_types: ['code'],
				id_token_signed_response_alg: 'RS256',
				...got
			});
			const { client_id, client_secret } = answer;
			const code = await server.code({ client_id, redirect_uri: callback });
			const changes = { client_id, redirect_uri: callback };
			expect((await server.exchange(code, changes, basic(client_id, client_secret))).status).toBe(200);
		}
	);

	test.each([
		[['com.example.app:/cb'], 'native'],
		[['http://127.0.0.1:*/cb', 'http://[::1]/cb'], 'native'],
		[['http://127.0.0.1:8765/cb'], 'native'],
		[['https://client.example/cb', 'com.example.app:/cb'], 'native'],
		[['https://client.example/cb'], 'web'],
		[['http://localhost:3000/cb'], 'web'],
		[['https://client.example/cb', 'http://127.0.0.1:3000/cb'], 'web']
	])('RFC 8252 §8.4: %j need no application_type: it is %s', async (redirect_uris, type) => {
		const response = await register(createServer(), { redirect_uris, token_endpoint_auth_method: 'none' });
		expect((await response.json()).application_type).toBe(type);
	});

	test('RFC 7591 §3.2.1: a private scheme makes a client that said web a native one', async () => {
		const body = { redirect_uris: ['com.example.app:/cb'], application_type: 'web' };
		const response = await register(createServer(), body);
		expect(await response.json()).toMatchObject({ application_type: 'native' });
	});

	test.each(['client_secret_basic', 'client_secret_post'])(
		'RFC 6749 §2.3.1: registered with %s, it may send its secret in the header or in the body',
		async (token_endpoint_auth_method) => {
			const server = createServer();
			const metadata = { redirect_uris: [callback], token_endpoint_auth_method };
			const { client_id, client_secret } = await (await register(server, metadata)).json();
			const changes = { client_id, redirect_uri: callback };
			const exchange = async (more: object, headers = {}) =>
				(await server.exchange(await server.code(changes), { ...changes, ...more }, headers)).status;
			expect(await exchange({ client_secret })).toBe(200);
			expect(await exchange({}, basic(client_id, client_secret))).toBe(200);
			expect(await exchange({ client_secret }, basic(client_id, client_secret))).toBe(400);
			expect(await exchange({})).toBe(401);
		}
	);

	test('RFC 7591 §3.1: it can be switched off', async () => {
		const closed = createServer(({ policy }) => {
			policy.allowRegistration = false;
		});
		expect((await register(closed, { redirect_uris: [callback] })).status).toBe(403);
	});

	test('RFC 7591 §3.1: it is never full: the oldest that nobody uses makes room', async () => {
		const server = createServer();
		const add = async () => {
			server.clock.now += 1_000;
			const body = { redirect_uris: [callback], token_endpoint_auth_method: 'none' };
			return (await (await register(server, body)).json()).client_id as string;
		};
		const known = async (client_id: string) =>
			(await server.authorize({ client_id, redirect_uri: callback })).status < 400;
		const used = await add();
		const changes = { client_id: used, redirect_uri: callback };
		await server.exchange(await server.code(changes), changes);
		const unused = await add();
		for (let count = 0; count < 1_000; count += 1) await add();
		const last = await add();
		expect(await known(used)).toBe(true);
		expect(await known(unused)).toBe(false);
		expect(await known(last)).toBe(true);
		expect((await server.realm.store.list('application')).length).toBe(mostRegistered);
	});

	test('RFC 7591 §3.2.2: more than is kept of one client is refused', async () => {
		const long = (count: number) =>
			Array.from({ length: count }, (_, at) => `${callback}/${at}`.padEnd(1_000, 'x'));
		expect((await register(createServer(), { redirect_uris: long(7) })).status).toBe(201);
		expect((await register(createServer(), { redirect_uris: long(9) })).status).toBe(400);
	});
});
