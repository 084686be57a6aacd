import { createMemoryStore } from '$lib/authorization-server/memory-store';
import type { Store } from '$lib/authorization-server/realm';
import { createIdbStore } from '$lib/embedded/idb-store';
import { createEmbeddedServers } from '$lib/embedded/servers';

const now = (): number => Date.now();

/** The database that the worker would use; memory where the browser refuses one, for as long as the page lives. */
async function openStore(base: string): Promise<Store> {
	const store = createIdbStore(`pkce-playground ${base}/`, now);
	return store.list('realm').then(
		() => store,
		() => createMemoryStore(now)
	);
}

/**
 * Both servers in the page itself, for browsers that have no service worker. Loaded only then. Undefined: the
 * request is for neither of them.
 */
export async function openInPageServers(
	base: string
): Promise<(request: Request) => Promise<Response> | undefined> {
	return createEmbeddedServers({
		origin: location.origin,
		base,
		store: await openStore(base),
		now,
		cookies: 'store',
		random: (count) => crypto.getRandomValues(new Uint8Array(count))
	});
}
