/** What one can do with a whole walk. */
export const walkMenuTexts = {
	open: 'This walk…',
	title: 'This walk',
	close: 'Close'
} as const;
