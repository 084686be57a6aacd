/** What stands beside values: of parameters, of members of a document, of a text in full. */
export const valueTexts = {
	none: 'None.',
	without: 'Without it',
	emptyBody: 'The body is empty.',
	body: 'Body',
	/** Of a list: the next, and how many there are beside those that are shown. */
	showMore: (count: number, left: number): string =>
		count === left
			? `Show the last ${left.toLocaleString('en')}`
			: `Show ${count.toLocaleString('en')} more of ${left.toLocaleString('en')}`,
	/** Of a long value. */
	showOn: (characters: number): string => `Show up to ${characters.toLocaleString('en')} characters more`,
	showAll: (characters: number): string => `Show all ${characters.toLocaleString('en')} characters`
} as const;

export const milliseconds = (ms: number): string => `${ms} ms`;
