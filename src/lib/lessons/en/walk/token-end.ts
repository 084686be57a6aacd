/** What else a server does with tokens: it tells about one, revokes one, and ends the session. */
export const tokenEndTexts = {
	which: 'Which token',
	introspection: {
		title: 'Introspection: is a token still good?',
		why: 'An API that gets an opaque token asks the server about it. Many servers answer APIs only, and refuse a public client.',
		action: 'Ask about the token',
		answer: 'The introspection answer',
		before: 'Before and after',
		asked: (before: string, after: string): string =>
			`The same token, asked about at ${before} and at ${after}.`,
		same: 'Nothing differs between the two answers.',
		next: 'Revoke the token, then ask once more: the two answers are compared here.'
	},
	revocation: {
		title: 'Revocation: end a token early',
		why: 'The client says that it needs a token no more. A server that revokes a refresh token should end the access tokens of the same grant too, if it can; with an access token it may end the refresh token.',
		hint: 'token_type_hint tells the server where to look first, and no more: it has to look on when the hint is wrong. A token that it does not know is answered with 200 as well. Edit the message to see both.',
		action: 'Revoke the token',
		answer: 'The revocation answer',
		since: 'What the run shows of this token since it was revoked',
		nothing: 'It was not used since. Ask about it again above, refresh, or',
		call: 'call the API once more',
		beforeCall: (status: number): string => `Before, the API answered a call with it with ${status}.`,
		used: {
			api: 'a call of the API',
			userinfo: 'a call of UserInfo',
			refresh: 'a refresh',
			introspection: 'introspection'
		},
		accepted: (status: number): string => `answered with ${status}: it still passes`,
		refused: (status: number): string => `refused with ${status}`,
		unknown: 'no answer that could be read',
		active: 'says that it is active',
		inactive: 'says that it is not active',
		stillPasses:
			'The token is a JWT. An API that checks signature and times by itself asks nobody, and takes it until it expires: short lifetimes are what limits that.',
		opaquePasses:
			'The token is opaque, so somebody has to tell the API what it is good for. It has not been told of the end yet, or keeps what it was told for a while.'
	},
	signOut: {
		title: 'Sign-out: end the session at the provider',
		why: 'Without it, the next sign-in may go through without a question. The browser itself has to go there, so it opens in a new tab.',
		whyHere:
			'Without it, the next sign-in may go through without a question. The built-in provider runs inside this page, so its page opens here.',
		returnTo: 'Return address (optional)',
		returnToHint: 'Register it at the provider as a sign-out address. Empty: the person stays there.',
		action: 'Sign out, in a new tab',
		actionHere: 'Sign out, in this page',
		refused: 'The browser opened nothing: an edited address must begin with https or http.',
		opened:
			'The sign-out page was opened. It ends the session of the browser at the provider. Tokens that you hold stay as good as the server lets them be: revoke them above, or ask about one to see.',
		openedHere:
			'The sign-out page was opened in this page. Tokens that you hold stay as good as the server lets them be: revoke them above, or ask about one to see.',
		/** Of the address that was opened. */
		cameHere: 'Where it ended (filled in when it leads back to the walk)',
		came: 'Where the other tab ended (paste its address)',
		cameHint: 'Its address has to be the return address, with the state that was sent.',
		checks: 'What came back'
	}
} as const;
