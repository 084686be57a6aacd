/** What the keyboard does. */
export const keyListTexts = {
	keys: [
		{ keys: ['Ctrl', 'Enter'], or: ['⌘', 'Enter'], does: 'Press the filled button of this step' },
		{ keys: ['Tab'], does: 'Go to the next control' },
		{ keys: ['Esc'], does: 'Close a menu' }
	],
	or: 'or'
} as const;
