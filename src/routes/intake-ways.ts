import { goto } from '$app/navigation';
import { base } from '$app/paths';
import { now } from '$lib/browser/clock';
import { startConfiguration } from '$lib/browser/storage/start-configuration';
import { loadPart } from '$lib/lexicon/part';
import type { IntakeWays } from '$lib/state/intake.svelte';

/** Where what was brought can go, from pages that have no walk of their own. */
export const intakeWays: IntakeWays = {
	start: () => startConfiguration(location.origin, base),
	async configure(configuration, typed) {
		const { fillWalk } = await loadPart(() => import('$lib/browser/storage/fill-walk'));
		await fillWalk(base, configuration, undefined, typed);
		await goto(`${base}/flow/configure/`);
	},
	now,
	visit: (path) => void goto(`${base}${path}`),
	async world() {
		const [{ openWorld }, { fetchWithEmbedded }] = await Promise.all([
			loadPart(() => import('$lib/browser/network/open-world')),
			loadPart(() => import('$lib/browser/embedded/embedded'))
		]);
		const { issuer } = startConfiguration(location.origin, base);
		return openWorld(issuer, fetchWithEmbedded(base));
	}
};
