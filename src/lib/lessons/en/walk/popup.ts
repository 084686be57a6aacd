/** The page on which a popup starts, before it goes to the provider. */
export const popupTexts = {
	head: 'Sign in in a popup',
	description: 'Starts a sign-in in a window that has no tie to the page that opened it.',
	title: 'Sign in',
	waiting: 'Asking the page that opened this window where to go…',
	why: 'This window starts here to cut its tie to that page. The provider cannot change it or send it anywhere.',
	going: 'Going to',
	nobody: {
		title: 'No page of this site waits for this window',
		why: 'The page that opened it is gone, or a policy of its host has cut the tie between the two.',
		fix: 'Close this window. Sign in in the tab itself, or in a new tab.'
	}
} as const;
