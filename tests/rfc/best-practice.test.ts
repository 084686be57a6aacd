import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { basic, createServer, native, origin, redirectUri, resource, web, type Server } from './server';

const isRefused = async (server: Server, uri: string, clientId = 'playground-spa') => {
	const response = await server.authorize({ client_id: clientId, redirect_uri: uri });
	return response.status === 400 && !response.headers.has('location');
};

describe('redirect URIs', () => {
	test.each([
		['another path', `${origin}/callback/x`],
		['no trailing slash', `${origin}/callback`],
		['a query', `${redirectUri}?x=1`],
		['a fragment', `${redirectUri}#x`],
		['another case', 'http://LOCALHOST:4173/callback/'],
		['another port', 'http://localhost:4174/callback/'],
		['another scheme', 'https://localhost:4173/callback/'],
		['user information', 'http://localhost:4173@attacker.example/callback/'],
		['path traversal', `${origin}/callback/../callback/`],
		['an encoded character', `${origin}/%63allback/`],
		['a longer host', 'http://localhost:4173.attacker.example/callback/'],
		['script', 'javascript:alert(1)']
	])('RFC 9700 §4.1.3: a redirect URI with %s is not the registered one', async (_, uri) => {
		expect(await isRefused(createServer(), uri)).toBe(true);
	});

	test('RFC 8252 §7.3: a native application may come with any port on a loopback IP', async () => {
		const server = createServer();
		const uri = 'http://127.0.0.1:51004/callback';
		const location = await server.click(
			await server.authorize({ client_id: native.clientId, redirect_uri: uri })
		);
		expect(location.href.startsWith(`${uri}?code=`)).toBe(true);
		const response = await server.exchange(location.searchParams.get('code')!, {
			client_id: native.clientId,
			redirect_uri: uri
		});
		expect(response.status).toBe(200);
	});

	test('RFC 8252 §7.3: but the token request has to name the same port', async () => {
		const server = createServer();
		const changes = { client_id: native.clientId, redirect_uri: 'http://127.0.0.1:51004/callback' };
		await server.exchange(await server.code(changes), {
			...changes,
			redirect_uri: 'http://127.0.0.1:51005/callback'
		});
		expect(server.failed()).toEqual(['as-code-redirect-uri']);
	});

	test.each([
		['another path', 'http://127.0.0.1:51004/other'],
		['a name instead of the IP', 'http://localhost:51004/callback'],
		['https', 'https://127.0.0.1:51004/callback'],
		['another loopback address', 'http://127.0.0.2:51004/callback'],
		['user information', 'http://127.0.0.1:51004@attacker.example/callback']
	])('RFC 8252 §7.3: only the port may differ, not %s', async (_, uri) => {
		expect(await isRefused(createServer(), uri, native.clientId)).toBe(true);
	});

	test('RFC 8252 §7.3: the star of the registration is no port', async () => {
		expect(await isRefused(createServer(), 'http://127.0.0.1:*/callback', native.clientId)).toBe(true);
	});

	test('RFC 8252 §7.3: the exception is for native applications only', async () => {
		const server = createServer((settings) => {
			settings.applications.push({ ...web, clientId: 'loop', redirectUris: ['http://127.0.0.1:8000/cb'] });
		});
		expect(await isRefused(server, 'http://127.0.0.1:8001/cb', 'loop')).toBe(true);
	});

	test('RFC 8252 §7.1: a private-use scheme works', async () => {
		const server = createServer();
		const changes = { client_id: native.clientId, redirect_uri: 'com.example.timesheets:/callback' };
		const location = await server.click(await server.authorize(changes));
		expect(location.href).toMatch(/^com\.example\.timesheets:\/callback\?code=/);
	});

	test('RFC 9700 §4.11.2: an error does not make an open redirector: nothing is sent to an unregistered URI', async () => {
		const server = createServer();
		const response = await server.authorize({ redirect_uri: 'https://attacker.example/', scope: undefined });
		expect(response.headers.has('location')).toBe(false);
	});
});

