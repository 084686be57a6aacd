/** The step of the token request. */
export const exchangeTexts = {
	doubtful: {
		title: 'A check of the callback failed: a real client stops here',
		why: 'You can send the code all the same, to see what the server says.',
		what: 'What failed'
	},
	send: 'Send the token request',
	again: 'Send the same code again',
	replayTitle: 'Send the code a second time',
	replay:
		'A code works once. Sending it again shows how the server answers a replay: it may revoke the tokens too.',
	answer: 'The token response'
} as const;
