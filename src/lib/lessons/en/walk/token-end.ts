/** What else a server does with tokens: it tells about one, revokes one, and ends the session. */
export const tokenEndTexts = {
	which: 'Which token',
	introspection: {
		title: 'Introspection: is a token still good?',
		why: 'An API that gets an opaque token asks the server about it. Many servers answer APIs only, and refuse a public client.',
		action: 'Ask about the token',
		answer: 'The introspection answer'
	},
	revocation: {
		title: 'Revocation: end a token early',
		why: 'The client says that it needs a token no more. With a refresh token the whole grant ends. An API that checks a JWT by itself accepts it until it expires.',
		action: 'Revoke the token',
		answer: 'The revocation answer',
		next: 'Now refresh, or call the API once more, and see who notices.'
	},
	signOut: {
		title: 'Sign-out: end the session at the provider',
		why: 'Without it, the next sign-in may go through without a question. The browser itself has to go there, so it opens in a new tab.',
		returnTo: 'Return address (optional)',
		returnToHint: 'Register it at the provider as a sign-out address. Empty: the person stays there.',
		action: 'Sign out, in a new tab',
		refused: 'The browser opened nothing: an edited address must begin with https or http.',
		opened: 'The sign-out page was opened. Tokens that you hold stay as good as the server lets them be.'
	}
} as const;
