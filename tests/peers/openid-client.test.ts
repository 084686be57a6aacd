/** openid-client, which others wrote, as a client of `npm run idp`: what it does out of the box, and what it reports. */
import {
	allowInsecureRequests,
	authorizationCodeGrant,
	buildAuthorizationUrl,
	buildEndSessionUrl,
	calculatePKCECodeChallenge,
	clientCredentialsGrant,
	ClientSecretBasic,
	ClientSecretPost,
	customFetch,
	discovery,
	dynamicClientRegistration,
	enableNonRepudiationChecks,
	fetchProtectedResource,
	fetchUserInfo,
	None,
	randomNonce,
	randomPKCECodeVerifier,
	randomState,
	refreshTokenGrant,
	tokenIntrospection,
	tokenRevocation,
	type Configuration
} from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import type { RealmSettings } from '$lib/authorization-server/settings';
import { startIdp, type Idp } from '../../src/node/idp';
import { developmentSecret } from '../../src/node/terminal-realm';
import { openPerson, type Person } from './person';

const redirectUri = 'http://127.0.0.1:43210/callback';
const webRedirectUri = 'https://web.example/callback';
const secret = 'a secret that only this test has';

/** What an export of the dashboard would have in it: a web application with a secret, and a machine. */
function realmOfOthers(): RealmSettings {
	const settings = defaultRealmSettings({ origin: 'https://web.example', base: '' });
	const [first] = settings.applications;
	const confidential = { ...first!, clientSecret: secret, authMethod: 'client_secret_basic' as const };
	return {
		...settings,
		applications: [
			{
				...confidential,
				clientId: 'web-app',
				type: 'web',
				redirectUris: [webRedirectUri],
				logoutUris: ['https://web.example/bye']
			},
			{
				...confidential,
				clientId: 'machine',
				type: 'machine',
				redirectUris: [],
				grants: ['client_credentials']
			}
		]
	};
}

let idp: Idp;
let others: Idp;

beforeAll(async () => {
	[idp, others] = await Promise.all([
		startIdp({ port: 0 }),
		startIdp({ port: 0, settings: realmOfOthers() })
	]);
});

afterAll(() => Promise.all([idp.close(), others.close()]));

const insecure = { execute: [allowInsecureRequests] };

const nativeClient = (): Promise<Configuration> =>
	discovery(new URL(idp.issuer), 'playground-native', undefined, None(), insecure);
const webClient = (): Promise<Configuration> =>
	discovery(new URL(others.issuer), 'web-app', undefined, ClientSecretBasic(secret), insecure);

interface Attempt {
	arrived: URL;
	checks: { pkceCodeVerifier: string; expectedState: string; expectedNonce: string };
}

async function signIn(config: Configuration, person: Person, more: Record<string, string>): Promise<Attempt> {
	const checks = {
		pkceCodeVerifier: randomPKCECodeVerifier(),
		expectedState: randomState(),
		expectedNonce: randomNonce()
	};
	const url = buildAuthorizationUrl(config, {
		redirect_uri: redirectUri,
		scope: 'openid profile email offline_access read:timesheets',
		code_challenge: await calculatePKCECodeChallenge(checks.pkceCodeVerifier),
		code_challenge_method: 'S256',
		state: checks.expectedState,
		nonce: checks.expectedNonce,
		...more
	});
	return { arrived: await person.visit(url, more['redirect_uri'] ?? redirectUri), checks };
}

