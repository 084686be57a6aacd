import { beforeAll, describe, expect, test } from 'vitest';
import { hashOf, newKey, proof, seconds, type ClientKey } from './clients';
import { createServer, issuer, resource, type Server } from './server';

let key: ClientKey;
let other: ClientKey;
beforeAll(async () => {
	[key, other] = [await newKey(), await newKey()];
});

const boundToken = async (server: Server) =>
	(await server.exchange(await server.code(), {}, { dpop: await proof(key) })).json();

describe('at UserInfo and at the API', () => {
	interface Sent {
		scheme?: string;
		by?: ClientKey;
		claims?: Record<string, unknown>;
		dpop?: string | undefined;
	}

	async function headersFor(url: string, token: string, { scheme = 'DPoP', by = key, claims, dpop }: Sent) {
		const own = { htm: 'GET', htu: url, ath: await hashOf(token), ...claims };
		return { authorization: `${scheme} ${token}`, dpop: dpop ?? (await proof(by, { claims: own })) };
	}
	const askApi = async (server: Server, token: string, sent: Sent = {}) =>
		server.callApi(undefined, '/timesheets', {
			headers: await headersFor(`${resource}/timesheets`, token, sent)
		});
	const askUser = async (server: Server, token: string, sent: Sent = {}) =>
		server.get('/userinfo', await headersFor(`${issuer}/userinfo`, token, sent));

	test('RFC 9449 §7.1: a bound token with its proof is accepted by both', async () => {
		const server = createServer();
		const { access_token } = await boundToken(server);
		expect((await askApi(server, access_token)).status).toBe(200);
		expect((await askUser(server, access_token)).status).toBe(200);
	});

	test('RFC 9449 §7.2: a bound token as Bearer is refused by both, with a challenge for DPoP', async () => {
		const server = createServer();
		const { access_token } = await boundToken(server);
		const api = await server.callApi(access_token);
		expect(api.status).toBe(401);
		expect(api.headers.get('www-authenticate')).toMatch(/^DPoP .*error="invalid_token".*algs="ES256/);
		expect(server.failed()).toEqual(['rs-token-scheme']);
		expect((await server.get('/userinfo', { authorization: `Bearer ${access_token}` })).status).toBe(401);
		expect(server.failed()).toEqual(['as-bearer-key']);
	});

	test('RFC 9449 §7.1: a bearer token as DPoP is refused by both', async () => {
		const server = createServer();
		const { access_token } = await server.tokens();
		expect((await askApi(server, access_token)).status).toBe(401);
		expect(server.failed()).toEqual(['rs-token-scheme']);
		expect((await askUser(server, access_token)).status).toBe(401);
		expect(server.failed()).toEqual(['as-bearer-key']);
	});

	test('RFC 9449 §7.1: a stolen token with a proof of another key is refused by both', async () => {
		const server = createServer();
		const { access_token } = await boundToken(server);
		const api = await askApi(server, access_token, { by: other });
		expect(api.headers.get('www-authenticate')).toContain('error="invalid_token"');
		expect(server.failed()).toEqual(['rs-token-key-bound']);
		expect((await askUser(server, access_token, { by: other })).status).toBe(401);
		expect(server.failed()).toEqual(['as-bearer-key']);
	});

	test.each<[string, string, Record<string, unknown>]>([
		['no ath', 'ath', { ath: undefined }],
		['the ath of another token', 'ath', { ath: 'x'.repeat(43) }],
		['another htm', 'htm', { htm: 'POST' }],
		['another htu', 'htu', { htu: 'https://other.example/timesheets' }],
		['an iat of long ago', 'iat', { iat: seconds - 3_600 }]
	])('RFC 9449 §4.3: a proof with %s is refused by both', async (_, point, claims) => {
		const server = createServer();
		const { access_token } = await boundToken(server);
		const api = await askApi(server, access_token, { claims });
		expect(api.headers.get('www-authenticate')).toMatch(/^DPoP .*error="invalid_dpop_proof"/);
		expect(server.failed()).toEqual([`rs-dpop-${point}`]);
		const user = await askUser(server, access_token, { claims });
		expect([user.status, user.headers.get('www-authenticate')]).toEqual([
			401,
			expect.stringMatching(/^DPoP .*error="invalid_dpop_proof"/)
		]);
		expect(server.failed()).toEqual([`as-dpop-${point}`]);
	});

	test('RFC 9449 §11.1: a proof is good once at the API', async () => {
		const server = createServer();
		const { access_token } = await boundToken(server);
		const claims = { htm: 'GET', htu: `${resource}/timesheets`, ath: await hashOf(access_token) };
		const dpop = await proof(key, { claims });
		expect((await askApi(server, access_token, { dpop })).status).toBe(200);
		expect((await askApi(server, access_token, { dpop })).status).toBe(401);
		expect(server.failed()).toEqual(['rs-dpop-jti']);
	});

	test('RFC 9449 §11.1: a proof is good once at the API, whatever the query', async () => {
		const server = createServer();
		const { access_token } = await boundToken(server);
		const headers = await headersFor(`${resource}/timesheets`, access_token, {});
		const answers = [];
		for (const path of ['?x=0', '?x=1', '', '#x', '?x=2#y'])
			answers.push((await server.callApi(undefined, `/timesheets${path}`, { headers })).status);
		expect(answers).toEqual([200, 401, 401, 401, 401]);
	});

	test('RFC 9449 §11.1: nor by another method or at another address', async () => {
		const server = createServer();
		const { access_token } = await boundToken(server);
		const headers = await headersFor(`${resource}/timesheets`, access_token, {});
		await server.callApi(undefined, '/timesheets', { headers });
		await server.callApi(undefined, '/timesheets', { method: 'POST', headers, body: '{}' });
		expect(server.failed()).toContain('rs-dpop-htm');
		await server.callApi(undefined, '/timesheets/', { headers });
		expect(server.failed()).toContain('rs-dpop-htu');
		await server.callApi(undefined, '/Timesheets', { headers });
		await server.callApi(undefined, '/contacts', { headers });
		expect(server.failed()).toContain('rs-dpop-htu');
	});

	test('RFC 9449 §7.1: DPoP without a proof is refused', async () => {
		const server = createServer();
		const { access_token } = await boundToken(server);
		const headers = { authorization: `DPoP ${access_token}` };
		expect((await server.callApi(undefined, '/timesheets', { headers })).status).toBe(401);
		expect(server.failed()).toEqual(['rs-dpop-form']);
	});

	test('RFC 9449 §7.1: without a token both schemes are offered', async () => {
		const challenge = (await createServer().callApi(undefined)).headers.get('www-authenticate');
		expect(challenge).toMatch(/^Bearer .*, DPoP .*algs="/);
	});

	test('RFC 9449 §9: an API that wants nonces says so and gives one', async () => {
		const server = createServer();
		const { access_token } = await boundToken(server);
		server.realm.settings.policy.dpopNonce = true;
		const refused = await askApi(server, access_token);
		expect(refused.headers.get('www-authenticate')).toContain('error="use_dpop_nonce"');
		expect(refused.headers.get('access-control-expose-headers')).toContain('DPoP-Nonce');
		const nonce = refused.headers.get('dpop-nonce');
		expect((await askApi(server, access_token, { claims: { nonce } })).status).toBe(200);
	});
});
