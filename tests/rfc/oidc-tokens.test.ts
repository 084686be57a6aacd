import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { userinfoForms } from '$lib/authorization-server/settings';
import { say } from '$lib/lexicon/said';
import {
	createServer,
	form,
	interactionOf,
	issuer,
	start,
	verifier,
	type Changes,
	type Server
} from './server';

const location = (response: Response) => new URL(response.headers.get('location') ?? 'http://none/');
const errorIn = (response: Response) => location(response).searchParams.get('error');
const idTokenOf = async (server: Server, changes: Changes = {}) =>
	decodeJwt((await server.tokens(changes)).id_token!);

/** Signs Erin in and allows everything, so that later requests find a session and a consent. */
async function signedIn(change?: Parameters<typeof createServer>[0]): Promise<Server> {
	const server = createServer(change);
	await server.tokens();
	return server;
}

describe('the ID token', () => {
	test('OIDC Core §2: it has iss, sub, aud, exp and iat', async () => {
		expect(await idTokenOf(createServer())).toMatchObject({
			iss: issuer,
			sub: 'user-erin',
			aud: 'playground-spa',
			iat: start / 1_000,
			exp: start / 1_000 + 3_600
		});
	});

	test('OIDC Core §2: nonce is passed through unmodified', async () => {
		expect((await idTokenOf(createServer(), { nonce: 'n/+ é' })).nonce).toBe('n/+ é');
	});

	test('OIDC Core §2: no nonce when none was sent', async () => {
		expect(await idTokenOf(createServer(), { nonce: undefined })).not.toHaveProperty('nonce');
	});

	test('OIDC Core §2: auth_time says when the person signed in, not when the token was issued', async () => {
		const server = await signedIn();
		server.clock.now += 50_000;
		const idToken = await idTokenOf(server, { max_age: '100' });
		expect(idToken['auth_time']).toBe(start / 1_000);
		expect(idToken.iat).toBe(start / 1_000 + 50);
	});

	test('OIDC Core §2: azp is the client', async () => {
		expect((await idTokenOf(createServer()))['azp']).toBe('playground-spa');
	});

	test('OIDC Core §2: acr tells a password from a picked name', async () => {
		const server = createServer();
		expect((await idTokenOf(server))['acr']).toBe('0');
		const page = await (await server.authorize({ prompt: 'login' })).text();
		const typed = { interaction: interactionOf(page), username: 'ERIN', password: 'timesheets' };
		const code = location(await server.post('/sign-in', form(typed))).searchParams.get('code')!;
		const { id_token } = await (await server.exchange(code)).json();
		expect(decodeJwt(id_token)['acr']).toBe('1');
	});

	test('OIDC Core §2: it is signed, RS256 by default, and verifies with the published key', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		expect(decodeProtectedHeader(id_token!).alg).toBe('RS256');
		const keys = createLocalJWKSet(await (await server.get('/jwks')).json());
		const options = { currentDate: new Date(start), issuer, audience: 'playground-spa' };
		await expect(jwtVerify(id_token!, keys, options)).resolves.toBeTruthy();
	});

	test.each(['ES256', 'PS256', 'EdDSA'] as const)(
		'OIDC Core §2: it is signed with %s where the application says so',
		async (algorithm) => {
			const server = createServer((settings) => {
				settings.applications[0]!.idTokenAlgorithm = algorithm;
			});
			const { id_token } = await server.tokens();
			expect(decodeProtectedHeader(id_token!).alg).toBe(algorithm);
			const keys = createLocalJWKSet(await (await server.get('/jwks')).json());
			await expect(jwtVerify(id_token!, keys, { currentDate: new Date(start) })).resolves.toBeTruthy();
		}
	);

	test('OIDC Core §3.1.3.6: at_hash is the left half of the SHA-256 of the access token', async () => {
		const { access_token, id_token } = await createServer().tokens();
		const expected = createHash('sha256').update(access_token).digest().subarray(0, 16).toString('base64url');
		expect(decodeJwt(id_token!)['at_hash']).toBe(expected);
	});

	test('OIDC Core §5.5: a claim asked for by name is in it', async () => {
		const claims = JSON.stringify({ id_token: { email: { essential: true }, name: null } });
		const idToken = await idTokenOf(createServer(), { scope: 'openid', claims });
		expect(idToken).toMatchObject({ email: 'erin@example.com', name: 'Erin Example' });
	});

	test('OIDC Core §5.5: a claims parameter that is no JSON object is refused', async () => {
		expect(errorIn(await createServer().authorize({ claims: '[1' }))).toBe('invalid_request');
	});
});

