import { describe, expect, test } from 'vitest';
import { assertion, newKey, requestObject, withKey } from './clients';
import {
	authorizeParameters,
	basic,
	createServer,
	form,
	resource,
	web,
	type Changes,
	type Server
} from './server';

const push = (server: Server, changes: Changes = {}, headers: Record<string, string> = {}) =>
	server.post('/par', form({ ...authorizeParameters, ...changes }), headers);

async function pushed(server: Server, changes: Changes = {}): Promise<string> {
	return (await (await push(server, changes)).json()).request_uri;
}

const open = (server: Server, requestUri: string, changes: Changes = {}) =>
	server.get(`/authorize?${form({ client_id: 'playground-spa', request_uri: requestUri, ...changes })}`);

const errorOf = async (response: Response): Promise<string> => (await response.json()).error;

describe('the endpoint for pushed requests', () => {
	test('RFC 9126 §2.2: 201 with a request_uri and its lifetime, not stored', async () => {
		const response = await push(createServer());
		expect(response.status).toBe(201);
		expect(response.headers.get('content-type')).toBe('application/json');
		expect(response.headers.get('cache-control')).toContain('no-store');
		const body = await response.json();
		expect(body.request_uri).toMatch(/^urn:ietf:params:oauth:request_uri:[\w-]{43}$/);
		expect(body.expires_in).toBeGreaterThanOrEqual(5);
		expect(body.expires_in).toBeLessThanOrEqual(600);
	});

	test('RFC 9126 §2.2: each push gets another request_uri', async () => {
		const server = createServer();
		expect(await pushed(server)).not.toBe(await pushed(server));
	});

	test('RFC 9126 §2.1: a request_uri in a push is refused', async () => {
		const server = createServer();
		const response = await push(server, { request_uri: await pushed(server) });
		expect([response.status, await errorOf(response)]).toEqual([400, 'invalid_request']);
		expect(server.failed()).toEqual(['as-pushed-request-uri']);
	});

	test.each([
		['a redirect_uri that is not registered', { redirect_uri: 'https://evil.example' }, 'invalid_request'],
		['no code_challenge', { code_challenge: undefined }, 'invalid_request'],
		['a scope that nobody knows', { scope: 'unknown' }, 'invalid_scope'],
		['another response_type', { response_type: 'token' }, 'unsupported_response_type'],
		['an API that nobody knows', { audience: 'https://nobody.example' }, 'invalid_target']
	])('RFC 9126 §2.3: %s is refused as the authorization endpoint would', async (_, changes, error) => {
		const response = await push(createServer(), changes);
		expect([response.status, await errorOf(response)]).toEqual([400, error]);
		expect(response.headers.get('location')).toBeNull();
	});

	test('RFC 9126 §2.3: only POST is answered', async () => {
		const response = await createServer().get('/par');
		expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
	});

	test('RFC 9126 §2.1: a confidential client authenticates as at the token endpoint', async () => {
		const server = createServer();
		const own = { client_id: 'web-app', redirect_uri: 'https://app.example.com/callback' };
		const unproven = await push(server, own);
		expect([unproven.status, await errorOf(unproven)]).toEqual([401, 'invalid_client']);
		const proven = await push(server, own, basic('web-app', web.clientSecret!));
		expect(proven.status).toBe(201);
	});

	test('RFC 9126 §2: an assertion for the issuer, the token endpoint or this endpoint is accepted', async () => {
		const key = await newKey();
		const own = { client_id: 'web-app', redirect_uri: 'https://app.example.com/callback' };
		const { clientSecret: _secret, ...rest } = web;
		const server = createServer(({ applications }) => {
			applications[1] = withKey({ ...rest, authMethod: 'private_key_jwt' }, key);
		});
		for (const aud of [
			'http://localhost:4173/idp',
			'http://localhost:4173/idp/token',
			'http://localhost:4173/idp/par'
		]) {
			const proof = await assertion(key, 'web-app', { claims: { aud } });
			expect((await push(server, { ...own, ...proof })).status, aud).toBe(201);
		}
		const foreign = await assertion(key, 'web-app', { claims: { aud: 'https://other.example' } });
		expect((await push(server, { ...own, ...foreign })).status).toBe(401);
	});

	test('RFC 9126 §3: a request object can be pushed', async () => {
		const key = await newKey();
		const server = createServer(({ applications }) => {
			applications[0] = withKey(applications[0]!, key);
		});
		const body = form({ client_id: 'playground-spa', request: await requestObject(key) });
		const { request_uri } = await (await server.post('/par', body)).json();
		const location = await server.click(await open(server, request_uri));
		expect(location.searchParams.get('state')).toBe(authorizeParameters.state);
		expect(location.searchParams.get('code')).toBeTruthy();
	});
});

