/** What is said of a request that the person edited, beside its answer. */
export const editedTexts = {
	title: 'You edited this request before it was sent',
	authorization: 'You edited the authorization request that this is the answer to',
	changed: 'Changed:'
} as const;
