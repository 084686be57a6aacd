/** Whatever lies in the store, of whatever kind: it is as good as not there, and no endpoint fails. */
import { beforeAll, describe, expect, test } from 'vitest';
import { kinds, type Kind } from '$lib/authorization-server/kinds';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import { readable } from '$lib/embedded/readable-store';
import { newKey, proof } from '../../rfc/clients';
import {
	authorizeParameters,
	form,
	interactionOf,
	issuer,
	redirectUri,
	resource,
	start,
	verifier,
	type Changes
} from '../../rfc/server';
import { openBrowser, openServers, type Browser, type Servers } from './own-browser';

const allKinds = Object.keys(kinds) as Kind[];
type Entry = [kind: Kind, key: string, value: unknown];
type Ask = (browser: Browser) => Promise<Response>;

let servers: Servers;
let snapshot: Entry[];
let endpoints: Record<string, Ask>;

const readAll = async (): Promise<Entry[]> => {
	const lists = await Promise.all(
		allKinds.map(async (kind) =>
			(await servers.store.list(kind)).map(([key, value]): Entry => [kind, key, value])
		)
	);
	return lists.flat();
};

async function restore(): Promise<void> {
	const present = await readAll();
	await Promise.all(present.map(([kind, key]) => servers.store.remove(kind, key)));
	await Promise.all(snapshot.map(([kind, key, value]) => servers.store.put(kind, key, value)));
}

const pageFor = async (browser: Browser, changes: Changes = {}): Promise<string> =>
	interactionOf(await (await browser.authorize(changes)).text());
const codeFor = async (browser: Browser): Promise<string> =>
	new URL((await browser.authorize()).headers.get('location')!).searchParams.get('code')!;

/** A server that has something of every kind, and a request for each thing that it does with it. */
beforeAll(async () => {
	servers = openServers('store');
	await servers.prepare();
	await servers.settle(({ policy }) => {
		policy.dpopNonce = true;
	});
	const browser = openBrowser(servers);
	const key = await newKey();
	const json = { 'content-type': 'application/json' };
	const registration = JSON.stringify({
		redirect_uris: ['https://app.example/'],
		token_endpoint_auth_method: 'none'
	});
	const register: Ask = ({ send }) =>
		send(`${issuer}/register`, { method: 'POST', headers: json, body: registration });
	const registered = (await (await register(browser)).json()).client_id;

	const consent = interactionOf(await (await browser.signIn(await browser.authorize())).text());
	await browser.post('/consent', { interaction: consent, action: 'allow' });
	const client = { client_id: 'playground-spa' };
	const redeem = (code: string): Changes => ({
		...client,
		grant_type: 'authorization_code',
		code,
		code_verifier: verifier,
		redirect_uri: redirectUri
	});
	const tokens = await (await browser.post('/token', redeem(await codeFor(browser)))).json();
	const bearer = { authorization: `Bearer ${tokens.access_token}` };
	const refused = await browser.post('/token', redeem('none'), { dpop: await proof(key) });
	const nonce = refused.headers.get('dpop-nonce');
	const dpop = await proof(key, { claims: { nonce } });
	const bound = await (await browser.post('/token', redeem(await codeFor(browser)), { dpop })).json();
	const boundCall = async () => ({
		authorization: `DPoP ${bound.access_token}`,
		dpop: await proof(key, { claims: { nonce, htm: 'GET', htu: `${resource}/timesheets` } })
	});
	const getEntries: Ask = ({ send }) => send(`${resource}/timesheets`, { headers: bearer });
	await getEntries(browser);
	const { request_uri } = await (await browser.post('/par', authorizeParameters)).json();
	const code = await codeFor(browser);
	const waiting = {
		consent: await pageFor(browser, { prompt: 'consent' }),
		signIn: await pageFor(browser, { prompt: 'login' }),
		confirm: await pageFor(browser, { acr_values: '2' }),
		account: interactionOf(await (await browser.send(`${issuer}/account`)).text()),
		signOut: interactionOf(await (await browser.send(`${issuer}/end-session`)).text())
	};
	// Kept by other clients and by rules, which this walk has none of.
	await servers.store.put('assertion-seen', 'app jti', true);
	await servers.store.put('logins', 'user-erin\nplayground-spa', 1);
	await servers.store.put('api-proof-seen', 'proof', true);
	snapshot = await readAll();

	const get =
		(path: string): Ask =>
		({ send }) =>
			send(`${issuer}${path}`);
	const post =
		(path: string, changes: Changes): Ask =>
		(each) =>
			each.post(path, changes);
	endpoints = {
		metadata: get('/.well-known/openid-configuration'),
		jwks: get('/jwks'),
		authorize: ({ authorize }) => authorize(),
		'authorize without a page': ({ authorize }) => authorize({ prompt: 'none' }),
		'authorize what was pushed': get(`/authorize?${form({ ...client, request_uri })}`),
		'authorize for who registered itself': ({ authorize }) =>
			authorize({ client_id: registered, redirect_uri: 'https://app.example/' }),
		'look at the consent page': get(`/consent?interaction=${waiting.consent}`),
		'look at the past': get(`/consent?interaction=${consent}`),
		'look at the sign-out page': get(`/sign-out?interaction=${waiting.signOut}`),
		allow: post('/consent', { interaction: waiting.consent, action: 'allow' }),
		deny: post('/consent', { interaction: waiting.consent, action: 'deny' }),
		'sign in': post('/sign-in', { interaction: waiting.signIn, user: 'erin' }),
		confirm: post('/confirm', { interaction: waiting.confirm, action: 'confirm' }),
		account: get('/account'),
		'take back': post('/account/answer', {
			interaction: waiting.account,
			revoke: `playground-spa user-erin ${resource}`
		}),
		'sign out': post('/sign-out', { interaction: waiting.signOut, action: 'sign-out' }),
		'log out': get(`/end-session?${form({ id_token_hint: tokens.id_token })}`),
		par: post('/par', authorizeParameters),
		'redeem a code': post('/token', redeem(code)),
		'redeem with a proof': async (each) =>
			each.post('/token', redeem(code), { dpop: await proof(key, { claims: { nonce } }) }),
		refresh: post('/token', { ...client, grant_type: 'refresh_token', refresh_token: tokens.refresh_token }),
		introspect: post('/introspect', { ...client, token: tokens.access_token }),
		'introspect a refresh token': post('/introspect', { ...client, token: tokens.refresh_token }),
		revoke: post('/revoke', { ...client, token: tokens.refresh_token }),
		userinfo: ({ send }) => send(`${issuer}/userinfo`, { headers: bearer }),
		register,
		'decisions by state': get('/decisions?state=state-of-the-client'),
		'the entries': getEntries,
		'the entries with a proof': async ({ send }) =>
			send(`${resource}/timesheets`, { headers: await boundCall() }),
		'a new entry': ({ send }) =>
			send(`${resource}/timesheets`, {
				method: 'POST',
				headers: bearer,
				body: JSON.stringify({ date: '2026-01-15', project: 'X', hours: 1 })
			})
	};
});

