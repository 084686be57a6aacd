/** What stands beside values: of parameters, of members of a document, of a text in full. */
export const valueTexts = {
	none: 'None.',
	without: 'Without it',
	emptyBody: 'The body is empty.',
	body: 'Body',
	showAll: (characters: number): string => `Show all ${characters.toLocaleString('en')} characters`
} as const;

export const milliseconds = (ms: number): string => `${ms} ms`;
