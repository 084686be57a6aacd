/** The walk that goes by itself. */
export const autopilotTexts = {
	/** The menu of the ways below, where the screen is narrow. */
	run: 'Run by itself',
	toEnd: 'Run to the end',
	toHere: 'Run to here',
	again: 'Run again from here',
	stop: 'Stop',
	going: 'Walking by itself.',
	/** Where it ended, and why. What is done needs no word: it is on the page. */
	ends: {
		done: (): string => '',
		stopped: (title: string): string => `Stopped at “${title}”. You go on from here.`,
		failed: (title: string): string => `“${title}” failed. What it means is on this page.`,
		refused: (): string => 'The server refused the request on a page of its own. Why is on this page.',
		'sign-in': (): string => 'The sign-in is yours. Go and sign in, then run on from there.',
		'not-fetched': (): string =>
			'Nothing was sent: since this page was loaded, it has not fetched the metadata of this server. Go on by hand, or fetch it again in the first step.',
		broken: (title: string): string =>
			`At “${title}” this page itself failed, and the run ended. What happened before is kept: you can go on from here.`,
		'no-message': (title: string): string => `“${title}” needs something that only you can fill in.`
	}
} as const;

/** The menu of what the keyboard does. */
export const keyTexts = {
	title: 'Keys',
	face: '?',
	/** As ARIA writes it. */
	shortcut: 'Control+Enter Meta+Enter'
} as const;
