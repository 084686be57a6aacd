/** The form for what a public client in the plain flow does without. */
export const clientOptionTexts = {
	fold: 'Client authentication and extensions',
	defaultMode: 'The server’s default',
	resourceHint: 'The API as the standard parameter of RFC 8707, at servers that use it instead of audience.',
	warning: {
		title: 'A browser cannot keep a client secret',
		why: 'Whoever uses this page can read it. Use it with a test application only, and never ship a page that does this: a page is a public client.'
	}
} as const;
