/** What a page says that is shown inside a page which it does not trust, and does not act there. */
export const framingTexts = {
	title: 'This page does not act inside another page',
	danger:
		'A page around this one could lay something over it and have you press what you do not see. So it has no buttons here, sends nothing and shows nothing of your walk.',
	why: {
		stranger: 'The page around it comes from another site, which whoever built this one did not allow:',
		unknown: 'This browser, or the page around it, does not say which site that page comes from.',
		sandbox: 'The frame that it is in has taken away its origin, so that it can keep and check nothing.',
		never: 'The sign-in of the built-in provider is never shown inside another page.'
	},
	open: 'Open it in a tab of its own',
	tab: 'There it works as usual. Where the frame opens no tab, go to this address:',
	builder:
		'Is the page around it yours? Build this site with EMBED_HOSTS set to the origin of that page, and leave a sandbox its allow-same-origin.'
} as const;
