import { beforeAll, describe, expect, test } from 'vitest';
import { assertion, newKey, requestObject, seconds, withKey, type ClientKey } from './clients';
import {
	authorizeParameters,
	createServer,
	form,
	issuer,
	redirectUri,
	web,
	type Changes,
	type Server
} from './server';

let key: ClientKey;
let other: ClientKey;
beforeAll(async () => {
	[key, other] = [await newKey(), await newKey()];
});

const withRegisteredKey = (required = false) =>
	createServer(({ applications, policy }) => {
		applications[0] = withKey(applications[0]!, key);
		policy.requireSignedRequests = required;
	});

const open = (server: Server, request: string, changes: Changes = {}) =>
	server.get(`/authorize?${form({ client_id: 'playground-spa', request, ...changes })}`);

describe('a signed authorization request', () => {
	test('RFC 9101 §5: client_id and request are enough for the whole flow', async () => {
		const server = withRegisteredKey();
		const location = await server.click(await open(server, await requestObject(key)));
		expect(location.searchParams.get('state')).toBe(authorizeParameters.state);
		expect((await server.exchange(location.searchParams.get('code')!)).status).toBe(200);
	});

	test('RFC 9101 §6.3: parameters beside it are ignored', async () => {
		const server = withRegisteredKey();
		const changes = { state: 'of-an-attacker', redirect_uri: 'https://evil.example/' };
		const location = await server.click(await open(server, await requestObject(key), changes));
		expect(location.origin + location.pathname).toBe(redirectUri);
		expect(location.searchParams.get('state')).toBe(authorizeParameters.state);
	});

	test('RFC 9101 §6.3: what stands beside it and not in it counts as missing', async () => {
		const server = withRegisteredKey();
		const object = await requestObject(key, { claims: { response_type: undefined } });
		const location = new URL(
			(await open(server, object, { response_type: 'code' })).headers.get('location')!
		);
		expect(location.searchParams.get('error')).toBe('invalid_request');
		expect(server.failed()).toEqual(['as-response-type']);
	});

	test.each([
		'oauth-authz-req+jwt',
		'application/oauth-authz-req+jwt',
		'APPLICATION/OAuth-Authz-Req+JWT',
		'application/jwt',
		'JWT',
		'jwt',
		undefined
	])('RFC 7515 §4.1.9: the typ %s is that of a request object', async (typ) => {
		const server = withRegisteredKey();
		const object = await requestObject(key, { header: { typ } });
		expect((await open(server, object)).status).toBe(200);
	});

	test.each(['text/oauth-authz-req+jwt', 'application/at+jwt', 'dpop+jwt', 'application/'])(
		'RFC 7515 §4.1.9: the typ %s is not',
		async (typ) => {
			const server = withRegisteredKey();
			await open(server, await requestObject(key, { header: { typ } }));
			expect(server.failed()).toContain('as-request-object-form');
		}
	);

	test('RFC 9101 §4: numbers, lists and objects in it are parameters', async () => {
		const server = withRegisteredKey();
		const claims = {
			max_age: 600,
			audience: undefined,
			resource: [authorizeParameters.audience],
			claims: { id_token: { email: null } }
		};
		const location = await server.click(await open(server, await requestObject(key, { claims })));
		expect((await server.exchange(location.searchParams.get('code')!)).status).toBe(200);
	});

	test.each<[string, string, () => Promise<string>]>([
		[
			'RFC 9101 §6.2: signed by a key that is not registered',
			'signature',
			() => requestObject(key, { signer: other.privateKey })
		],
		[
			'RFC 9101 §5: of another client_id',
			'client',
			() => requestObject(key, { claims: { client_id: 'native-app' } })
		],
		[
			'RFC 9101 §5: without a client_id',
			'client',
			() => requestObject(key, { claims: { client_id: undefined } })
		],
		['RFC 9101 §5: of another iss', 'client', () => requestObject(key, { claims: { iss: 'native-app' } })],
		[
			'RFC 9101 §4: for another server',
			'audience',
			() => requestObject(key, { claims: { aud: 'https://x.example' } })
		],
		['RFC 9101 §4: without aud', 'audience', () => requestObject(key, { claims: { aud: undefined } })],
		['RFC 9101 §6.2: that has expired', 'time', () => requestObject(key, { claims: { exp: seconds - 61 } })],
		['RFC 9101 §6.2: without exp', 'time', () => requestObject(key, { claims: { exp: undefined } })],
		[
			'RFC 9101 §6.2: that is not valid yet',
			'time',
			() => requestObject(key, { claims: { nbf: seconds + 61 } })
		],
		[
			'RFC 9101 §10.8: that is another kind of JWT',
			'form',
			() => requestObject(key, { header: { typ: 'at+jwt' } })
		],
		[
			'RFC 9101 §10.8: about a person',
			'form',
			() => requestObject(key, { header: { typ: 'JWT' }, claims: { sub: 'me' } })
		],
		['RFC 9101 §4: that is no JWT', 'form', async () => 'no-jwt'],
		[
			'RFC 9101 §4: with two values where one belongs',
			'form',
			() => requestObject(key, { claims: { code_challenge: ['a', 'b'] } })
		],
		[
			'RFC 9101 §4: with control characters',
			'form',
			() => requestObject(key, { claims: { state: 'a\r\nb' } })
		]
	])('%s is refused by %s, and nobody is redirected', async (_, check, make) => {
		const server = withRegisteredKey();
		const response = await open(server, await make());
		expect([response.status, response.headers.get('location')]).toEqual([400, null]);
		expect(await response.text()).toContain('invalid_request_object');
		expect(server.failed()).toEqual([`as-request-object-${check}`]);
	});

	test('RFC 9101 §6.2: one that was changed is refused', async () => {
		const server = withRegisteredKey();
		const [header, , signature] = (await requestObject(key)).split('.');
		const claims = {
			...authorizeParameters,
			aud: issuer,
			exp: seconds + 60,
			scope: 'openid delete:timesheets'
		};
		const payload = btoa(JSON.stringify(claims)).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
		await open(server, `${header}.${payload}.${signature}`);
		expect(server.failed()).toEqual(['as-request-object-signature']);
	});

	test('RFC 9101 §10.5: alg none is refused', async () => {
		const server = withRegisteredKey();
		const [, payload] = (await requestObject(key)).split('.');
		await open(server, `${btoa('{"alg":"none"}').replace(/=+$/, '')}.${payload}.`);
		expect(server.failed()).toEqual(['as-request-object-form']);
	});

	test('RFC 9101 §6.2: a client without registered keys cannot sign', async () => {
		const server = createServer();
		await open(server, await requestObject(key));
		expect(server.failed()).toEqual(['as-request-object-signature']);
	});

	test('RFC 9101 §4: a request object has no request in it', async () => {
		const server = withRegisteredKey();
		const object = await requestObject(key, { claims: { request: 'x', request_uri: 'https://x.example' } });
		expect((await open(server, object)).status).toBe(200);
	});
});

