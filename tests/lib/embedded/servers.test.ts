import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import { defaultRealmSettings } from '$lib/authorization-server/realm';
import { createHeaderJar, createStoreJar } from '$lib/embedded/jar';
import { createRuleRunner } from '$lib/embedded/rule-runner';
import { createEmbeddedServers } from '$lib/embedded/servers';
import { loadWasm } from '../sandbox/sandbox-run';
import { readSettings, settingsEntry } from '$lib/embedded/kept-settings';

const origin = 'http://localhost:4173';
const base = '/docs';
const now = () => 1_700_000_000_000;
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

const serversOf = (store = createMemoryStore(now)) =>
	createEmbeddedServers({
		origin,
		base,
		store,
		now,
		random,
		cookies: 'store',
		rules: createRuleRunner({ loadWasm, now })
	});

describe('both servers on one origin', () => {
	it.each([
		'/docs/idp/jwks',
		'/docs/idp/.well-known/openid-configuration',
		'/.well-known/oauth-authorization-server/docs/idp'
	])('the authorization server answers at %s', async (path) => {
		expect((await serversOf()(new Request(origin + path)))?.status).toBe(200);
	});

	it('the sample API answers, and its decision is in the log', async () => {
		const servers = serversOf();
		const refused = await servers(new Request(`${origin}/docs/api/timesheets`));
		expect(refused?.status).toBe(401);
		const requestId = refused?.headers.get('x-request-id') ?? '';
		const log = await servers(new Request(`${origin}/docs/idp/decisions?request_id=${requestId}`));
		expect(await log?.json()).toMatchObject([{ endpoint: 'api' }]);
	});

	it.each([
		`${origin}/docs/`,
		`${origin}/docs/idpx`,
		`${origin}/idp/jwks`,
		`${origin}/docs/apiary`,
		'http://localhost:4174/docs/idp/jwks',
		`${origin}/docs/flow/?x=/docs/idp/`
	])('%s is for neither', (url) => {
		expect(serversOf()(new Request(url))).toBeUndefined();
	});
});

describe('the settings of the realm', () => {
	it('are those it starts with, until somebody changes them', async () => {
		const store = createMemoryStore(now);
		const start = defaultRealmSettings({ origin, base });
		expect(await readSettings(store, { origin, base })).toEqual(start);
		const changed = { ...start, policy: { ...start.policy, allowPlain: true } };
		await store.put(...settingsEntry, changed);
		expect((await readSettings(store, { origin, base })).policy.allowPlain).toBe(true);
	});

	it.each([null, 1, 'x', {}, { applications: [] }])(
		'that are unreadable are as good as none: %s',
		async (kept) => {
			const store = createMemoryStore(now);
			await store.put(...settingsEntry, kept);
			expect(await readSettings(store, { origin, base })).toEqual(defaultRealmSettings({ origin, base }));
		}
	);
});

describe('the cookie where there are no cookies', () => {
	it('is kept in the store until it expires', async () => {
		const store = createMemoryStore(now);
		const jar = () => createStoreJar(store, new Request(origin));
		expect(await jar().read()).toBeUndefined();
		await jar().write('session', now() + 1);
		expect(await jar().read()).toBe('session');
		await jar().clear();
		expect(await jar().read()).toBeUndefined();
		await jar().write('old', now());
		expect(await jar().read()).toBeUndefined();
	});

	it('is not for requests that carry no credentials', async () => {
		const store = createMemoryStore(now);
		await createStoreJar(store, new Request(origin)).write('session', now() + 1000);
		const without = createStoreJar(store, new Request(origin, { credentials: 'omit' }));
		expect(await without.read()).toBeUndefined();
		await without.write('other', now() + 1000);
		expect(await createStoreJar(store, new Request(origin)).read()).toBe('session');
	});
});

describe('the cookie over HTTP', () => {
	const jarOf = (cookie: string) =>
		createHeaderJar(new Request(origin, { headers: { cookie } }), '/idp', now);

	it('is found among others, and comes back as it was written', async () => {
		const written = jarOf('');
		await written.write('a b;"é', now() + 60_000);
		expect(written.setCookie).toMatch(/; Max-Age=60; Path=\/idp; HttpOnly; SameSite=Lax$/);
		const pair = written.setCookie?.split(';')[0] ?? '';
		expect(await jarOf(`other=1; ${pair}; last=2`).read()).toBe('a b;"é');
	});

	it('is of one port only: cookies do not tell ports apart (RFC 6265 §8.5)', async () => {
		const at = (url: string, cookie = '') =>
			createHeaderJar(new Request(url, { headers: { cookie } }), '/idp', now);
		const jars = ['http://localhost:9400/idp', 'http://localhost:9401/idp', 'http://localhost/idp'].map(
			(url) => ({
				url,
				jar: at(url)
			})
		);
		for (const { url, jar } of jars) await jar.write(`session of ${url}`, now() + 60_000);
		const cookies = jars.map(({ jar }) => jar.setCookie?.split(';')[0] ?? '').join('; ');
		for (const { url } of jars) expect(await at(url, cookies).read()).toBe(`session of ${url}`);
	});

	it('that is missing or broken is none', async () => {
		expect(await jarOf('other=1').read()).toBeUndefined();
		expect(await jarOf('not_idp_session_4173=1; idp_session=1; idp_session_417=1').read()).toBeUndefined();
		expect(await jarOf('idp_session_4173=%E0%A4%A').read()).toBeUndefined();
	});

	it('is deleted by expiry', async () => {
		const jar = jarOf('idp_session_4173=1');
		await jar.clear();
		expect(jar.setCookie).toMatch(/^idp_session_4173=; Max-Age=0;/);
	});
});
