import { createMemoryStore } from '$lib/authorization-server/memory-store';
import type { Store } from '$lib/authorization-server/realm';
import { createIdbStore } from '$lib/embedded/idb-store';

const now = (): number => Date.now();
const opened = new Map<string, Promise<Store>>();

async function open(place: string): Promise<Store> {
	const store = createIdbStore(`pkce-playground ${place}/`, now);
	return store.list('realm').then(
		() => store,
		() => createMemoryStore(now)
	);
}

/**
 * The embedded servers' store, once per page: the database that the worker uses, or in a frame that of the frame
 * (`storage/place.ts`); memory where the browser refuses
 * one, for as long as the page lives.
 */
export function openEmbeddedStore(place: string): Promise<Store> {
	const store = opened.get(place) ?? open(place);
	opened.set(place, store);
	return store;
}

/** A store of its own that is gone with the page. */
export const openForgetfulStore = (): Store => createMemoryStore(now);
