import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '$lib/lexicon/check';
import type { Api } from '$lib/resource-server/api';
import { respondApi } from '$lib/resource-server/respond';
import { apiOf, apiRequest, createServer, issuer, origin, resource, start, type Server } from './server';

/** A key of our own, published beside the issuer's, to sign what the issuer never would. */
let privateKey: CryptoKey;
let publicJwk: object;

beforeAll(async () => {
	const pair = await generateKeyPair('ES256');
	privateKey = pair.privateKey;
	publicJwk = { ...(await exportJWK(pair.publicKey)), kid: 'ours', alg: 'ES256', use: 'sig' };
});

/** The API of an issuer whose keys are these tests' own. */
function createApi(fetchJwks: Api['fetchJwks'] = async () => ({ keys: [publicJwk] })) {
	const server = createServer();
	const report = (decision: Decision) => void server.decisions.push(decision);
	const api: Api = { ...apiOf(server), fetchJwks, report };
	const callApi: Server['callApi'] = (...call) => respondApi(apiRequest(...call), api);
	return { ...server, api, callApi };
}

const claims: JWTPayload = {
	iss: issuer,
	sub: 'user-erin',
	aud: resource,
	exp: start / 1_000 + 60,
	iat: start / 1_000,
	client_id: 'playground-spa',
	jti: 'one',
	scope: 'read:timesheets'
};

