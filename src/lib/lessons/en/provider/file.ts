/** The settings as one file: out, in, and back to the start. */
export const fileTexts = {
	export: 'Export the settings',
	exportKept: 'Export what is kept, as it is',
	import: 'Import settings: they replace all that is here',
	imported: 'Taken in: these are the settings now.',
	reset: 'Reset to the start',
	resetAll: 'Reset all settings',
	wasReset: 'Reset: these are the settings of the start.',
	terminal: 'The same file works in a terminal:'
} as const;