/** Those that answered with 500, by name. */
async function failing(): Promise<string[]> {
	const failed: string[] = [];
	for (const [name, ask] of Object.entries(endpoints)) {
		const { status } = await ask(openBrowser(servers));
		if (status >= 500) failed.push(name);
	}
	return failed;
}

const circle: Record<string, unknown> = {};
circle['self'] = circle;
const rubbish: [string, unknown][] = [
	['null', null],
	['a text', '\n\u0000ł'],
	['a number', Number.NaN],
	['a large number', 10n ** 40n],
	['a list', [1, [2]]],
	['an empty object', {}],
	['a circle', circle]
];

describe('what every kind holds in a store that is used', () => {
	test('is there, so that each kind below is tried', () => {
		expect([...new Set(snapshot.map(([kind]) => kind))].sort()).toEqual([...allKinds].sort());
	});

	test('is read whole', async () => {
		const read = readable(servers.store);
		for (const kind of allKinds) expect(await read.list(kind), kind).toEqual(await servers.store.list(kind));
	});

	test('makes no endpoint fail', async () => {
		await restore();
		expect(await failing()).toEqual([]);
	});
});

describe.each(allKinds)('rubbish of the kind %s', (kind) => {
	test.each(rubbish)('%s instead of all of it', async (_, value) => {
		await restore();
		for (const [other, key] of snapshot) if (other === kind) await servers.store.put(kind, key, value);
		expect(await failing()).toEqual([]);
	});

	test('a member that is missing or of another kind', async () => {
		const read = readable(servers.store);
		const entry = snapshot.find(([other, , value]) => other === kind && typeof value === 'object');
		if (!entry || kind === 'realm') return;
		const [, key, value] = entry;
		for (const member of Object.keys(value as object)) {
			for (const wrong of [undefined, null, 1e300, circle]) {
				const spoilt = { ...(value as object), [member]: wrong };
				await restore();
				await servers.store.put(kind, key, spoilt);
				// What is read although it is spoilt has to do no harm.
				if ((await read.get(kind, key)) !== undefined) expect(await failing(), member).toEqual([]);
			}
		}
	});
});

describe('signing keys that cannot be read', () => {
	test('are made anew, and what is signed can be verified', async () => {
		await restore();
		for (const [kind, key] of snapshot) if (kind === 'key') await servers.store.put(kind, key, { kid: key });
		const { keys } = await (await endpoints['jwks']!(openBrowser(servers))).json();
		expect(keys.map(({ alg }: { alg: string }) => alg).sort()).toEqual(['ES256', 'RS256']);
		const browser = openBrowser(servers);
		expect((await browser.authorize({ prompt: 'none' })).headers.get('location')).toContain('code=');
	});

	test.each([
		['of another algorithm', { alg: 'ES256' }],
		['under another name', { kid: 'other' }],
		['without its public half', { publicJwk: {} }]
	])('as a key %s cannot', async (_, change) => {
		const store = createMemoryStore(() => start);
		const [, kid, key] = snapshot.find(
			([kind, , value]) => kind === 'key' && (value as { alg: string }).alg === 'RS256'
		)!;
		await store.put('key', kid, { ...(key as object), ...change });
		expect(await readable(store).get('key', kid)).toBeUndefined();
		await store.put('key', kid, key);
		expect(await readable(store).get('key', kid)).toEqual(key);
	});
});
