/** Endpoints in place of a document. */
export const typedTexts = {
	person: {
		title: 'Endpoints that you typed',
		why: 'No document was fetched or pasted, so nothing of one is checked. What the server can do beyond these addresses is not known.'
	},
	recording: {
		title: 'Endpoints that the recording shows',
		why: 'There is no metadata in the recording, so nothing of one is checked. These are the addresses that were used in it.'
	},
	checks: 'What the client checks of them',
	fold: 'The endpoints, explained',
	document: 'The metadata',
	documentFold: 'The server’s metadata, explained'
} as const;
