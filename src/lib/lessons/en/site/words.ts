/** The words of the shapes that every page is made of. */
export const uiWords = {
	copy: 'Copy',
	copied: 'Copied',
	copyRefused: 'The browser refused: select the text and copy it by hand',
	/** Read by a screen reader before the title of a notice. */
	tones: { info: 'Note', good: 'Good', warn: 'Warning', bad: 'Problem' }
} as const;
