import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import { defaultRealmSettings, type Store } from '$lib/authorization-server/realm';
import { formatRealmFile, parseRealmFile } from '$lib/authorization-server/realm-file';
import type { RealmSettings } from '$lib/authorization-server/settings';
import { openRealmAdministration, type RealmAdministration } from '$lib/embedded/realm-administration';
import { createRuleRunner } from '$lib/embedded/rule-runner';
import { createEmbeddedServers } from '$lib/embedded/servers';
import { settingsEntry } from '$lib/embedded/kept-settings';
import { RealmEditor } from '$lib/state/realm.svelte';
import { loadWasm } from '../sandbox/sandbox-run';

const origin = 'http://localhost:4173';
const at = 1_700_000_000_000;
const now = () => at;
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

function open() {
	const store = createMemoryStore(now);
	const administration = openRealmAdministration({
		origin,
		base: '',
		store: () => Promise.resolve(store),
		now
	});
	const servers = createEmbeddedServers({
		origin,
		base: '',
		store,
		now,
		random,
		cookies: 'store',
		rules: createRuleRunner({ loadWasm, now })
	});
	return { store, administration, ask: async (path: string) => servers(new Request(`${origin}/idp${path}`)) };
}

const metadataOf = async (ask: (path: string) => Promise<Response | undefined>) =>
	(await ask('/.well-known/openid-configuration'))?.json();

const withPlain = ({ start }: RealmAdministration): RealmSettings => ({
	...start,
	policy: { ...start.policy, allowPlain: true }
});

describe('the administration', () => {
	it('begins with the settings of the start, and the server meets what is written', async () => {
		const { administration, ask } = open();
		expect(await administration.read()).toEqual({ settings: administration.start, kept: 'start' });
		expect((await metadataOf(ask)).code_challenge_methods_supported).toEqual(['S256']);
		expect(await administration.change(() => withPlain(administration))).toMatchObject({ ok: true });
		expect((await metadataOf(ask)).code_challenge_methods_supported).toEqual(['S256', 'plain']);
		await administration.replace('start', () => true);
		expect((await metadataOf(ask)).code_challenge_methods_supported).toEqual(['S256']);
	});

	it('writes nothing that breaks the schema', async () => {
		const { administration } = open();
		const [user] = administration.start.users;
		const twice = { ...administration.start, users: [user!, user!] };
		expect(await administration.change(() => twice)).toMatchObject({
			ok: false,
			failure: { reason: 'invalid' }
		});
		expect((await administration.read()).kept).toBe('start');
	});

	it('tells when the storage refuses', async () => {
		const store = { ...createMemoryStore(now), update: () => Promise.reject(new Error('full')) };
		const administration = openRealmAdministration({
			origin,
			base: '',
			store: () => Promise.resolve(store),
			now
		});
		expect(await administration.change(() => administration.start)).toEqual({
			ok: false,
			failure: { reason: 'storage', where: 'full' }
		});
	});

	it.each([null, 7, 'text', [[]], {}, { users: 'nobody' }])(
		'uses the start where %j lies, and says so',
		async (rubbish) => {
			const { store, administration } = open();
			await store.put(...settingsEntry, rubbish);
			expect(await administration.read()).toEqual({
				settings: administration.start,
				kept: 'unreadable',
				unreadable: rubbish
			});
		}
	);

	it('lists what was given out, and passes over what has not its shape', async () => {
		const { store, administration } = open();
		await store.put('session', 'name', { sub: 'user-erin', authTime: 5, sid: 'x', acr: '0' });
		await store.put('session', 'odd', 'rubbish');
		await store.put('consent', 'key', { clientId: 'app', sub: 'user-erin', scope: ['openid'] });
		await store.put('application', 'own', { ...administration.start.applications[0]!, clientId: 'own' });
		const issued = await administration.look();
		expect(issued.sessions.map(({ key }) => key)).toEqual(['name']);
		expect(issued.consents).toEqual([{ key: 'key', clientId: 'app', sub: 'user-erin', scope: ['openid'] }]);
		expect(issued.registered.map(({ clientId }) => clientId)).toEqual(['own']);
		await administration.endSession('name');
		await administration.revokeConsent('user-mona', 'key');
		await administration.forgetApplication('own');
		expect(await administration.look()).toMatchObject({
			sessions: [],
			consents: [{ key: 'key' }],
			registered: []
		});
		await administration.revokeConsent('user-erin', 'key');
		expect((await administration.look()).consents).toEqual([]);
	});
});

