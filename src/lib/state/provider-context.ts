import { createContext } from 'svelte';
import type { Application } from '$lib/authorization-server/settings';
import type { Trial } from '$lib/embedded/try-rules';
import type { RulesOutcome } from '$lib/sandbox/rule';
import type { RealmEditor } from './realm.svelte';

/** What the views of the provider get from their page, set once. */
export interface Provider {
	editor: RealmEditor;
	/** The redirect URI of the walk. */
	callback: string;
	/** A word that nobody has used, of letters and digits; `length` of them. */
	randomWord: (length: number) => string;
	tryRules: (trial: Trial) => Promise<RulesOutcome>;
	save: (name: string, text: string) => void;
	/** Fills the form of the walk for this application, and goes there. */
	openInWalk: (application: Application) => void;
}

export const [getProvider, setProvider] = createContext<Provider>();