const sign = (changes: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
	new SignJWT({ ...claims, ...changes })
		.setProtectedHeader({ alg: 'ES256', kid: 'ours', typ: 'at+jwt', ...header })
		.sign(privateKey, { crit: { 'urn:x': true } });

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const challengeOf = (response: Response) => response.headers.get('www-authenticate') ?? '';

async function refused(token: string | undefined, status: number, check: string, error?: string) {
	const server = createApi();
	const response = await server.callApi(token);
	expect(response.status).toBe(status);
	expect((await response.json()).check).toBe(check);
	expect(server.failed()[0]).toBe(check);
	if (error) expect(challengeOf(response)).toContain(`error="${error}"`);
	return response;
}

describe('the access token', () => {
	test('RFC 9068 §2.1: typ is at+jwt', async () => {
		const { access_token } = await createServer().tokens();
		expect(JSON.parse(Buffer.from(access_token.split('.')[0]!, 'base64url').toString()).typ).toBe('at+jwt');
	});

	test.each(['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'])(
		'RFC 9068 §2.2: %s is there',
		async (name) => {
			const { access_token } = await createServer().tokens();
			expect(JSON.parse(Buffer.from(access_token.split('.')[1]!, 'base64url').toString())).toHaveProperty(
				name
			);
		}
	);

	test('RFC 9068 §2.2.3: scope is there, as it was granted', async () => {
		const { access_token, scope } = await createServer().tokens();
		expect(JSON.parse(Buffer.from(access_token.split('.')[1]!, 'base64url').toString()).scope).toBe(scope);
	});

	test('RFC 9068 §2.2.3.1: roles of the person are in roles', async () => {
		const { access_token } = await createServer().tokens();
		expect(JSON.parse(Buffer.from(access_token.split('.')[1]!, 'base64url').toString()).roles).toEqual([
			'employee'
		]);
	});

	test('RFC 9068 §2.2: two tokens do not have the same jti', async () => {
		const server = createServer();
		const ids = [await server.tokens(), await server.tokens()].map(
			({ access_token }) => JSON.parse(Buffer.from(access_token.split('.')[1]!, 'base64url').toString()).jti
		);
		expect(ids[0]).not.toBe(ids[1]);
	});

	test('RFC 9068 §3: without an API it is opaque', async () => {
		const { access_token } = await createServer().tokens({ audience: undefined });
		expect(access_token).not.toContain('.');
	});
});

describe('the API, validating it', () => {
	test('RFC 9068 §4: a good token is taken', async () => {
		expect((await createApi().callApi(await sign())).status).toBe(200);
	});

	test('RFC 9068 §4: application/at+jwt is taken too', async () => {
		expect((await createApi().callApi(await sign({}, { typ: 'application/at+jwt' }))).status).toBe(200);
	});

	test('RFC 7519 §4.1.3: one of several audiences is enough', async () => {
		expect((await createApi().callApi(await sign({ aud: ['https://x.example', resource] }))).status).toBe(
			200
		);
	});

	test('RFC 9068 §4: another typ is refused, so that an ID token is no access token', async () => {
		await refused(await sign({}, { typ: 'JWT' }), 401, 'rs-token-typ', 'invalid_token');
	});

	test('RFC 9068 §4: alg none is refused', async () => {
		const token = `${encode({ alg: 'none', typ: 'at+jwt', kid: 'ours' })}.${encode(claims)}.`;
		await refused(token, 401, 'rs-token-alg', 'invalid_token');
	});

	test('RFC 9068 §4: a symmetric alg is refused', async () => {
		const token = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: 'ours' })}.${encode(claims)}.AAAA`;
		await refused(token, 401, 'rs-token-alg', 'invalid_token');
	});

	test('RFC 7515 §4.1.11: crit with anything is refused', async () => {
		await refused(await sign({}, { crit: ['urn:x'], 'urn:x': 1 }), 401, 'rs-token-alg', 'invalid_token');
	});

	test('RFC 7517 §4.5: a kid that is not published is refused', async () => {
		await refused(await sign({}, { kid: 'other' }), 401, 'rs-token-key', 'invalid_token');
	});

	test('RFC 7517 §4.5: no kid is refused', async () => {
		await refused(await sign({}, { kid: undefined }), 401, 'rs-token-key', 'invalid_token');
	});

	test('RFC 9068 §4: a changed payload is refused', async () => {
		const [header, , signature] = (await sign()).split('.');
		const token = `${header}.${encode({ ...claims, scope: 'approve:timesheets' })}.${signature}`;
		await refused(token, 401, 'rs-token-signature', 'invalid_token');
	});

	test('RFC 9068 §4: a key of another algorithm is refused', async () => {
		const [, payload, signature] = (await sign()).split('.');
		const token = `${encode({ alg: 'RS256', typ: 'at+jwt', kid: 'ours' })}.${payload}.${signature}`;
		await refused(token, 401, 'rs-token-signature', 'invalid_token');
	});

	test('RFC 9068 §4: another issuer is refused', async () => {
		await refused(await sign({ iss: `${issuer}/` }), 401, 'rs-token-iss', 'invalid_token');
	});

	test('RFC 9068 §4: another audience is refused', async () => {
		await refused(await sign({ aud: `${resource}/` }), 401, 'rs-token-aud', 'invalid_token');
	});

	test('RFC 9068 §4: an expired token is refused', async () => {
		await refused(await sign({ exp: start / 1_000 - 31 }), 401, 'rs-token-exp', 'invalid_token');
	});

	test('RFC 9068 §4: clocks may differ a little', async () => {
		expect((await createApi().callApi(await sign({ exp: start / 1_000 - 29 }))).status).toBe(200);
	});

	test('RFC 9068 §4: a token without exp is refused', async () => {
		await refused(await sign({ exp: undefined }), 401, 'rs-token-exp', 'invalid_token');
	});

	test('RFC 7519 §4.1.5: a token of the future is refused', async () => {
		await refused(await sign({ nbf: start / 1_000 + 31 }), 401, 'rs-token-nbf', 'invalid_token');
	});

	test('RFC 7519 §7.2: what is not a JWT is refused', async () => {
		await refused('opaque', 401, 'rs-token-structure', 'invalid_token');
		await refused('a.b.c', 401, 'rs-token-structure', 'invalid_token');
		await refused('....', 401, 'rs-token-structure', 'invalid_token');
	});

	test('RFC 9068 §4: all checks are reported, in order, also after the first failure', async () => {
		const server = createApi();
		await server.callApi(await sign({ iss: 'https://x.example', aud: 'y', exp: 1, scope: '' }));
		expect(server.failed()).toEqual(['rs-token-iss', 'rs-token-aud', 'rs-token-exp', 'rs-scope']);
		expect(server.decisions.at(-1)!.checks).toHaveLength(12);
	});

	test('RFC 9068 §4: a key set that cannot be fetched refuses the token, and does not break the API', async () => {
		const server = createApi(() => Promise.reject(new Error('down')));
		expect((await server.callApi(await sign())).status).toBe(401);
	});
});

describe('the answer to a refused token', () => {
	test('RFC 6750 §3.1: without a token there is no error code', async () => {
		const response = await refused(undefined, 401, 'rs-bearer-present');
		expect(challengeOf(response)).toMatch(/^Bearer realm="/);
		expect(challengeOf(response)).not.toContain('error');
		expect(challengeOf(response)).toContain('scope="read:timesheets"');
	});

	test('RFC 6750 §2.1: another scheme is not a bearer token', async () => {
		const server = createApi();
		const request = new Request(`${resource}/timesheets`, { headers: { authorization: 'Basic abc' } });
		expect((await respondApi(request, server.api)).status).toBe(401);
	});

	test('RFC 6750 §2.3: a token in the query is not looked at', async () => {
		const server = createApi();
		const response = await server.callApi(undefined, `/timesheets?access_token=${await sign()}`);
		expect(response.status).toBe(401);
	});

	test('RFC 6750 §3.1: insufficient_scope is a 403 that names the scope', async () => {
		const response = await refused(await sign({ scope: 'openid' }), 403, 'rs-scope', 'insufficient_scope');
		expect(challengeOf(response)).toContain('scope="read:timesheets"');
	});

	test('RFC 6750 §3: error_description has no characters that it may not have', async () => {
		const response = await createApi().callApi('a.b.c');
		const description = /error_description="([^"]*)"/.exec(challengeOf(response))![1]!;
		expect(description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
	});

	test('RFC 9457 §3: the body is problem details that name the failed check', async () => {
		const response = await createApi().callApi(await sign({ aud: 'y' }));
		expect(response.headers.get('content-type')).toBe('application/problem+json');
		expect(await response.json()).toMatchObject({
			type: 'about:blank',
			status: 401,
			title: expect.any(String),
			check: 'rs-token-aud',
			expected: resource,
			actual: 'y'
		});
	});

	test('RFC 9728 §5.1: the challenge says where the metadata is', async () => {
		const response = await createApi().callApi(undefined);
		const url = /resource_metadata="([^"]+)"/.exec(challengeOf(response))![1];
		expect(url).toBe(`${origin}/.well-known/oauth-protected-resource/api`);
	});

	test('RFC 9728 §2: the metadata names the resource and its authorization server', async () => {
		const url = `${origin}/.well-known/oauth-protected-resource/api`;
		const response = await respondApi(new Request(url), createApi().api);
		expect(await response.json()).toMatchObject({ resource, authorization_servers: [issuer] });
	});

	test('RFC 6750 §3: pages of other origins can read the challenge', async () => {
		const response = await createApi().callApi(undefined);
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
		expect(response.headers.get('access-control-expose-headers')).toContain('WWW-Authenticate');
	});
});
