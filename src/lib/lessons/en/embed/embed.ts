/** The site in its compact form, inside a page of documentation. */
export const embedTexts = {
	/** Names the line at the top for a screen reader. */
	head: 'PKCE Playground, in a frame',
	open: 'Open in a tab',
	/** For whoever looks at the compact form in a tab of its own. */
	leave: 'Show the whole site',
	back: 'Back to the walk',
	/** Names what is said of it, for a screen reader. */
	address: 'The address of this frame',
	ignored: {
		title: 'This frame’s address says what is not known here',
		why: 'It means nothing on this page, or another part of the address rules it out.',
		close: 'Close'
	},
	prepare: {
		title: (title: string): string => `“${title}” begins where other steps end`,
		why: 'The playground can do those steps for you. It signs in as Erin Example at the server that is built in, and sends nothing anywhere else.',
		act: 'Do the steps before it',
		busy: 'Doing the steps before it.'
	}
} as const;