describe('a native client without any configuration', () => {
	it('signs in, calls the API, reads UserInfo, refreshes and revokes', async () => {
		const config = await nativeClient();
		enableNonRepudiationChecks(config);
		const { arrived, checks } = await signIn(config, openPerson(), { resource: idp.api });
		const tokens = await authorizationCodeGrant(config, arrived, checks);
		expect(tokens.claims()).toMatchObject({ iss: idp.issuer, aud: 'playground-native', sub: 'user-erin' });

		const timesheets = new URL(`${idp.api}/timesheets`);
		const called = await fetchProtectedResource(config, tokens.access_token, timesheets, 'GET');
		expect(called.status).toBe(200);
		const userinfo = await fetchUserInfo(config, tokens.access_token, 'user-erin');
		expect(userinfo).toMatchObject({ name: 'Erin Example', email: 'erin@example.com' });

		const refreshed = await refreshTokenGrant(config, tokens.refresh_token ?? '');
		expect(refreshed.access_token).not.toBe(tokens.access_token);
		expect(refreshed.refresh_token).not.toBe(tokens.refresh_token);

		await tokenRevocation(config, refreshed.refresh_token ?? '');
		await expect(refreshTokenGrant(config, refreshed.refresh_token ?? '')).rejects.toMatchObject({
			error: 'invalid_grant'
		});
	});

	it('gets a refresh token without naming an API, as few clients do', async () => {
		const config = await nativeClient();
		const { arrived, checks } = await signIn(config, openPerson(), {});
		const tokens = await authorizationCodeGrant(config, arrived, checks);
		expect(tokens.scope).toContain('offline_access');
		const refreshed = await refreshTokenGrant(config, tokens.refresh_token ?? '');
		const userinfo = await fetchUserInfo(config, refreshed.access_token, 'user-erin');
		expect(userinfo).toMatchObject({ name: 'Erin Example' });
	});

	it.each([
		['by default', undefined],
		['in the header', ClientSecretBasic(developmentSecret)],
		['in the body', ClientSecretPost(developmentSecret)]
	])('with a secret, %s, needs no PKCE, and may act for itself', async (_, authentication) => {
		const server = new URL(idp.issuer);
		const config = await discovery(server, 'playground-web', developmentSecret, authentication, insecure);
		const redirect_uri = 'http://localhost:4173/callback/';
		const state = randomState();
		const asked = buildAuthorizationUrl(config, { redirect_uri, scope: 'openid offline_access', state });
		const arrived = await openPerson().visit(asked, redirect_uri);
		const tokens = await authorizationCodeGrant(config, arrived, { expectedState: state });
		expect(tokens.refresh_token).toBeTypeOf('string');
		expect((await clientCredentialsGrant(config)).scope).toContain('read:timesheets');
	});

	it('ends the session: the next sign-in asks again', async () => {
		const config = await nativeClient();
		const person = openPerson();
		const { arrived, checks } = await signIn(config, person, {});
		const tokens = await authorizationCodeGrant(config, arrived, checks);
		const silent = await signIn(config, person, { prompt: 'none' });
		// Signed in; but another program could be the one that listens, so that the person is asked (RFC 8252 §8.6).
		await expect(authorizationCodeGrant(config, silent.arrived, silent.checks)).rejects.toMatchObject({
			error: 'consent_required'
		});

		const bye = await person.look(buildEndSessionUrl(config, { id_token_hint: tokens.id_token ?? '' }));
		expect(bye.status).toBe(200);
		const again = await signIn(config, person, { prompt: 'none' });
		await expect(authorizationCodeGrant(config, again.arrived, again.checks)).rejects.toMatchObject({
			error: 'login_required'
		});
	});

	it('reports a state that is not the one it sent', async () => {
		const config = await nativeClient();
		const { arrived, checks } = await signIn(config, openPerson(), {});
		const wrong = { ...checks, expectedState: randomState() };
		await expect(authorizationCodeGrant(config, arrived, wrong)).rejects.toMatchObject({
			cause: { message: expect.stringMatching(/"state"/) }
		});
	});

	it('reports a nonce that is not the one it sent', async () => {
		const config = await nativeClient();
		const { arrived, checks } = await signIn(config, openPerson(), {});
		const wrong = { ...checks, expectedNonce: randomNonce() };
		await expect(authorizationCodeGrant(config, arrived, wrong)).rejects.toMatchObject({
			cause: { cause: { claim: 'nonce' } }
		});
	});

	it('reports an ID token that was tampered with on its way', async () => {
		const config = await nativeClient();
		enableNonRepudiationChecks(config);
		const { arrived, checks } = await signIn(config, openPerson(), {});
		config[customFetch] = async (url, { method, headers, body }) => {
			const response = await fetch(url, { method, headers, ...(body ? { body: String(body) } : {}) });
			if (!url.endsWith('/token')) return response;
			const answer = await response.json();
			const [header, payload, signature] = answer.id_token.split('.');
			const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
			const changed = Buffer.from(JSON.stringify({ ...claims, email: 'mallory@evil.example' }));
			return Response.json({
				...answer,
				id_token: [header, changed.toString('base64url'), signature].join('.')
			});
		};
		await expect(authorizationCodeGrant(config, arrived, checks)).rejects.toMatchObject({
			cause: { message: expect.stringMatching(/signature/) }
		});
	});

	it('is refused with a verifier of another attempt', async () => {
		const config = await nativeClient();
		const { arrived, checks } = await signIn(config, openPerson(), {});
		const wrong = { ...checks, pkceCodeVerifier: randomPKCECodeVerifier() };
		await expect(authorizationCodeGrant(config, arrived, wrong)).rejects.toMatchObject({
			error: 'invalid_grant'
		});
	});

	it('registers itself, and signs in as what it registered', async () => {
		const config = await dynamicClientRegistration(
			new URL(idp.issuer),
			{ redirect_uris: [redirectUri], token_endpoint_auth_method: 'none' },
			None(),
			insecure
		);
		const { arrived, checks } = await signIn(config, openPerson(), { scope: 'openid' });
		const tokens = await authorizationCodeGrant(config, arrived, checks);
		expect(tokens.claims()?.aud).toBe(config.clientMetadata().client_id);
	});
});

describe('confidential clients of an imported realm', () => {
	it('a web application signs in, introspects and is sent back after logout', async () => {
		const config = await webClient();
		const person = openPerson();
		const { arrived, checks } = await signIn(config, person, { redirect_uri: webRedirectUri });
		const tokens = await authorizationCodeGrant(config, arrived, checks);
		expect(await tokenIntrospection(config, tokens.access_token)).toMatchObject({
			active: true,
			client_id: 'web-app'
		});
		const logout = buildEndSessionUrl(config, {
			id_token_hint: tokens.id_token ?? '',
			post_logout_redirect_uri: 'https://web.example/bye',
			state: 'bye-1'
		});
		const back = await person.visit(logout, 'https://web.example/bye');
		expect(back.searchParams.get('state')).toBe('bye-1');
	});

	it('a machine gets a token for itself', async () => {
		const machine = await discovery(
			new URL(others.issuer),
			'machine',
			undefined,
			ClientSecretBasic(secret),
			insecure
		);
		const tokens = await clientCredentialsGrant(machine, {
			scope: 'read:timesheets',
			resource: 'https://web.example/api'
		});
		expect(tokens).toMatchObject({ token_type: 'bearer', scope: 'read:timesheets' });
	});

	it('a wrong secret is refused, and reported', async () => {
		const machine = await discovery(
			new URL(others.issuer),
			'machine',
			undefined,
			ClientSecretBasic('not the secret'),
			insecure
		);
		await expect(clientCredentialsGrant(machine)).rejects.toMatchObject({
			status: 401,
			cause: [{ scheme: 'basic' }]
		});
	});
});
