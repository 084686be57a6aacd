import { createContext } from 'svelte';

/** The words of the shapes themselves, in the language of the site. Set by the site. */
interface UiWords {
	copy: string;
	copied: string;
	copyRefused: string;
	/** Of notices: read by a screen reader before the title. */
	tones: Record<'info' | 'good' | 'warn' | 'bad', string>;
}

export const [getWords, setWords] = createContext<UiWords>();
