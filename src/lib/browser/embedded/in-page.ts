import { createRuleRunner } from '$lib/embedded/rule-runner';
import { createEmbeddedServers } from '$lib/embedded/servers';
import { openEmbeddedStore } from './embedded-store';
import { loadQuickJs } from './quick-js';

/**
 * Both servers in the page itself, for browsers that have no service worker. Loaded only then. Undefined: the
 * request is for neither of them.
 */
export async function openInPageServers(
	base: string
): Promise<(request: Request) => Promise<Response> | undefined> {
	const now = (): number => Date.now();
	return createEmbeddedServers({
		origin: location.origin,
		base,
		store: await openEmbeddedStore(base),
		now,
		cookies: 'store',
		random: (count) => crypto.getRandomValues(new Uint8Array(count)),
		rules: createRuleRunner({ loadWasm: loadQuickJs, now })
	});
}
