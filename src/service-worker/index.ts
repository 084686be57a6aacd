import { base } from '$service-worker';
import { createEmbeddedServers } from '$lib/embedded/servers';
import { createIdbStore } from '$lib/embedded/idb-store';
import { answerFromShell, dropOldCaches, keepEverything } from './shell';

declare const self: ServiceWorkerGlobalScope;

const now = (): number => Date.now();
const answerFromServers = createEmbeddedServers({
	origin: self.location.origin,
	base,
	store: createIdbStore(`pkce-playground ${base}/`, now),
	now,
	cookies: 'store',
	random: (count) => crypto.getRandomValues(new Uint8Array(count))
});

self.addEventListener('install', () => {
	void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
	event.waitUntil(Promise.all([dropOldCaches(), self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
	const answer = answerFromServers(event.request) ?? answerFromShell(event.request);
	if (answer) event.respondWith(answer);
});

/** `claim`: a page that was reloaded past the worker wants it back. `keep`: fetch the whole site for offline use. */
self.addEventListener('message', (event) => {
	if (event.data === 'claim') event.waitUntil(self.clients.claim());
	if (event.data === 'keep') {
		event.waitUntil(keepEverything().then((whole) => event.ports[0]?.postMessage(whole)));
	}
});