describe('a pushed request at the authorization endpoint', () => {
	test('RFC 9126 §4: request_uri and client_id are enough for the whole flow', async () => {
		const server = createServer();
		const location = await server.click(await open(server, await pushed(server)));
		expect(location.searchParams.get('state')).toBe(authorizeParameters.state);
		const answer = await server.exchange(location.searchParams.get('code')!);
		expect(answer.status).toBe(200);
	});

	test('RFC 9126 §4: what stands beside the request_uri is left aside', async () => {
		const server = createServer();
		const changes = { scope: 'openid delete:timesheets', state: 'of-an-attacker', audience: resource };
		const location = await server.click(await open(server, await pushed(server), changes));
		expect(location.searchParams.get('state')).toBe(authorizeParameters.state);
		const { scope } = await (await server.exchange(location.searchParams.get('code')!)).json();
		expect(scope).not.toContain('delete:timesheets');
	});

	test('RFC 9126 §4: a request_uri leads to one answer', async () => {
		const server = createServer();
		const requestUri = await pushed(server);
		await server.click(await open(server, requestUri));
		const again = await open(server, requestUri);
		expect([again.status, again.headers.get('location')]).toEqual([400, null]);
		expect(server.failed()).toEqual(['as-request-uri-unused']);
	});

	test('RFC 9126 §4: of two pages for one request_uri, the first to be answered gets the code', async () => {
		const server = createServer();
		const requestUri = await pushed(server);
		const [one, other] = [await open(server, requestUri), await open(server, requestUri)];
		expect((await server.click(one)).searchParams.get('code')).toBeTruthy();
		const late = await server.click(other);
		expect(late.searchParams.get('code')).toBeNull();
		expect(late.searchParams.get('error')).toBe('invalid_request_uri');
	});

	test('RFC 9126 §2.2: a request_uri is bound to the client that pushed it', async () => {
		const server = createServer();
		const response = await open(server, await pushed(server), { client_id: 'native-app' });
		expect([response.status, response.headers.get('location')]).toEqual([400, null]);
		expect(server.failed()).toEqual(['as-request-uri-client']);
	});

	test('RFC 9126 §2.2: a request_uri ends soon', async () => {
		const server = createServer();
		const { request_uri, expires_in } = await (await push(server)).json();
		server.clock.now += expires_in * 1_000;
		expect((await open(server, request_uri)).status).toBe(400);
		expect(server.failed()).toEqual(['as-request-uri-not-expired']);
	});

	test('RFC 9126 §2.2: a made-up request_uri is refused, and nobody is redirected', async () => {
		const server = createServer();
		const response = await open(server, 'urn:ietf:params:oauth:request_uri:made-up');
		expect([response.status, response.headers.get('location')]).toEqual([400, null]);
		expect(server.failed()).toEqual(['as-request-uri']);
	});

	test('RFC 9101 §10.4: an address to fetch a request from is refused', async () => {
		const server = createServer();
		const page = await (await open(server, 'https://evil.example/request.jwt')).text();
		expect(page).toContain('request_uri_not_supported');
	});
});

describe('where pushed requests are required', () => {
	test('RFC 9126 §5: the metadata names the endpoint and the requirement', async () => {
		const metadata = async (server: Server) => (await server.get('/.well-known/openid-configuration')).json();
		const usual = await metadata(createServer());
		expect(usual.pushed_authorization_request_endpoint).toMatch(/\/par$/);
		expect(usual.require_pushed_authorization_requests).toBe(false);
		const strict = createServer(({ policy }) => {
			policy.requirePushedRequests = true;
		});
		expect((await metadata(strict)).require_pushed_authorization_requests).toBe(true);
	});

	test('RFC 9126 §5: another request is refused with invalid_request', async () => {
		const server = createServer(({ policy }) => {
			policy.requirePushedRequests = true;
		});
		const location = new URL((await server.authorize()).headers.get('location')!);
		expect(location.searchParams.get('error')).toBe('invalid_request');
		expect(server.failed()).toEqual(['as-pushed-required']);
		expect((await open(server, await pushed(server))).status).toBe(200);
	});

	test('RFC 9126 §6: an application can have it required for itself', async () => {
		const server = createServer(({ applications }) => {
			applications[0]!.requirePushedRequests = true;
		});
		await server.authorize();
		expect(server.failed()).toEqual(['as-pushed-required']);
	});
});
