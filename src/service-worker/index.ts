import quickJsUrl from '@jitl/quickjs-wasmfile-release-sync/wasm?url';
import { base, build, files, prerendered, version } from '$service-worker';
import { createIdbStore } from '$lib/embedded/idb-store';
import { createRuleRunner } from '$lib/embedded/rule-runner';
import { createEmbeddedServers } from '$lib/embedded/servers';
import { createShell } from './shell';

declare const self: ServiceWorkerGlobalScope;

const now = (): number => Date.now();
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
const { origin } = self.location;

const shell = createShell(
	{ base, build, files, prerendered, version },
	{ origin, caches, now, random, fetch: (input, options) => fetch(input, options) }
);

/** As any file of the site: from the cache, if it is there. */
async function loadWasm(): Promise<ArrayBuffer> {
	const request = new Request(quickJsUrl);
	const response = await (shell.answer(request) ?? fetch(request));
	if (!response.ok) throw new Error(`QuickJS could not be loaded: ${response.status}`);
	return response.arrayBuffer();
}

const answerFromServers = createEmbeddedServers({
	origin,
	base,
	home: `${origin}${base}/`,
	explained: `${origin}${base}/flow/authorize/`,
	store: createIdbStore(`pkce-playground ${base}/`, now),
	now,
	cookies: 'store',
	rules: createRuleRunner({ loadWasm, now }),
	random
});

self.addEventListener('install', () => {
	void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
	event.waitUntil(Promise.all([shell.dropOldCaches(), self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
	const answer =
		answerFromServers(event.request) ?? shell.answer(event.request, (work) => event.waitUntil(work));
	if (answer) event.respondWith(answer);
});

/** `claim`: a page that was reloaded past the worker wants it back. `keep`: fetch the whole site for offline use. */
self.addEventListener('message', (event) => {
	if (event.data === 'claim') event.waitUntil(self.clients.claim());
	if (event.data === 'keep') {
		event.waitUntil(shell.keepEverything().then((whole) => event.ports[0]?.postMessage(whole)));
	}
});