describe('who may use what', () => {
	test('RFC 9700 §2.1.1: a public client has to use PKCE', async () => {
		const response = await createServer().authorize({
			code_challenge: undefined,
			code_challenge_method: undefined
		});
		expect(response.headers.get('location')).toContain('error=invalid_request');
	});

	const webRequest = { client_id: web.clientId, redirect_uri: web.redirectUris[0] };
	test.each([
		['playground-spa', {}, true, false, true],
		['playground-spa', {}, false, true, false],
		['web-app', webRequest, true, false, false],
		['web-app', webRequest, false, true, true],
		['web-app', webRequest, true, undefined, true],
		['web-app', webRequest, false, undefined, false]
	])(
		'RFC 9700 §2.1.1: %s, %j: required of public clients %s, of confidential ones %s: refused %s',
		async (_, changes, ofPublic, ofConfidential, refused) => {
			const server = createServer(({ policy }) => {
				policy.requirePkce = ofPublic;
				Reflect.set(policy, 'requirePkceOfConfidential', ofConfidential);
			});
			const without = { code_challenge: undefined, code_challenge_method: undefined };
			const response = await server.authorize({ ...changes, ...without });
			expect(response.status).toBe(refused ? 303 : 200);
			const status = server.decisions.at(-1)!.checks.find(({ id }) => id === 'as-challenge-present')!.status;
			expect(status).toBe(refused ? 'fail' : 'warn');
		}
	);

	test('RFC 9700 §2.4: there is no password grant', async () => {
		const response = await createServer().token({
			grant_type: 'password',
			client_id: 'playground-spa',
			username: 'erin',
			password: 'timesheets'
		});
		expect((await response.json()).error).toBe('unsupported_grant_type');
	});

	test('RFC 9700 §2.1.2: there is no implicit grant', async () => {
		const response = await createServer().authorize({ response_type: 'token' });
		expect(response.headers.get('location')).toContain('error=unsupported_response_type');
	});

	test('RFC 9700 §2.3: an access token is for one API', async () => {
		const server = createServer();
		const response = await server.get(
			`/authorize?${new URLSearchParams([
				['client_id', 'playground-spa'],
				['redirect_uri', redirectUri],
				['response_type', 'code'],
				['scope', 'openid'],
				['resource', resource],
				['resource', 'https://other.example/api']
			])}`
		);
		expect(server.failed()).toContain('as-audience-known');
		expect(response.status).toBe(303);
	});

	test('RFC 9700 §4.16: the sign-in page cannot be framed', async () => {
		const response = await createServer().authorize();
		expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
	});

	test('RFC 9700 §2.6: the token endpoint answers pages of registered origins', async () => {
		const server = createServer();
		const response = await server.post('/token', '', { origin });
		expect(response.headers.get('access-control-allow-origin')).toBe(origin);
		expect(response.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate');
	});

	test('RFC 9700 §2.6: and of no others', async () => {
		const response = await createServer().post('/token', '', { origin: 'https://attacker.example' });
		expect(response.headers.has('access-control-allow-origin')).toBe(false);
		expect(response.headers.get('vary')).toBe('Origin');
	});

	test('RFC 9700 §2.6: the authorization endpoint has no CORS at all', async () => {
		const response = await createServer().get('/authorize', { origin });
		expect(response.headers.has('access-control-allow-origin')).toBe(false);
	});
});

describe('machines', () => {
	const machine = (change: (server: Server) => void = () => undefined) => {
		const server = createServer((settings) => {
			settings.applications.push({
				...web,
				clientId: 'machine',
				type: 'machine',
				redirectUris: ['https://machine.example/'],
				grants: ['client_credentials']
			});
		});
		change(server);
		return server;
	};
	const header = basic('machine', web.clientSecret!);

	test('RFC 6749 §4.4: a confidential client gets a token for itself, and no refresh token', async () => {
		const server = machine();
		const request = { grant_type: 'client_credentials', audience: resource, scope: 'read:timesheets' };
		const response = await server.token(request, header);
		const body = await response.json();
		expect(body).toMatchObject({ token_type: 'Bearer', scope: 'read:timesheets' });
		expect(body).not.toHaveProperty('refresh_token');
		expect(body).not.toHaveProperty('id_token');
		expect(decodeJwt(body.access_token)).toMatchObject({
			sub: 'machine',
			client_id: 'machine',
			aud: resource
		});
		expect((await server.callApi(body.access_token)).status).toBe(200);
	});

	test('RFC 6749 §4.4.2: it has to authenticate', async () => {
		const request = { grant_type: 'client_credentials', audience: resource, client_id: 'machine' };
		expect((await machine().token(request)).status).toBe(401);
	});

	test('RFC 6749 §4.4: a public client must not use it', async () => {
		const server = createServer((settings) => {
			settings.applications[0]!.grants.push('client_credentials');
		});
		const request = { grant_type: 'client_credentials', audience: resource, client_id: 'playground-spa' };
		expect((await (await server.token(request)).json()).error).toBe('unauthorized_client');
	});

	test('RFC 6749 §3.3: a scope that the API does not have is invalid_scope', async () => {
		const request = { grant_type: 'client_credentials', audience: resource, scope: 'openid' };
		expect((await (await machine().token(request, header)).json()).error).toBe('invalid_scope');
	});

	test('RFC 8707 §2.2: without an API, or with an unknown one, it is invalid_target', async () => {
		const unknown = { grant_type: 'client_credentials', resource: 'https://other.example/' };
		expect((await (await machine().token(unknown, header)).json()).error).toBe('invalid_target');
		const none = { grant_type: 'client_credentials' };
		expect((await (await machine().token(none, header)).json()).error).toBe('invalid_target');
	});

	test('RFC 6749 §4.1.2.1: it may not use the code flow', async () => {
		const response = await machine().authorize({
			client_id: 'machine',
			redirect_uri: 'https://machine.example/'
		});
		expect(response.headers.get('location')).toContain('error=unauthorized_client');
	});
});

describe('resource indicators', () => {
	test('RFC 8707 §2.1: resource names the API', async () => {
		const { access_token } = await createServer().tokens({ audience: undefined, resource });
		expect(decodeJwt(access_token).aud).toContain(resource);
	});

	test('RFC 8707 §2: an unknown one is invalid_target', async () => {
		const response = await createServer().authorize({
			audience: undefined,
			resource: 'https://other.example/'
		});
		expect(response.headers.get('location')).toContain('error=invalid_target');
	});

	test('RFC 8707 §2.2: the token request may repeat it', async () => {
		const server = createServer();
		expect((await server.exchange(await server.code(), { resource })).status).toBe(200);
	});

	test('RFC 8707 §2.2: but not name one that was not granted', async () => {
		const server = createServer();
		const response = await server.exchange(await server.code(), { resource: 'https://other.example/' });
		expect((await response.json()).error).toBe('invalid_target');
		expect(server.failed()).toEqual(['as-token-target']);
	});

	test('RFC 8707 §2.2: nor at a refresh', async () => {
		const server = createServer();
		const { refresh_token } = await server.tokens();
		const response = await server.refresh(refresh_token, { resource: 'https://other.example/' });
		expect((await response.json()).error).toBe('invalid_target');
	});

	test('RFC 9068 §3: a realm may have a default API', async () => {
		const server = createServer(({ policy }) => {
			policy.defaultAudience = resource;
		});
		const { access_token } = await server.tokens({ audience: undefined });
		expect(decodeJwt(access_token).aud).toContain(resource);
	});
});
