import { describe, expect, test } from 'vitest';
import { createServer, issuer, origin, redirectUri } from './server';

const metadataOf = async (server = createServer()) =>
	(await server.get('/.well-known/openid-configuration')).json();

describe('the metadata document', () => {
	test('OIDC Discovery §4.1: it is at the issuer, below .well-known', async () => {
		const response = await createServer().get('/.well-known/openid-configuration');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('application/json');
	});

	test('RFC 8414 §3.1: the well-known path goes between host and issuer path', async () => {
		const response = await createServer().send(`${origin}/.well-known/oauth-authorization-server/idp`);
		expect((await response.json()).issuer).toBe(issuer);
	});

	test('OIDC Discovery §4.3: issuer is the one that it was asked for', async () => {
		expect((await metadataOf()).issuer).toBe(issuer);
	});

	test.each([
		'issuer',
		'authorization_endpoint',
		'token_endpoint',
		'jwks_uri',
		'response_types_supported',
		'subject_types_supported',
		'id_token_signing_alg_values_supported'
	])('OIDC Discovery §3: %s is required', async (member) => {
		expect(await metadataOf()).toHaveProperty(member);
	});

	test('OIDC Discovery §4.2: JSON with status 200, and no member without a value', async () => {
		const response = await createServer(({ apis }) => apis.splice(0)).get(
			'/.well-known/openid-configuration'
		);
		expect(response.status).toBe(200);
		const empty = Object.entries<unknown>(await response.json()).filter(
			([, value]) => value === null || (Array.isArray(value) && value.length === 0)
		);
		expect(empty).toEqual([]);
	});

	test('OIDC RP-Initiated Logout §2.1: it has end_session_endpoint', async () => {
		expect((await metadataOf()).end_session_endpoint).toBe(`${issuer}/end-session`);
	});

	test('OIDC Discovery §3: RS256 is among the algorithms of the ID token', async () => {
		expect((await metadataOf()).id_token_signing_alg_values_supported).toContain('RS256');
	});

	test('OIDC Discovery §3: openid is among the scopes', async () => {
		expect((await metadataOf()).scopes_supported).toContain('openid');
	});

	test('RFC 8414 §2: code_challenge_methods_supported says what is taken: S256', async () => {
		expect((await metadataOf()).code_challenge_methods_supported).toEqual(['S256']);
	});

	test('RFC 8414 §2: plain is listed only where the realm allows it', async () => {
		const server = createServer(({ policy }) => {
			policy.allowPlain = true;
		});
		expect((await metadataOf(server)).code_challenge_methods_supported).toEqual(['S256', 'plain']);
	});

	test('RFC 8414 §2: every endpoint that it names answers', async () => {
		const server = createServer();
		const metadata: Record<string, string> = await metadataOf(server);
		const endpoints = Object.entries(metadata).filter(([name]) => /_endpoint$|_uri$/.test(name));
		expect(endpoints).toHaveLength(10);
		for (const [name, url] of endpoints) expect((await server.send(url)).status, name).not.toBe(404);
	});

	test('RFC 8414 §2: registration_endpoint is named only where it is open', async () => {
		const server = createServer(({ policy }) => {
			policy.allowRegistration = false;
		});
		expect(await metadataOf(server)).not.toHaveProperty('registration_endpoint');
	});

	test('RFC 8414 §3.2: it may be read by pages of any origin', async () => {
		const response = await createServer().get('/.well-known/openid-configuration', {
			origin: 'https://any.example'
		});
		expect(response.headers.get('access-control-allow-origin')).toBe('*');
	});

	test('RFC 7517 §5: the key set has public keys only, each with kid, alg and use', async () => {
		const { keys } = await (await createServer().get('/jwks')).json();
		expect(keys.map(({ alg }: { alg: string }) => alg).sort()).toEqual(['ES256', 'RS256']);
		for (const key of keys) {
			expect(key).toMatchObject({ kid: expect.any(String), use: 'sig' });
			for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(key).not.toHaveProperty(secret);
		}
	});

	test('OIDC Core §10.1.1: after a rotation new tokens have a new key, and old ones still verify', async () => {
		const server = createServer();
		const before = await (await server.get('/jwks')).json();
		server.clock.now += 1_000;
		server.realm.settings.policy.keysNotBefore = server.clock.now;
		const after = await (await server.get('/jwks')).json();
		expect(after.keys).toHaveLength(4);
		for (const key of before.keys) expect(after.keys).toContainEqual(key);
		server.clock.now += 3_601_000;
		expect((await (await server.get('/jwks')).json()).keys).toHaveLength(2);
	});
});

describe('the issuer in the answer', () => {
	test('RFC 9207 §2: a code comes with iss', async () => {
		const server = createServer();
		const location = await server.click(await server.authorize());
		expect(location.searchParams.get('iss')).toBe(issuer);
	});

	test('RFC 9207 §2: an error comes with iss', async () => {
		const response = await createServer().authorize({ scope: undefined });
		expect(new URL(response.headers.get('location')!).searchParams.get('iss')).toBe(issuer);
	});

	test('RFC 9207 §2.3: it is the issuer of the metadata, character by character', async () => {
		const server = createServer();
		const location = await server.click(await server.authorize());
		expect(location.searchParams.get('iss')).toBe((await metadataOf(server)).issuer);
	});

	test('RFC 9207 §3: the metadata says that it comes', async () => {
		expect((await metadataOf()).authorization_response_iss_parameter_supported).toBe(true);
	});

	test('RFC 9207 §3: and says that it does not where the realm has switched it off', async () => {
		const server = createServer(({ policy }) => {
			policy.issParameter = false;
		});
		expect((await metadataOf(server)).authorization_response_iss_parameter_supported).toBe(false);
		const location = await server.click(await server.authorize());
		expect(location.searchParams.has('iss')).toBe(false);
		expect(location.href.startsWith(redirectUri)).toBe(true);
	});
});
