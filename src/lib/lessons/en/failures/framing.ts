/** What a page says that is shown inside a page which it does not trust, and does not act there. */
export const framingTexts = {
	title: 'This page does not act inside another page',
	danger:
		'A page around this one could lay something over it and have you press what you do not see. So it has no buttons here, sends nothing and shows nothing of your walk.',
	why: {
		stranger: 'The page around it comes from another site, which whoever built this one did not allow:',
		unknown: 'This browser, or the page around it, does not say which site that page comes from.',
		sandbox: 'The frame that it is in has taken away its origin, so that it can keep and check nothing.',
		never:
			'A frame cannot be sent to the sign-in of the built-in provider. Only a walk inside the same frame opens it.'
	},
	open: 'Open it in a tab of its own',
	tab: 'There it works as usual. Where the frame opens no tab, go to this address:',
	builder:
		'Is the page around it yours? Build this site with EMBED_HOSTS set to the origin of that page, and leave a sandbox its allow-same-origin.'
} as const;

/** What is said where the built-in provider, inside a frame, sends the browser to another site. */
export const signInLeavesTexts = {
	title: 'The provider sends you to another site',
	why: 'Its answer goes to the address below. This page is inside another one and does not go there by itself: open it in a tab, or go back and change the redirect URI.',
	posted:
		'Its answer is a form for the address below. This page is inside another one and does not send it there. Go back and change the redirect URI, or open the walk in a tab of its own.',
	back: 'Back to the walk'
} as const;
