import { composeServers } from '../../fixtures/servers';
/** What is good once is good once, however many ask at the same time: in memory, and in IndexedDB by two tabs. */
import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import type { Store } from '$lib/authorization-server/realm';
import { createIdbStore } from '$lib/embedded/idb-store';
import { assertion, hashOf, newKey, proof, withKey, type ClientKey } from '../../rfc/clients';
import {
	authorizeParameters,
	createServer,
	form,
	interactionOf,
	issuer,
	redirectUri,
	resource,
	start,
	verifier,
	web,
	type Changes,
	type Server
} from '../../rfc/server';

let count = 0;
const stores: [string, () => Store[]][] = [
	['in memory', () => [createMemoryStore(() => start)]],
	[
		'in IndexedDB, opened twice',
		() => {
			const name = `at-once-${(count += 1)}`;
			return [createIdbStore(name, () => start), createIdbStore(name, () => start)];
		}
	]
];

let key: ClientKey;
beforeAll(async () => {
	key = await newKey();
});

const five = [0, 1, 2, 3, 4];
const codeIn = (response: Response): string | null =>
	new URL(response.headers.get('location') ?? 'http://none/').searchParams.get('code');

describe.each(stores)('at the same time, %s', (_where, open) => {
	/** One server over all of the stores; `post(n, …)` goes through another one each time. */
	async function many(change?: Parameters<typeof createServer>[0]) {
		const server = createServer(change);
		const all = open();
		for (const [name, kept] of await server.realm.store.list('key')) await all[0]!.put('key', name, kept);
		server.realm.store = all[0]!;
		const servers = all.map((store) => composeServers({ ...server.realm, store }));
		const post = (n: number, path: string, parameters: Changes, headers: Record<string, string> = {}) =>
			servers[n % servers.length]!(
				new Request(`${issuer}${path}`, {
					method: 'POST',
					body: form(parameters),
					headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }
				}),
				server.browser
			);
		return { server, post };
	}

	/** Erin is signed in, and is asked for consent next. */
	async function signIn(server: Server): Promise<void> {
		const interaction = interactionOf(await (await server.authorize()).text());
		await server.post('/sign-in', form({ interaction, user: 'erin' }));
	}

	const exchange = (code: string): Changes => ({
		grant_type: 'authorization_code',
		client_id: 'playground-spa',
		code,
		code_verifier: verifier,
		redirect_uri: redirectUri
	});

	async function onlyOne(responses: Response[], error: string, status = 400): Promise<unknown> {
		const bodies = await Promise.all(responses.map(async (response) => response.json()));
		const good = bodies.filter((_, at) => responses[at]!.status === 200);
		const refused = bodies.filter((_, at) => responses[at]!.status === status);
		expect(good).toHaveLength(1);
		expect(refused.map((body) => body.error)).toEqual(responses.slice(1).map(() => error));
		return good[0];
	}

	const userinfo = (server: Server, token: string) =>
		server.get('/userinfo', { authorization: `Bearer ${token}` });

	test('a code gives tokens once, and these are worth nothing after the others tried', async () => {
		const { server, post } = await many();
		const code = await server.code();
		const responses = await Promise.all(five.map((n) => post(n, '/token', exchange(code))));
		const tokens = (await onlyOne(responses, 'invalid_grant')) as { access_token: string };
		expect((await userinfo(server, tokens.access_token)).status).toBe(401);
	});

	test('a refresh token is rotated once, and its family ends', async () => {
		const { server, post } = await many();
		const { refresh_token } = await server.tokens();
		const refresh = (token?: string): Changes => ({
			grant_type: 'refresh_token',
			client_id: 'playground-spa',
			refresh_token: token
		});
		const responses = await Promise.all(five.map((n) => post(n, '/token', refresh(refresh_token))));
		const tokens = (await onlyOne(responses, 'invalid_grant')) as { refresh_token: string };
		expect((await post(0, '/token', refresh(tokens.refresh_token))).status).toBe(400);
	});

	test('a proof is good for one of several codes', async () => {
		const { server, post } = await many();
		const codes = [];
		for (const _ of five) codes.push(await server.code());
		const dpop = await proof(key);
		const responses = await Promise.all(codes.map((code, n) => post(n, '/token', exchange(code), { dpop })));
		await onlyOne(responses, 'invalid_dpop_proof');
	});

	test('a proof is good for one call of the API', async () => {
		const { server, post } = await many();
		const response = await post(0, '/token', exchange(await server.code()), { dpop: await proof(key) });
		const { access_token } = await response.json();
		const claims = { htm: 'GET', htu: `${resource}/timesheets`, ath: await hashOf(access_token) };
		const headers = { authorization: `DPoP ${access_token}`, dpop: await proof(key, { claims }) };
		const answers = await Promise.all(five.map(() => server.callApi(undefined, '/timesheets', { headers })));
		expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401]);
	});

	test('an assertion proves a client once', async () => {
		const { clientSecret: _secret, ...rest } = web;
		const { post } = await many(({ applications }) => {
			applications.push({ ...withKey(rest, key), clientId: 'key-app', authMethod: 'private_key_jwt' });
		});
		const proven = await assertion(key, 'key-app');
		const responses = await Promise.all(
			five.map((n) => post(n, '/introspect', { token: 'unknown', ...proven }))
		);
		await onlyOne(responses, 'invalid_client', 401);
	});

	test('a page is answered once', async () => {
		const { server, post } = await many();
		await signIn(server);
		const consent = interactionOf(await (await server.authorize()).text());
		const answers = await Promise.all(
			five.map((n) => post(n, '/consent', { interaction: consent, action: 'allow' }))
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 400, 400, 400, 400]);
	});

	test('a pushed request is answered with one code, by however many pages', async () => {
		const { server, post } = await many();
		const { request_uri } = await (await post(0, '/par', authorizeParameters)).json();
		const query = form({ client_id: 'playground-spa', request_uri });
		await signIn(server);
		const consents = await Promise.all(
			five.map(async () => interactionOf(await (await server.get(`/authorize?${query}`)).text()))
		);
		const answers = await Promise.all(
			consents.map((interaction, n) => post(n, '/consent', { interaction, action: 'allow' }))
		);
		expect(answers.map(codeIn).filter((code) => code !== null)).toHaveLength(1);
		expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
	});

	test('two consents of one person to one client are both remembered', async () => {
		const { server, post } = await many();
		await signIn(server);
		const consents = [];
		for (const scope of ['openid read:timesheets', 'openid create:timesheets'])
			consents.push(interactionOf(await (await server.authorize({ scope })).text()));
		await Promise.all(
			consents.map((interaction, n) => post(n, '/consent', { interaction, action: 'allow' }))
		);
		const [kept, ...others] = await server.realm.store.list<{ scope: string[] }>('consent');
		expect(others).toEqual([]);
		expect(kept?.[1].scope.sort()).toEqual(['create:timesheets', 'openid', 'read:timesheets']);
	});
});
