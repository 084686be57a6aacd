/** The words of the first form. */
export const formTexts = {
	title: 'The configuration',
	provider: 'Provider',
	start: 'Built in: works at once',
	known: 'A known one',
	own: 'Your own',
	builtIn: {
		why: 'A real authorization server runs inside this site, in your browser. It needs no account and no network.',
		change: 'Change what it does',
		what: ': its applications, APIs, users, policy and rules.'
	},
	fetch: 'Fetch the metadata',
	filled: 'Everything is filled in: look at it or change it',
	withoutIssuer: 'Name the issuer: then the request for its metadata stands here.',
	request: 'The request for the metadata',
	unpublished: 'Ask for metadata all the same'
} as const;
