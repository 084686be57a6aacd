/** What is said of a request that the person edited, beside its answer. */
export const editedTexts = {
	title: 'You edited this request before it was sent',
	changed: 'Changed:'
} as const;
