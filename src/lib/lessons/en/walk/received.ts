/** The page that the provider sends the browser back to, for the moment until the answer is in its walk. */
export const receivedTexts = {
	head: 'Callback',
	description: 'Takes the answer of an authorization server into the walk that asked for it.',
	title: 'The answer of the authorization server',
	looking: 'Looking for the attempt that it belongs to…',
	noScript: {
		title: 'This page needs JavaScript to take the answer in',
		why: 'Turn it on and sign in again: nothing was done with the code.'
	},
	handedOver: {
		title: 'The tab that started this sign-in has the answer',
		why: 'You can close this one and go on there.'
	},
	nobody:
		'Nothing was done with it. You can still read it in a walk of this tab: copy the URL and paste it there.',
	copy: 'Copy the callback URL',
	paste: 'Paste it in the callback step',
	start: 'Start a walk'
} as const;
