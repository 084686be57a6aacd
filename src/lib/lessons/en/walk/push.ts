/** The pushed authorization request, before the browser leaves. */
export const pushTexts = {
	title: 'First the request itself goes to the server',
	why: 'It answers with a reference, which is all that the browser then carries. The reference works once.',
	push: 'Push the request',
	again: 'Push the request again',
	answer: 'The answer to the pushed request'
} as const;
