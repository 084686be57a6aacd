import type { DefenceId } from '$lib/lexicon/defences';
import type { MoveId } from '$lib/lexicon/steps';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const endTexts = {
	head: 'What happened',
	description: 'What crossed in this walk, how long it took, and what each defence would have stopped.',
	/** The title, by what the walk came to. */
	titles: {
		verified: (name: string): string => `${name} has signed in.`,
		recorded: (name: string): string => `This recording signed ${name} in.`,
		'taken-out': 'Tokens came. Who signed in was taken out of the file.',
		unverified: 'Tokens came. Who signed in has not been verified.',
		'not-believed': 'Tokens came, and the ID token must not be believed.',
		doubtful: 'Tokens came, though a check before them failed.',
		unnamed: 'Tokens came. They do not say who signed in.',
		refused: 'The code brought no tokens.',
		replayed: 'Tokens came. Then the code was sent once more, which brought none.',
		'turned-away': 'The server refused the sign-in on a page of its own.',
		code: 'A code came. It has not been exchanged.',
		unusable: 'An answer came without a code that can be read.',
		waiting: 'The sign-in has not come back.',
		nothing: 'Nobody has signed in yet.',
		'not-recorded': 'What came of this sign-in was not recorded.',
		error: (error: string): string => `The sign-in ended with the error “${error}”.`
	},
	done: (done: number, of: number): string => `${done} of ${of} steps done`,
	/** Of a recording, which may not show all of them. */
	shown: (done: number, of: number): string => `${done} of ${of} steps recorded without a fault`,
	passed: (count: number): string => `${plural(count, 'check', 'checks')} passed`,
	failed: (count: number): string => `${count} failed`,
	crossed: (count: number): string => `${plural(count, 'message', 'messages')} crossed, answers not counted.`,
	verifierShown: (times: number): string =>
		times === 0
			? 'In this attempt the verifier was in no message.'
			: times === 1
				? 'In this attempt the verifier left the browser once.'
				: `In this attempt the verifier left the browser ${times} times.`,
	missing: (title: string): string => `Missing: “${title}”`,
	failedAt: (title: string): string => `“${title}” failed`,
	missingWhy: 'What is below is true as far as the walk went.',
	/** Of a recording. */
	recordedWhy: 'What is below is what the recording shows.',
	noRefresh: 'No refresh token came, so there was nothing to refresh.',
	ledger: {
		title: 'What crossed, and how long it took',
		why: 'In order. The time that you spent reading is left out.',
		whyRecorded: 'In order, as recorded. The time between the messages is left out.',
		columns: {
			number: 'Number',
			message: 'Message',
			to: 'With',
			answer: 'Answer',
			drawn: 'Time, drawn',
			time: 'Time'
		},
		empty: 'Nothing has crossed yet.',
		edited: 'You changed it before it was sent.',
		pasted: 'Its answer was pasted: nobody measured it.',
		noAnswer: 'no answer',
		error: 'error',
		unmeasured: 'not measured',
		/** Of a way of the browser, which no answer ends. */
		came: 'came back',
		went: 'went'
	},
	defences: {
		title: 'What each defence would have stopped',
		columns: {
			state: 'In this walk',
			defence: 'Defence',
			attack: 'What it stops',
			at: 'Where',
			show: 'See it at work'
		},
		states: {
			passed: 'compared here, and all was well',
			stopped: 'stopped something here',
			'let-through': 'the server let it through',
			unseen: 'not seen to be compared here'
		},
		none: 'It takes a server that replays a token.'
	},
	again: 'Walk again',
	/** Of a recording. */
	first: 'Look at its first step',
	doors: {
		label: 'Where to go from here',
		breakIt: {
			title: 'Break it',
			what: 'Six mistakes. You send each as it is, and see who stops it.',
			act: 'Start with the wrong verifier'
		},
		own: {
			title: 'Your provider',
			what: 'The same nine steps against your own issuer. Type its address, the rest is read.',
			act: 'Enter an issuer'
		},
		report: {
			title: 'Report',
			what: 'This walk as a file or as HAR, without its secrets unless you say so; kept as a case, or beside one that worked.'
		}
	}
} as const;

/** What is said of a message by what it is for; of those with two, by what was seen in it. */
export const happenedTexts: Record<MoveId, string> &
	Record<'response' | 'challenged' | 'code' | 'tokens' | 'token-shown', string> = {
	discovery: 'The client asked where the endpoints are.',
	'oauth-metadata': 'The client asked where the endpoints are.',
	jwks: 'The client asked for the public keys that signatures are verified with.',
	par: 'The request went ahead, straight to the server.',
	authorization: 'The browser went to sign in.',
	challenged: 'The browser went to sign in. The challenge went along, and the verifier stayed here.',
	response: 'The browser came back.',
	code: 'The browser came back with a code.',
	token: 'The client asked for tokens.',
	tokens: 'Code and verifier went straight to the server, past the address bar, and tokens came.',
	api: 'The client called the API.',
	'token-shown': 'The access token went along in a header.',
	userinfo: 'The client asked who the access token stands for.',
	refresh: 'The client asked for a new access token. Nobody had to sign in again.',
	introspection: 'The client asked what the server says of a token.',
	revocation: 'The client asked to end a token.',
	logout: 'The browser went to sign out.'
};

export const defenceTexts: Record<DefenceId, { name: string; attack: string }> = {
	pkce: { name: 'PKCE', attack: 'A code that was read from a log, a history or by another app' },
	state: { name: 'state', attack: 'An answer that belongs to somebody else’s attempt' },
	nonce: { name: 'nonce', attack: 'An ID token from another sign-in' },
	'code-once': { name: 'Code works once', attack: 'The same code sent a second time' },
	'redirect-uri': { name: 'Exact redirect URI', attack: 'A code that goes to an address of somebody else' },
	audience: { name: 'Type and audience', attack: 'A token that was made for somebody else' }
};