describe('the token endpoint', () => {
	test('OIDC Core §3.1.3.3: the response has an ID token', async () => {
		expect((await createServer().tokens()).id_token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
	});

	test('OIDC Core §3.1.3.2: the redirect_uri is verified', async () => {
		const server = createServer();
		await server.exchange(await server.code(), { redirect_uri: 'http://localhost:4173/callback' });
		expect(server.failed()).toEqual(['as-code-redirect-uri']);
	});

	test('OIDC Core §11: offline_access gives a refresh token', async () => {
		expect((await createServer().tokens()).refresh_token).toBeTruthy();
	});

	test('OIDC Core §11: without offline_access there is none', async () => {
		expect((await createServer().tokens({ scope: 'openid read:timesheets' })).refresh_token).toBeUndefined();
	});

	test('OIDC Core §11: nor when the API does not allow it, and the scope says so', async () => {
		const server = createServer((settings) => {
			settings.apis[0]!.allowOfflineAccess = false;
		});
		const tokens = await server.tokens();
		expect(tokens.refresh_token).toBeUndefined();
		expect(tokens.scope).not.toContain('offline_access');
		const last = server.decisions.at(-1)!.checks.find(({ id }) => id === 'as-refresh-token-issued')!;
		expect(last).toMatchObject({
			status: 'warn',
			actual: say('left-out-because', 'offline_access', say('api-without-offline'))
		});
	});

	test('OIDC Core §11: nor without an API', async () => {
		const tokens = await createServer().tokens({ audience: undefined, scope: 'openid offline_access' });
		expect(tokens.refresh_token).toBeUndefined();
	});

	test('OIDC Core §12.2: a refreshed ID token is about the same person, client and sign-in, with a new iat', async () => {
		const server = createServer();
		const first = await server.tokens();
		server.clock.now += 100_000;
		const second = await (await server.refresh(first.refresh_token)).json();
		const [before, after] = [decodeJwt(first.id_token!), decodeJwt(second.id_token)];
		for (const name of ['iss', 'sub', 'aud', 'azp', 'auth_time', 'sid'])
			expect(after[name], name).toEqual(before[name]);
		expect(after.iat).toBe(before.iat! + 100);
	});

	test('OIDC Core §12.2: a refreshed ID token has no nonce, however often', async () => {
		const server = createServer();
		let tokens = await server.tokens();
		expect(decodeJwt(tokens.id_token!)['nonce']).toBe('nonce-of-the-client');
		for (const _ of [1, 2, 3]) {
			tokens = await (await server.refresh(tokens.refresh_token)).json();
			expect(decodeJwt(tokens.id_token!)).not.toHaveProperty('nonce');
		}
	});
});

describe('UserInfo', () => {
	const userinfo = (server: Server, token: string, method = 'GET') =>
		server.send('/userinfo', { method, headers: { authorization: `Bearer ${token}` } });

	test.each(['GET', 'POST'])('OIDC Core §5.3.1: %s is supported', async (method) => {
		const server = createServer();
		const { access_token } = await server.tokens();
		expect((await userinfo(server, access_token, method)).status).toBe(200);
	});

	test('OIDC Core §5.3.2: sub is always there, and the same as in the ID token', async () => {
		const server = createServer();
		const tokens = await server.tokens({ scope: 'openid', audience: undefined });
		const body = await (await userinfo(server, tokens.access_token)).json();
		expect(body).toEqual({ sub: decodeJwt(tokens.id_token!).sub });
	});

	test('OIDC Core §5.4: profile and email stand for their claims', async () => {
		const server = createServer();
		const profile = await server.tokens({ scope: 'openid profile', audience: undefined });
		expect(Object.keys(await (await userinfo(server, profile.access_token)).json())).toEqual([
			'sub',
			'name',
			'given_name',
			'family_name',
			'preferred_username'
		]);
		const email = await server.tokens({ scope: 'openid email', audience: undefined });
		expect(await (await userinfo(server, email.access_token)).json()).toEqual({
			sub: 'user-erin',
			email: 'erin@example.com',
			email_verified: true
		});
	});

	test('OIDC Core §5.5: claims asked for below userinfo are there', async () => {
		const server = createServer();
		const claims = JSON.stringify({ userinfo: { email: null } });
		const { access_token } = await server.tokens({ scope: 'openid', audience: undefined, claims });
		expect(await (await userinfo(server, access_token)).json()).toMatchObject({ email: 'erin@example.com' });
	});

	describe('signed', () => {
		/** A server whose application has its UserInfo signed. */
		function signing(form: (typeof userinfoForms)[number]) {
			return createServer((settings) => {
				for (const application of settings.applications) application.userinfoForm = form;
			});
		}

		test.each(userinfoForms.filter((one) => one !== 'json'))(
			'OIDC Core §5.3.2: with %s it is a JWT of the issuer for the client, as application/jwt',
			async (alg) => {
				const server = signing(alg);
				const { access_token } = await server.tokens({ scope: 'openid email', audience: undefined });
				const response = await userinfo(server, access_token);
				expect(response.headers.get('content-type')).toBe('application/jwt');
				const keys = await (await server.send('/jwks')).json();
				const { payload, protectedHeader } = await jwtVerify(await response.text(), createLocalJWKSet(keys));
				expect(protectedHeader.alg).toBe(alg);
				expect(payload).toEqual({
					sub: 'user-erin',
					email: 'erin@example.com',
					email_verified: true,
					iss: issuer,
					aud: 'playground-spa'
				});
			}
		);

		test('OIDC Core §5.3.2: in JSON where nothing was agreed', async () => {
			const server = signing('json');
			const { access_token } = await server.tokens();
			expect((await userinfo(server, access_token)).headers.get('content-type')).toBe('application/json');
		});

		test('OIDC Discovery §3: its algorithms are those of the metadata', async () => {
			const server = signing('PS256');
			const metadata = await (await server.send('/.well-known/openid-configuration')).json();
			expect(metadata.userinfo_signing_alg_values_supported).toContain('PS256');
		});

		test('OIDC Core §5.3.3: an error is not signed', async () => {
			const response = await userinfo(signing('RS256'), 'made-up');
			expect(response.status).toBe(401);
			expect(response.headers.get('content-type')).toBe('application/json');
		});

		test('OIDC Core §3.1.2.2: it is no ID token, and no hint', async () => {
			const server = signing('RS256');
			const { access_token } = await server.tokens();
			const signed = await (await userinfo(server, access_token)).text();
			const response = await server.authorize({ id_token_hint: signed, prompt: 'none' });
			expect(response.headers.get('location') ?? (await response.text())).toContain('invalid_request');
		});
	});

	test('OIDC Core §5.3.3: an error is that of RFC 6750', async () => {
		const response = await userinfo(createServer(), 'made-up');
		expect(response.status).toBe(401);
		expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"');
	});

	test('OIDC Core §5.3: a token without openid is not for UserInfo', async () => {
		const server = createServer();
		const { access_token } = await server.tokens({ scope: 'read:timesheets' });
		const response = await userinfo(server, access_token);
		expect(response.status).toBe(403);
		expect(response.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
	});

	test('OIDC Core §5.3: an expired token is refused', async () => {
		const server = createServer();
		const { access_token } = await server.tokens();
		server.clock.now += 3_600_000;
		expect((await userinfo(server, access_token)).status).toBe(401);
	});

	test('OIDC Core §5.3: an ID token is not an access token', async () => {
		const server = createServer();
		const { id_token } = await server.tokens();
		expect((await userinfo(server, id_token!)).status).toBe(401);
	});
});

test('OIDC Core §3.1.3.2: the verifier of the test is that of the example', () => {
	expect(createHash('sha256').update(verifier).digest('base64url')).toBe(
		'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
	);
});
