import { createContext } from 'svelte';

/** What a part of a page that does not arrive says, and what helps when asking again does not. Set by the site. */
interface PartHelp {
	texts: Record<
		'waiting' | 'title' | 'why' | 'again' | 'trying' | 'failedAgain' | 'reload' | 'arrived',
		string
	>;
	/** Loads the page again: some browsers ask only once for a file, as long as the page is open. */
	reload: () => void;
}

export const [getPartHelp, setPartHelp] = createContext<PartHelp>();