describe('where signed requests are required', () => {
	test('RFC 9101 §10.5: an unsigned one is refused, the same one signed is not', async () => {
		const server = withRegisteredKey(true);
		const location = new URL((await server.authorize()).headers.get('location')!);
		expect(location.searchParams.get('error')).toBe('invalid_request');
		expect(server.failed()).toEqual(['as-request-object']);
		expect((await open(server, await requestObject(key))).status).toBe(200);
	});

	test('RFC 9101 §10.5: pushing it unsigned is no way around', async () => {
		const server = withRegisteredKey(true);
		expect((await server.post('/par', form(authorizeParameters))).status).toBe(400);
		expect(server.failed()).toEqual(['as-request-object']);
	});

	test('RFC 9101 §10.5: the metadata says so, and what is supported', async () => {
		const metadata = await (await withRegisteredKey(true).get('/.well-known/openid-configuration')).json();
		expect(metadata).toMatchObject({
			require_signed_request_object: true,
			request_parameter_supported: true,
			request_uri_parameter_supported: false
		});
		expect(metadata.request_object_signing_alg_values_supported).not.toContain('none');
	});
});

describe('keys of clients', () => {
	const register = (server: Server, metadata: object) =>
		server.send('/register', {
			method: 'POST',
			body: JSON.stringify({ redirect_uris: [redirectUri], ...metadata }),
			headers: { 'content-type': 'application/json' }
		});

	test('RFC 7591 §2: a client registers its keys, and signs with them', async () => {
		const server = createServer();
		const metadata = { token_endpoint_auth_method: 'none', jwks: { keys: [key.jwk] } };
		const { client_id } = await (await register(server, metadata)).json();
		const object = await requestObject(key, { claims: { client_id, iss: client_id } });
		expect((await open(server, object, { client_id })).status).toBe(200);
	});

	test('RFC 7591 §2: a private key is not taken', async () => {
		const response = await register(createServer(), { jwks: { keys: [key.privateJwk] } });
		expect((await response.json()).error).toBe('invalid_client_metadata');
	});

	test('RFC 7591 §2: private_key_jwt needs keys, and gets no secret', async () => {
		const method = { token_endpoint_auth_method: 'private_key_jwt' };
		expect((await register(createServer(), method)).status).toBe(400);
		const registered = await register(createServer(), { ...method, jwks: { keys: [key.jwk] } });
		expect(registered.status).toBe(201);
		expect(await registered.json()).not.toHaveProperty('client_secret');
	});

	const own = { client_id: 'web-app', redirect_uri: 'https://app.example.com/callback' };
	const { clientSecret: _secret, ...secretless } = web;
	const withAssertions = () =>
		createServer(({ applications }) => {
			applications[1] = withKey({ ...secretless, authMethod: 'private_key_jwt' }, key);
		});

	test('RFC 7523 §3: a client authenticates with an assertion, with or without client_id beside it', async () => {
		const server = withAssertions();
		for (const client_id of ['web-app', undefined]) {
			const proven = await assertion(key, 'web-app');
			const response = await server.exchange(await server.code(own), { ...own, ...proven, client_id });
			expect(response.status).toBe(200);
		}
	});

	test.each<[string, () => Promise<Changes>]>([
		['signed by another key', () => assertion(key, 'web-app', { signer: other.privateKey })],
		['for another server', () => assertion(key, 'web-app', { claims: { aud: 'https://x.example' } })],
		['that has expired', () => assertion(key, 'web-app', { claims: { exp: seconds - 61 } })],
		['that is good for a year', () => assertion(key, 'web-app', { claims: { exp: seconds + 3e7 } })],
		['without exp', () => assertion(key, 'web-app', { claims: { exp: undefined } })],
		['without jti', () => assertion(key, 'web-app', { claims: { jti: undefined } })],
		['of another iss', () => assertion(key, 'web-app', { claims: { iss: 'other' } })],
		['of another type', async () => ({ ...(await assertion(key, 'web-app')), client_assertion_type: 'x' })],
		['that cannot be read', async () => ({ ...(await assertion(key, 'web-app')), client_assertion: 'x' })]
	])('RFC 7523 §3: an assertion %s is refused', async (_, make) => {
		const server = withAssertions();
		const response = await server.exchange(await server.code(own), { ...own, ...(await make()) });
		expect([response.status, (await response.json()).error]).toEqual([401, 'invalid_client']);
	});

	test('RFC 7523 §3: an assertion is good once', async () => {
		const server = withAssertions();
		const once = await assertion(key, 'web-app');
		expect((await server.exchange(await server.code(own), { ...own, ...once })).status).toBe(200);
		expect((await server.exchange(await server.code(own), { ...own, ...once })).status).toBe(401);
		expect(server.failed()).toEqual(['as-token-client-auth']);
	});

	test('RFC 7523 §3: nor does client_id alone do, nor an assertion with a secret', async () => {
		const server = withAssertions();
		expect((await server.exchange(await server.code(own), own)).status).toBe(401);
		const both = { ...own, ...(await assertion(key, 'web-app')), client_secret: 'x' };
		const response = await server.exchange(await server.code(own), both);
		expect((await response.json()).error).toBe('invalid_request');
	});
});
