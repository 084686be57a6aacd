/** What is said where a part of the page should be and is not. */
export const partTexts = {
	waiting: 'Loading this part…',
	title: 'A part of this page did not arrive',
	why: 'The connection failed, or the site has been replaced by a newer one.',
	again: 'Try again',
	trying: 'Trying…',
	failedAgain:
		'It did not arrive this time either. Some browsers ask only once: then load the page again. Your walk comes back, as far as this browser lets the site keep it; a client secret or a signing key has to be entered again.',
	reload: 'Reload the page',
	arrived: 'The missing part is here.',
	/** On a link to a standard. */
	withoutTitle: 'The title of this section did not arrive'
};

/** The same for what a click, or the page by itself, was to do. */
export const lostPartTexts = {
	why: 'What was just to be done may have come to nothing: do it again. If it fails again, load the page again. Your walk comes back, as far as this browser lets the site keep it; a client secret or a signing key has to be entered again.',
	close: 'Close'
};

/** What is kept of a walk and could not be read. */
export const unreadTexts = {
	title: 'Not everything of this walk could be read',
	why: (unread: number, all: number): string =>
		`${unread} of ${all} things that happened in this walk are kept in this tab, but were not read. Most often a part of this site did not arrive.`,
	onward:
		'Until they are read, nothing is sent from here: a code could be sent twice. They are not lost, and are read in their place as soon as that works.',
	without: 'Go on without them',
	aside: 'It was put aside in this tab, as it was.',
	download: 'Download what is kept',
	withSecrets: 'It holds secrets, which whoever has the file can use: download it',
	keep: 'Do not'
};
