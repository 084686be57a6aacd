import { createContext } from 'svelte';
import type { Trial } from '$lib/embedded/try-rules';
import type { RulesOutcome } from '$lib/sandbox/rule';
import type { RealmEditor } from './realm.svelte';
import type { Unsaved } from './unsaved.svelte';

/** What the views of the provider get from their page, set once. */
export interface Provider {
	editor: RealmEditor;
	/** The redirect URI of the walk. */
	callback: string;
	/** A word that nobody has used, of letters and digits; `length` of them. */
	randomWord: (length: number) => string;
	tryRules: (trial: Trial) => Promise<RulesOutcome>;
	save: (name: string, text: string) => void;
	/**
	 * Fills the form of the walk for an application and an API, and goes there. By their places in the settings: what is
	 * saved on the way may have another name then. There is no API at -1.
	 */
	openInWalk: (places: { application: number; api: number }) => void;
	unsaved: Unsaved;
	/** The address of the walk. */
	walk: string;
	href: (place: Place) => string;
	/** `instead`: the place that is left is no longer one to come back to. */
	visit: (place: Place, instead?: boolean) => void;
}

/** Where one is on the provider's pages: nowhere in particular, in a section, at a record of it, or at a new one. */
export interface Place {
	section?: string;
	/** By what tells it from the others of its section. */
	record?: string;
	/** What the new one starts from; empty: from nothing. */
	fresh?: string;
}

export const [getProvider, setProvider] = createContext<Provider>();
