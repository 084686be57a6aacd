import type { RulesOutcome } from '$lib/sandbox/rule';
import { openRealmAdministration, type RealmAdministration } from '$lib/embedded/realm-administration';
import type { Trial } from '$lib/embedded/try-rules';
import { openEmbeddedStore } from './embedded-store';
import { loadQuickJs } from './quick-js';
import { loadPart } from '$lib/lexicon/part';

const now = (): number => Date.now();

/** The realm of the servers at `{origin}{base}`, over the store that they read in this page's `place`. */
export const openRealm = (origin: string, base: string, place: string): RealmAdministration =>
	openRealmAdministration({
		origin,
		base,
		store: () => openEmbeddedStore(place),
		now
	});

/** Runs rules on a made-up login in this page. The sandbox is loaded for it. */
export async function tryInPage(trial: Trial): Promise<RulesOutcome> {
	const { tryRules } = await loadPart(() => import('$lib/embedded/try-rules'));
	return tryRules(trial, { loadWasm: loadQuickJs, now });
}
