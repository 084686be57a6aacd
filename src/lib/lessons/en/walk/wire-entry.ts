/** One message in the list of everything that has crossed the network. */
export const wireEntryTexts = {
	authorizationResponse: 'Authorization response',
	pasted: 'pasted',
	edited: 'edited'
} as const;
