/** The configurations that were used before. */
export const savedTexts = {
	title: (count: number): string => `Used before (${count})`,
	use: 'Use',
	shown: 'In the form',
	forget: 'Forget',
	/** What a screen reader says of a button: its visible words come first (WCAG 2.5.3). */
	named: (word: string, host: string, clientId: string): string => `${word} ${host}, ${clientId}`
} as const;
