import { createMemoryStore } from '$lib/authorization-server/memory-store';
import type { Store } from '$lib/authorization-server/realm';
import { createIdbStore } from '$lib/embedded/idb-store';

const now = (): number => Date.now();
const opened = new Map<string, Promise<Store>>();

async function open(base: string): Promise<Store> {
	const store = createIdbStore(`pkce-playground ${base}/`, now);
	return store.list('realm').then(
		() => store,
		() => createMemoryStore(now)
	);
}

/**
 * The embedded servers' store, once per page: the database that the worker uses; memory where the browser refuses
 * one, for as long as the page lives.
 */
export function openEmbeddedStore(base: string): Promise<Store> {
	const store = opened.get(base) ?? open(base);
	opened.set(base, store);
	return store;
}

/** A store of its own that is gone with the page. */
export const openForgetfulStore = (): Store => createMemoryStore(now);
