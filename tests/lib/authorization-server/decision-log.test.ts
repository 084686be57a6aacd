/** Everybody can read the decisions: nothing in them is of use to a stranger. */
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { assertion, hashOf, newKey, proof, requestObject, withKey, type ClientKey } from '../../rfc/clients';
import {
	authorizeParameters,
	basic,
	createServer,
	form,
	interactionOf,
	issuer,
	redirectUri,
	resource,
	web,
	type Changes,
	type Server
} from '../../rfc/server';

let key: ClientKey;
beforeAll(async () => {
	key = await newKey();
});

const keyed = 'key-app';
const serverWithKeys = (plain = false) =>
	createServer(({ applications, policy }) => {
		const { clientSecret: _secret, ...rest } = web;
		applications[0] = withKey(applications[0]!, key);
		applications.push({ ...withKey(rest, key), clientId: keyed, authMethod: 'private_key_jwt' });
		policy.allowPlain = plain;
	});

/** All that anybody can read of what this server decided. */
const logOf = ({ decisions }: Server): string => JSON.stringify(decisions);

/** As long as the real ones are, and as short as somebody may make one. */
const long = (name: string): string => `canary-${name}-`.padEnd(43, 'x');
const short = (name: string): string => `cnry${name}`;

/** Every parameter whose value is a secret, or a piece of one. */
const secrets = [
	...['nonce', 'state', 'code', 'code_verifier', 'refresh_token', 'token', 'access_token', 'id_token'],
	...['client_secret', 'client_assertion', 'id_token_hint', 'request', 'request_uri', 'password', 'username'],
	...['login_hint', 'assertion', 'subject_token', 'actor_token', 'interaction', 'user', 'revoke', 'claims']
];

type Send = (server: Server, changes: Changes) => Promise<unknown>;
const query =
	(path: string, base: Changes): Send =>
	(server, changes) =>
		server.get(`${path}?${form({ ...base, ...changes })}`);
const post =
	(path: string, base: Changes, headers?: Record<string, string>): Send =>
	(server, changes) =>
		server.post(path, form({ ...base, ...changes }), headers);
const spa = { client_id: 'playground-spa' };
const redeeming = { ...spa, grant_type: 'authorization_code', redirect_uri: redirectUri, code: long('code') };
const waiting: Send = async (server, changes) => {
	const interaction = interactionOf(await (await server.authorize()).text());
	return server.post('/sign-in', form({ interaction, ...changes }));
};

const endpoints: [string, Send][] = [
	['/authorize', query('/authorize', authorizeParameters)],
	['/authorize without anything', query('/authorize', {})],
	['/authorize by POST', post('/authorize', authorizeParameters)],
	['/par', post('/par', authorizeParameters)],
	[
		'/par by Basic',
		post('/par', { ...authorizeParameters, client_id: undefined }, basic(web.clientId, long('secret')))
	],
	['/token with a code', post('/token', redeeming)],
	['/token with a refresh token', post('/token', { ...spa, grant_type: 'refresh_token' })],
	['/token of a machine', post('/token', { client_id: web.clientId, grant_type: 'client_credentials' })],
	['/introspect', post('/introspect', spa)],
	['/revoke', post('/revoke', spa)],
	['/end-session', query('/end-session', spa)],
	['a waiting page', waiting],
	['/consent', post('/consent', {})],
	['/confirm', post('/confirm', {})],
	['/sign-out', post('/sign-out', {})],
	['/account/answer', post('/account/answer', {})],
	['/register', (server, changes) => server.post('/register', JSON.stringify(changes))]
];

describe.each(endpoints)('what is sent to %s', (_, send) => {
	test.each(secrets)('as %s is not in the log', async (name) => {
		for (const canary of [long(name), short(name)]) {
			const server = serverWithKeys();
			await send(server, { [name]: canary });
			expect(logOf(server)).not.toContain(canary);
		}
	});
});

describe('what a whole flow is made of', () => {
	test.each(['Bearer', 'DPoP', 'Basic', 'Other'])('the header %s is not in the log', async (scheme) => {
		const canary = long('header');
		const server = createServer();
		const headers = { authorization: `${scheme} ${canary}`, dpop: canary };
		await server.post('/token', form(redeeming), headers);
		await server.get('/userinfo', headers);
		await server.callApi(undefined, '/timesheets', { headers });
		expect(logOf(server)).not.toContain(canary);
	});

	test('is not in the log, by the browser, at the token endpoint and at the API', async () => {
		const server = createServer();
		const nonce = long('nonce');
		const code = await server.code({ nonce, state: long('state') });
		const { access_token, refresh_token, id_token } = await (await server.exchange(code)).json();
		await server.callApi(access_token);
		await server.callApi('a-token-of-no-form-whatever');
		await server.get('/userinfo', { authorization: `Bearer ${access_token}` });
		await server.post('/introspect', form({ ...spa, token: refresh_token }));
		await server.get(`/end-session?${form({ id_token_hint: id_token })}`);
		const renewed = await (await server.refresh(refresh_token)).json();
		const opaque = await server.tokens({ scope: 'openid', audience: undefined });
		await server.get('/userinfo', { authorization: `Bearer ${opaque.access_token}` });
		const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
		const sent = [code, nonce, long('state'), access_token, refresh_token, id_token, renewed.access_token];
		for (const secret of [...sent, opaque.access_token, verifier, ...access_token.split('.')])
			expect(logOf(server)).not.toContain(secret);
		expect(server.decisions.length).toBeGreaterThan(9);
	});

	test.each<[string, Changes]>([
		['plain', { code_challenge_method: 'plain' }],
		['no method, which means plain', { code_challenge_method: undefined }],
		['S256, by mistake', { code_challenge_method: 'S256' }],
		['a method that nobody knows', { code_challenge_method: 'S512' }]
	])('a verifier that is sent as the challenge is not in the log: %s', async (_, changes) => {
		const server = serverWithKeys(true);
		const verifier = long('verifier').padEnd(60, 'y');
		const code = await server.code({ code_challenge: verifier, ...changes });
		await server.exchange(code, { code_verifier: verifier });
		await server.exchange(code, { code_verifier: long('another') });
		expect(logOf(server)).not.toContain(verifier);
		expect(logOf(server)).not.toContain(long('another'));
	});

	test('a pushed request and its name are not in the log', async () => {
		const server = createServer();
		const nonce = long('nonce');
		const { request_uri } = await (await server.post('/par', form({ ...authorizeParameters, nonce }))).json();
		await server.click(await server.get(`/authorize?${form({ ...spa, request_uri })}`));
		expect(logOf(server)).not.toContain(nonce);
		expect(logOf(server)).not.toContain(request_uri);
	});
});

