/** One message in the list of everything that has crossed the network. */
export const wireEntryTexts = {
	authorizationResponse: 'Authorization response',
	pasted: 'pasted',
	/** Of a recorded message without a status. */
	noAnswer: 'no answer recorded',
	edited: 'edited'
} as const;
