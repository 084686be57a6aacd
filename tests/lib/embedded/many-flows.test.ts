/** Nothing that is alive is pushed out by what comes after it, in memory and in IndexedDB. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { kinds, limitOf } from '$lib/authorization-server/kinds';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import type { Store } from '$lib/authorization-server/realm';
import { createIdbStore } from '$lib/embedded/idb-store';
import { createServer, form, type Server, type TokenBody } from '../../rfc/server';

type Now = () => number;
/** The double of a database is slow: it may hold a fifth of everything, and gets a fifth of the flows. */
const stores: [flows: number, where: string, share: number, open: (now: Now) => Store][] = [
	[1_500, 'in memory', 1, (now) => createMemoryStore(now)],
	[
		300,
		'in IndexedDB',
		5,
		(now) =>
			createIdbStore('many-flows', now, (kind) => ({
				...limitOf(kind),
				most: Math.ceil(limitOf(kind).most / 5)
			}))
	]
];

/** A server whose two halves share one store, as they do in a browser. */
async function serverIn(open: (now: Now) => Store): Promise<Server> {
	const server = createServer(({ apis, applications }) => {
		apis[0]!.signingAlgorithm = 'ES256';
		apis[0]!.tokenLifetime = 86_400;
		for (const application of applications) application.idTokenAlgorithm = 'ES256';
	});
	const store = open(() => server.clock.now);
	for (const [kid, key] of await server.realm.store.list('key')) await store.put('key', kid, key);
	server.realm.store = store;
	return server;
}

const isActive = async (server: Server, token?: string): Promise<boolean> => {
	const body = form({ client_id: 'playground-spa', token });
	return (await (await server.post('/introspect', body)).json()).active;
};

describe.each(stores)('after %i flows, %s', (flows, _where, share, open) => {
	test('every token that has not expired is good, and no kind has grown too large', async () => {
		const server = await serverIn(open);
		const all: TokenBody[] = [];
		for (let index = 0; index < flows; index += 1) {
			server.clock.now += 1_000;
			all.push(await server.tokens({ scope: 'openid offline_access read:timesheets', state: `${index}` }));
		}
		const dead: number[] = [];
		for (const [index, { access_token, refresh_token }] of all.entries()) {
			const good = (await isActive(server, access_token)) && (await isActive(server, refresh_token));
			if (!good) dead.push(index);
		}
		expect(dead).toEqual([]);
		for (const { access_token } of [...all.slice(0, 50), ...all.slice(-50)])
			expect((await server.callApi(access_token)).status).toBe(200);
		for (const { refresh_token } of all.slice(0, 50))
			expect((await server.refresh(refresh_token)).status).toBe(200);
		for (const [kind, { most }] of Object.entries(kinds))
			expect((await server.realm.store.list(kind)).length, kind).toBeLessThanOrEqual(most / share + 1);
	}, 120_000);
});
