import type { RefusedEnd, UnrefusedEnd } from '$lib/lexicon/attempt-ends';

/** The words of the list of sign-ins that a tab has started. */
export const attemptTexts = {
	title: 'Attempts of this walk',
	all: (count: number): string =>
		`${count === 2 ? 'Both attempts' : `All ${count} attempts`}, and what differs between them`,
	why: 'Each sign-in is an attempt with a state and a code verifier of its own. A code belongs to the attempt that it was made for: open that one to go on with it.',
	whyRecorded:
		'Each sign-in that the recording shows is an attempt with what belongs to it. Every step shows the one that is open.',
	current: 'shown now',
	state: 'state',
	withoutState: 'no state',
	/** The place of an attempt in the order in which they began. */
	place: (place: number, of: number): string => `Attempt ${place} of ${of}`,
	/** Before the list of all of them. */
	open: 'Go on with',
	/** The same, where all of them are recorded. */
	show: 'Show',
	/** A button, in the row of an attempt. */
	openOne: 'Open',
	openThis: (place: number): string => `Open attempt ${place}`,
	recorded: 'recorded elsewhere',
	/** Of a sign-in in a hidden frame, or one that may ask nothing. */
	silent: 'silent, without a person',
	client: (name: string): string => `client ${name}`
} as const;

/** The attempt that is shown beside another one. What differs is said in `compare/`. */
export const compareTexts = {
	title: 'What differs between two attempts',
	with: 'Compare the attempt shown now with',
	sides: (one: number, other: number): string =>
		`First: attempt ${one}. Second: attempt ${other}, which is shown now.`,
	withOther: 'Compare it with a file'
} as const;

/** Outcomes of the same kind before the one that is shown. */
export const earlierTexts = {
	title: (count: number): string => `Earlier answers to this kind of request (${count})`,
	one: (at: string): string => `The answer at ${at}`
} as const;

/** A request that the server answered with a page of its own. */
export const refusalTexts = {
	title: 'The server refused this request on a page of its own',
	why: 'It sends no answer to a redirect URI or a client that it does not know. What it decided is below.',
	/** Of two lists. */
	failed: 'What it was refused for',
	all: (count: number): string => `Everything that the server looked at (${count})`,
	again: 'Look at the request and send it again',
	change: 'Change the configuration',
	/** Of a request that was edited, while nobody tells why nothing comes back. */
	silent: {
		title: 'No answer has come back so far',
		why: 'This request was edited before it went out. A server that does not know the redirect URI or the client may send no answer to it (RFC 6749 §4.1.2.1): it says why on a page of its own.'
	},
	elsewhere: 'Did the sign-in end on an error page of the provider?',
	paste: 'Paste its words to learn what they mean'
} as const;

/** A popup that the page can no longer see: closed, or severed by a policy of the page in it. */
export const popupGone = {
	title: 'The popup was closed, or has cut its tie to this page',
	closed: 'If you closed it, open it again or sign in another way: the buttons above.',
	open: 'If it is still open, finish there: this tab takes the answer over by itself. Where it does not,',
	paste: 'paste the callback URL'
} as const;

/** How the browser got to the sign-in. */
export const wayTexts: Record<'tab' | 'popup' | 'new-tab' | 'copy' | 'frame' | 'autopilot', string> = {
	tab: 'in this tab',
	popup: 'in a popup',
	'new-tab': 'in a new tab',
	copy: 'URL copied',
	frame: 'in a hidden frame',
	autopilot: 'by itself'
};

export const attemptEndTexts: Record<UnrefusedEnd | RefusedEnd, string> = {
	prepared: 'not sent yet',
	waiting: 'waiting for the callback',
	replaced: 'no answer, and a newer attempt took its place',
	unanswered: 'no answer in the recording',
	'turned-away': 'refused by the server on a page of its own',
	unusable: 'an answer, and no code that can be read in it',
	code: 'a code, not exchanged yet',
	'code-only': 'a code, and no token request in the recording',
	hidden: 'a code, sent without an answer that this page could read',
	tokens: 'tokens',
	answered: 'a code, sent, and what was answered is not in the recording',
	unfinished: 'a page of the server, and no answer in the recording',
	renewed: 'tokens for a refresh token',
	registered: 'a client was registered, and nothing more is in the recording',
	called: 'calls of an API alone',
	error: 'the error',
	refused: 'the code was refused:',
	lost: 'the code was sent, and the application got no answer:',
	'not-pushed': 'the pushed request was refused:',
	application: 'a code, and the application answered the callback with:',
	page: 'the server said on a page of its own:',
	'login-refused': 'it ended at the login form:',
	'registration-refused': 'the registration of the client was refused:',
	'renewal-refused': 'the refresh token was refused:',
	'call-refused': 'the API refused the call:'
};
