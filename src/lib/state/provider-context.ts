import { createContext } from 'svelte';
import type { Application, Rule, User } from '$lib/authorization-server/settings';
import type { RulesOutcome } from '$lib/sandbox/rule';
import type { RealmEditor } from './realm.svelte';

/** A login that nobody makes, to try rules on. */
export interface Trial {
	rules: Rule[];
	user: User;
	application: Application;
	scope: string[];
	audience?: string;
}

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
