/** The step in which tokens are read. */
export const tokensStepTexts = {
	doubtful: {
		title: 'A check of the token response failed: a real client stops here',
		why: 'You can go on all the same, to see what the tokens are good for.',
		what: 'What failed'
	},
	/** The tabs. */
	onBench: 'Open them on the bench for tokens',
	tabs: 'Tokens and keys',
	checks: 'Checks of the ID token',
	idToken: {
		title: 'ID token',
		purpose: 'It tells the client who signed in, and is for nobody else.'
	},
	withoutIdToken: {
		title: 'There is no ID token',
		why: 'It comes when the scope openid was requested from a server that speaks OpenID Connect.'
	},
	accessToken: {
		title: 'Access token',
		purpose:
			'It is for the API. A client must not rely on what is inside; it is taken apart here for learning.'
	},
	refreshToken: {
		title: 'Refresh token',
		purpose: 'It is for the token endpoint alone, and opaque to everybody else.'
	},
	keys: 'Key set',
	/** Of a recording. */
	keysNotRecorded: 'The keys of the server are not in the recording, so the signature is not verified here.'
} as const;