describe('what clients sign', () => {
	const canary = long('claim');
	const names = ['iss', 'sub', 'aud', 'jti', 'nonce', 'client_id', 'state', 'other'];

	test.each(names)('the claim %s of an assertion is not in the log', async (name) => {
		const server = serverWithKeys();
		for (const value of [canary, [canary]]) {
			const signed = await assertion(key, keyed, { claims: { [name]: value } });
			await server.post('/introspect', form({ ...signed, token: 'x' }));
			await server.post('/introspect', form({ ...signed, token: 'x' }));
			expect(logOf(server)).not.toContain(signed.client_assertion);
		}
		expect(logOf(server)).not.toContain(canary);
	});

	test.each(names)('the claim %s of a request object is not in the log', async (name) => {
		const server = serverWithKeys();
		for (const claims of [{ [name]: canary }, { [name]: canary, redirect_uri: 'https://other.example/' }]) {
			const request = await requestObject(key, { claims });
			await server.get(`/authorize?${form({ ...spa, request })}`);
			expect(logOf(server)).not.toContain(request);
		}
		expect(logOf(server)).not.toContain(canary);
	});

	test.each(['htm', 'htu', 'iat', 'jti', 'nonce', 'ath', 'other'])(
		'the claim %s of a proof is in neither log',
		async (name) => {
			for (const dpopNonce of [false, true]) {
				const server = createServer(({ policy }) => {
					policy.dpopNonce = dpopNonce;
				});
				const value = name === 'htu' ? `${issuer}/token?${canary}#${canary}` : canary;
				const dpop = await proof(key, { claims: { [name]: value } });
				await server.exchange(await server.code(), {}, { dpop });
				const { access_token } = await server.tokens();
				const own = { htm: 'GET', htu: `${resource}/timesheets`, ath: await hashOf(access_token) };
				const headers = {
					authorization: `DPoP ${access_token}`,
					dpop: await proof(key, { claims: { ...own, [name]: value } })
				};
				await server.callApi(undefined, '/timesheets', { headers });
				await server.get('/userinfo', headers);
				for (const secret of [canary, dpop, headers.dpop]) expect(logOf(server)).not.toContain(secret);
			}
		}
	);

	test('the access token that stands where its hash should is in neither log', async () => {
		const server = createServer();
		const { access_token } = await server.tokens({ scope: 'openid', audience: undefined });
		const headers = {
			authorization: `DPoP ${access_token}`,
			dpop: await proof(key, { claims: { htm: 'GET', htu: `${issuer}/userinfo`, ath: access_token } })
		};
		await server.get('/userinfo', headers);
		expect(server.failed()).toContain('as-dpop-ath');
		expect(logOf(server)).not.toContain(access_token);
	});

	test.each(['typ', 'alg', 'kid', 'cty'])('the header %s of a proof is in no log', async (name) => {
		const server = createServer();
		const header = { typ: 'dpop+jwt', jwk: key.jwk, [name]: canary };
		const claims = { htm: 'POST', htu: `${issuer}/token`, jti: 'a' };
		const dpop =
			name === 'alg'
				? `${btoa(JSON.stringify(header)).replace(/=+$/, '')}.${btoa(JSON.stringify(claims)).replace(/=+$/, '')}.AAAA`
				: await new SignJWT(claims).setProtectedHeader({ ...header, alg: 'ES256' }).sign(key.privateKey);
		await server.exchange(await server.code(), {}, { dpop });
		expect(logOf(server)).not.toContain(canary);
	});
});

describe('who asks for decisions', () => {
	const ask = async (server: Server, parameters: Changes) =>
		(await server.get(`/decisions?${form(parameters)}`)).json();

	test('by a state learns of its authorization request, and of nothing else', async () => {
		const server = createServer();
		await server.tokens({ state: 'mine' });
		await server.tokens({ state: 'other' });
		const mine = await ask(server, { state: 'mine' });
		expect(new Set(mine.map(({ endpoint }: { endpoint: string }) => endpoint))).toEqual(
			new Set(['authorize', 'sign-in', 'consent'])
		);
	});

	test.each<[string, Changes]>([
		['nothing', {}],
		['an empty state', { state: '' }],
		['a state that nobody sent', { state: 'none' }],
		['a pattern', { state: '*' }],
		['a part of a state', { state: 'min' }],
		['an id and a state that do not belong together', { request_id: 'none', state: 'mine' }]
	])('by %s learns nothing', async (_, parameters) => {
		const server = createServer();
		await server.tokens({ state: 'mine' });
		await server.tokens({ state: undefined });
		const answer = await ask(server, parameters);
		expect(Array.isArray(answer) ? answer : []).toEqual([]);
	});
});
