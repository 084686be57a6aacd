/** What is said where a part of the page should be and is not. */
export const partTexts = {
	waiting: 'Loading this part…',
	title: 'A part of this page did not arrive',
	why: 'The connection failed, or the site has been replaced by a newer one.',
	again: 'Try again',
	trying: 'Trying…',
	failedAgain:
		'It did not arrive this time either. Some browsers ask only once: then load the page again. Your walk is kept in this tab; a client secret or a signing key has to be entered again.',
	reload: 'Reload the page',
	arrived: 'The missing part is here.',
	/** On a link to a standard. */
	withoutTitle: 'The title of this section did not arrive'
};

/** The same for what a click was to do. */
export const lostPartTexts = {
	why: 'What you have just done may have come to nothing: do it again. If it fails again, load the page again. Your walk is kept in this tab; a client secret or a signing key has to be entered again.',
	close: 'Close'
};
