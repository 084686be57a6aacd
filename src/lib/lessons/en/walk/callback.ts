/** The step in which an answer comes back. */
export const callbackTexts = {
	nothing: {
		title: 'Nothing has come back yet',
		signIn: 'Go and sign in',
		orPaste:
			', or paste the callback URL if the sign-in ended in another browser, on another device or in a native app.'
	},
	paste: {
		title: 'Paste a callback URL',
		label: 'The whole address that the browser showed',
		/** What such an address looks like. */
		example: (redirectUri: string | undefined): string =>
			`${redirectUri ?? 'https://app.example/callback'}?code=…&state=…`,
		action: 'Read this callback'
	}
} as const;
