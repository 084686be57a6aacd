import { createRuleRunner } from '$lib/embedded/rule-runner';
import { createEmbeddedServers } from '$lib/embedded/servers';
import { openEmbeddedStore, openForgetfulStore } from './embedded-store';
import { loadQuickJs } from './quick-js';

/** Undefined: the request is for neither of them. */
export type Servers = (request: Request) => Promise<Response> | undefined;

const now = (): number => Date.now();

const serversOver = (base: string, store: ReturnType<typeof openForgetfulStore>): Servers =>
	createEmbeddedServers({
		origin: location.origin,
		base,
		home: `${location.origin}${base}/`,
		explained: `${location.origin}${base}/flow/authorize/`,
		store,
		now,
		cookies: 'store',
		random: (count) => crypto.getRandomValues(new Uint8Array(count)),
		rules: createRuleRunner({ loadWasm: loadQuickJs, now })
	});

/** Both servers in the page itself, for browsers that have no service worker. Loaded only then. */
export const openInPageServers = async (base: string, place: string): Promise<Servers> =>
	serversOver(base, await openEmbeddedStore(place));

/** Both servers as they are at first, in memory alone: the realm of the site and its sessions know nothing of them. */
export const openForgetfulServers = (base: string): Servers => serversOver(base, openForgetfulStore());
