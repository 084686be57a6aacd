/** The page for an address that is not there, and for a page that failed. */
export const errorPageTexts = {
	unknown: {
		head: 'No such page',
		title: 'There is no page at this address',
		why: 'The address may have a typing error, or it comes from another version of this site.'
	},
	failed: {
		head: 'This page failed',
		title: 'This page failed',
		why: 'A part of it did not arrive or did not work. Your walk is still here, as far as this browser lets the site keep it.',
		again: 'Load this page again'
	},
	walk: 'The walk, from its first step',
	provider: 'The settings of the built-in provider',
	diagnose: 'What an error means'
} as const;