describe('the editor', () => {
	async function edit() {
		const { administration, ask, store } = open();
		const editor = new RealmEditor(administration);
		expect(editor.ready).toBe(false);
		await editor.restore();
		return { editor, administration, ask, store };
	}

	it('adds, changes and removes, and what it shows is what is kept', async () => {
		const { editor, administration } = await edit();
		const person = { ...administration.start.users[0]!, sub: 'user-new', username: 'new' };
		await editor.put('users', person);
		expect(editor.settings.users).toHaveLength(4);
		await editor.put('users', { ...person, name: 'New Name' }, person);
		expect((await administration.read()).settings.users[3]?.name).toBe('New Name');
		await editor.remove('users', editor.settings.users[0]!);
		expect(editor.settings.users.map(({ sub }) => sub)).toEqual(['user-omar', 'user-mona', 'user-new']);
		expect(editor.settings).toEqual((await administration.read()).settings);
		expect(editor.kept).toBe('changed');
	});

	it('keeps what was there when something is refused', async () => {
		const { editor, administration } = await edit();
		expect(await editor.put('users', administration.start.users[0]!)).toMatchObject({ reason: 'invalid' });
		expect(editor.settings).toEqual(administration.start);
	});

	it('lets the default audience be an API that is there, and keeps that API', async () => {
		const { editor, administration } = await edit();
		const failure = { reason: 'invalid', where: 'policy.defaultAudience: no API has this identifier' };
		const { policy, apis } = administration.start;
		const audience = (defaultAudience: string) => editor.putPolicy({ ...policy, defaultAudience }, policy);
		expect(await audience('https://gone.example/')).toEqual(failure);
		expect(await audience(administration.api)).toBeUndefined();
		expect(await editor.remove('apis', apis[0]!)).toEqual(failure);
		expect(await editor.put('apis', { ...apis[0]!, identifier: 'https://new.example/' }, apis[0])).toEqual(
			failure
		);
		expect(editor.settings.apis).toEqual(apis);
	});

	it('reads what an earlier build kept with a default audience that is no API', async () => {
		const { administration, store } = open();
		const early = {
			...administration.start,
			policy: { ...administration.start.policy, defaultAudience: 'https://gone.example/' }
		};
		await store.put(...settingsEntry, early);
		expect(await administration.read()).toEqual({ settings: early, kept: 'changed' });
		expect(await administration.change(() => administration.start)).toMatchObject({ ok: true });
	});

	it('moves rules up and down', async () => {
		const { editor } = await edit();
		for (const id of ['a', 'b', 'c'])
			await editor.put('rules', { id, name: id, kind: 'rule', enabled: true, code: '' });
		const [a, , c] = editor.settings.rules;
		await editor.moveRule(c!, -1);
		await editor.moveRule(a!, 1);
		expect(await editor.moveRule({ ...a!, id: 'gone' }, 1)).toMatchObject({ reason: 'changed' });
		expect(editor.settings.rules.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
	});

	it.each([0, 300, -300])('rotates the keys once, with a clock that is off by %i s', async (clockOffset) => {
		const { editor, administration, ask, store } = await edit();
		await editor.putPolicy({ ...administration.start.policy, clockOffset }, editor.settings.policy);
		const kids = async (): Promise<string[]> =>
			(await (await ask('/jwks'))!.json()).keys.map(({ kid }: { kid: string }) => kid);
		const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
		const { privateKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
		await store.put('key', 'old', {
			kid: 'old',
			alg: 'ES256',
			privateKey,
			createdAt: at + clockOffset * 1_000 - 5,
			publicJwk: { kid: 'old', kty: 'EC' }
		});
		expect(await kids()).toContain('old');
		const before = (await kids()).length;
		await editor.rotateKeys();
		const after = await kids();
		expect(after).toHaveLength(before + 1);
		expect(await kids()).toEqual(after);
	});

	it('forgets a rotation with a changed clock, so that no request makes keys for ever', async () => {
		const { editor, administration } = await edit();
		await editor.rotateKeys();
		await editor.putPolicy({ ...administration.start.policy, allowPlain: true }, editor.settings.policy);
		expect(editor.settings.policy.keysNotBefore).toBe(at);
		await editor.putPolicy({ ...administration.start.policy, clockOffset: -60 }, editor.settings.policy);
		expect(editor.settings.policy.keysNotBefore).toBeUndefined();
	});

	it('starts over', async () => {
		const { editor, administration } = await edit();
		const before = editor.generation;
		await editor.replace({ ...administration.start, users: [] });
		expect(editor.settings.users).toEqual([]);
		await editor.reset();
		expect(editor.settings).toEqual(administration.start);
		expect(editor.kept).toBe('start');
		expect(editor.generation).toBeGreaterThan(before);
	});

	it('starts over with the start of a later build, too', async () => {
		const { editor, store } = await edit();
		await editor.reset();
		const later = openRealmAdministration({
			origin,
			base: '/x',
			store: () => Promise.resolve(store),
			now
		});
		expect(await later.read()).toEqual({ settings: later.start, kept: 'start' });
	});
});

describe('what cannot be read', () => {
	/** As an earlier build kept it, which took a name that this one refuses. */
	const early = { ...defaultRealmSettings({ origin, base: '' }), users: [{ sub: 'user-mine', name: '' }] };

	async function edit() {
		const { administration, store } = open();
		await store.put(...settingsEntry, early);
		const editor = new RealmEditor(administration);
		await editor.restore();
		return { administration, editor, unreadable: () => store.get(...settingsEntry) };
	}

	it('is not overwritten by a change, which says why', async () => {
		const { administration, editor, unreadable } = await edit();
		const [user] = administration.start.users;
		const { policy } = administration.start;
		const failure = { reason: 'unreadable', where: '' };
		expect(await editor.put('users', { ...user!, name: 'New' }, user)).toEqual(failure);
		expect(await editor.remove('users', user!)).toEqual(failure);
		expect(await editor.putPolicy({ ...policy, allowPlain: true }, policy)).toEqual(failure);
		expect(await editor.rotateKeys()).toEqual(failure);
		expect(await unreadable()).toEqual(early);
		expect(editor.kept).toBe('unreadable');
	});

	it('goes out as it is, and is refused with the place at fault when it comes back', async () => {
		const { administration, editor } = await edit();
		expect(editor.toExport).toEqual(early);
		expect(parseRealmFile(formatRealmFile(editor.toExport))).toMatchObject({
			failure: { reason: 'not-a-realm', where: expect.stringMatching(/^settings\.users\.0\./) }
		});
		await editor.reset();
		expect(editor.toExport).toEqual(administration.start);
	});

	it('gives way to an import', async () => {
		const { administration, editor } = await edit();
		expect(await editor.replace(withPlain(administration))).toBeUndefined();
		expect(await administration.read()).toEqual({ settings: withPlain(administration), kept: 'changed' });
		expect(await editor.rotateKeys()).toBeUndefined();
	});

	it('gives way to a reset', async () => {
		const { administration, editor } = await edit();
		expect(await editor.reset()).toBeUndefined();
		expect(await administration.read()).toEqual({ settings: administration.start, kept: 'start' });
	});

	it('is seen when another build wrote it meanwhile, and then not reset unseen', async () => {
		const { administration, store } = open();
		const editor = new RealmEditor(administration);
		await editor.restore();
		await store.put(...settingsEntry, early);
		expect(await editor.reset()).toMatchObject({ reason: 'changed' });
		expect(editor.kept).toBe('unreadable');
		expect(await editor.reset()).toBeUndefined();
		await store.put(...settingsEntry, early);
		expect(await editor.rotateKeys()).toMatchObject({ reason: 'unreadable' });
		expect(editor.kept).toBe('unreadable');
	});
});

describe('two tabs that edit', () => {
	async function two() {
		const { administration } = open();
		const [one, other] = [new RealmEditor(administration), new RealmEditor(administration)];
		await Promise.all([one.restore(), other.restore()]);
		const kept = async () => (await administration.read()).settings;
		return { one, other, kept };
	}
	const renamed = <T extends object>(item: T, name: string): T => ({ ...item, name });

	it('both keep what they changed, when it is not the same', async () => {
		const { one, other, kept } = await two();
		const [erin, omar] = one.settings.users;
		const before = one.settings.policy;
		const failures = await Promise.all([
			one.put('users', renamed(erin!, 'Erin Elsewhere'), erin),
			other.put('users', renamed(omar!, 'Omar Elsewhere'), omar),
			one.putPolicy({ ...before, allowPlain: true }, before),
			other.rotateKeys(),
			other.put('apis', { ...other.settings.apis[0]!, identifier: 'https://new.example' })
		]);
		expect(failures).toEqual([undefined, undefined, undefined, undefined, undefined]);
		const { users, policy, apis } = await kept();
		expect(users.map(({ name }) => name)).toEqual(['Erin Elsewhere', 'Omar Elsewhere', 'Mona Manager']);
		expect(policy).toMatchObject({ allowPlain: true, keysNotBefore: at });
		expect(apis).toHaveLength(2);
	});

	it.each(['an item', 'a removal'])('the later is told when both changed the same: %s', async (what) => {
		const { one, other, kept } = await two();
		const [erin] = one.settings.users;
		await other.put('users', renamed(erin!, 'By the other'), erin);
		const failure =
			what === 'an item'
				? await one.put('users', renamed(erin!, 'By this one'), erin)
				: await one.remove('users', erin!);
		expect(failure).toEqual({ reason: 'changed', where: '' });
		expect((await kept()).users[0]!.name).toBe('By the other');
		expect(one.settings.users[0]!.name).toBe('By the other');
		await one.put('users', renamed(erin!, 'By this one'), one.settings.users[0]);
		expect((await kept()).users[0]!.name).toBe('By this one');
	});

	it('the later is told about the policy, an import and a reset', async () => {
		const { one, other, kept } = await two();
		const before = one.settings.policy;
		await other.putPolicy({ ...before, allowPlain: true }, before);
		const changed = { reason: 'changed', where: '' };
		expect(await one.putPolicy({ ...before, requireState: true }, before)).toEqual(changed);
		await other.put('users', renamed(other.settings.users[0]!, 'New'), other.settings.users[0]);
		expect(await one.replace(one.administration.start)).toEqual(changed);
		await other.remove('users', other.settings.users[0]!);
		expect(await one.reset()).toEqual(changed);
		expect((await kept()).users).toHaveLength(2);
		expect(await one.reset()).toBeUndefined();
		expect((await kept()).users).toHaveLength(3);
	});

	it('a reset leaves alone what another wrote right after it', async () => {
		const memory = createMemoryStore(now);
		const moment: { next?: () => Promise<unknown> } = {};
		const update: Store['update'] = async (...entry) => {
			const { next } = moment;
			delete moment.next;
			await memory.update(...entry);
			await next?.();
		};
		const store = { ...memory, update };
		const administration = openRealmAdministration({
			origin,
			base: '',
			store: () => Promise.resolve(store),
			now
		});
		const [one, other] = [new RealmEditor(administration), new RealmEditor(administration)];
		await Promise.all([one.restore(), other.restore()]);
		const [erin] = administration.start.users;
		moment.next = () => other.put('users', renamed(erin!, 'By the other'), erin);
		expect(await one.reset()).toBeUndefined();
		expect((await administration.read()).settings.users[0]!.name).toBe('By the other');
	});

	it('what one deleted and the other was changing is added again', async () => {
		const { one, other, kept } = await two();
		const [erin] = one.settings.users;
		await other.remove('users', erin!);
		expect(await one.put('users', renamed(erin!, 'Erin Again'), erin)).toBeUndefined();
		expect((await kept()).users.map(({ name }) => name)).toEqual([
			'Omar Sample',
			'Mona Manager',
			'Erin Again'
		]);
		await other.refresh();
		expect(other.settings).toEqual(one.settings);
	});

	it('what both deleted is deleted', async () => {
		const { one, other } = await two();
		const [erin] = one.settings.users;
		await other.remove('users', erin!);
		expect(await one.remove('users', erin!)).toBeUndefined();
		expect(one.settings.users).toHaveLength(2);
	});
});
