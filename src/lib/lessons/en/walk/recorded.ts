import type { BesideKind, FileLack } from '$lib/lexicon/besides';
import type { StepId } from '$lib/lexicon/steps';

const listed = (parts: readonly string[]): string =>
	parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const lackTexts: Record<FileLack, string> = {
	cookies: 'cookies',
	authorization: 'Authorization headers',
	headers: 'headers of requests',
	answers: 'bodies of answers',
	sent: 'bodies of requests',
	times: 'times'
};

/** What stands above every step of a recording. */
export const recordingTexts = {
	title: 'A recording, read-only',
	why: 'Everything is shown as it was sent. What was not recorded is not shown, and nothing is sent from here.',
	by: (recorder: string): string => `Recorded by ${recorder}.`,
	between: (first: string, last: string): string => `${first} – ${last}.`,
	used: (used: number, entries: number): string =>
		`${used} of its ${entries} ${entries === 1 ? 'entry' : 'entries'} belong to a sign-in.`,
	unread: (count: number): string =>
		count === 1 ? 'One entry could not be read.' : `${count} entries could not be read.`,
	lacks: (lacks: readonly FileLack[]): string =>
		`Nowhere in this file: ${listed(lacks.map((one) => lackTexts[one]))}.`,
	cutOff: 'The file ends in the middle: what came after that is missing.'
} as const;

/** From a recording to an attempt of one’s own. */
export const tryHereTexts = {
	title: 'Try the same settings here',
	why: 'This begins a new attempt of your own beside the recording, which stays as it is. It takes over the settings alone.',
	settings: 'The settings that it takes over',
	sends: (issuer: string): string =>
		`Nothing is sent by this. The next step asks ${issuer} for its metadata, when you press the button there.`,
	sendsNowhere:
		'Nothing is sent by this. The recording names no server: the next step asks you for the issuer.',
	fresh:
		'Later your browser goes there to sign in, with a new state, code verifier and challenge. No code, token or cookie of the recording is used.',
	returns: (redirectUri: string): string =>
		`The answer then goes to ${redirectUri}, which is not this page: copy the address that your browser shows there, and paste it here.`,
	act: 'Begin a new attempt',
	other: 'Begin one at the built-in provider'
} as const;

/** The messages of a step of a recording. */
export const recordedTexts = {
	/** The heading over a message. */
	sent: (name: string): string => `${name}, as it was sent`,
	/** The same with its answer. */
	both: (name: string): string => `${name} and its answer, as recorded`,
	answer: 'Its answer, as it came',
	unanswered: 'What came back is not in the recording.',
	also: (count: number): string => `Also recorded on this step (${count})`,
	whole: 'The whole message, with its headers',
	open: (step: string): string => `Open what failed: ${step}`,
	paste: 'If you have the callback URL that came, paste it: it is compared with this request.'
} as const;

/** What the client must have had, as far as it shows in what it sent. */
export const recordedValueTexts: Partial<Record<StepId, { title: string; why: string }>> = {
	configure: {
		title: 'The settings that the messages show',
		why: 'They were read from the requests. A setting that no message names is not known.'
	},
	verifier: {
		title: 'The code verifier, as it was sent',
		why: 'It stands in the token request of this attempt. What the client kept is not in a recording.'
	},
	challenge: {
		title: 'The code challenge, as it was sent',
		why: 'It stands in the authorization request. Nothing is derived here: it is held against the verifier that was sent.'
	}
};

export const recordedRules = 'What can be checked of it';
export const recordedEndpoints = 'The addresses of the server that were used';

/** What an exchange is that is no message of the walk. */
export const besideTexts: Record<BesideKind, string> = {
	preflight: 'Preflight: the browser asked whether a page may send it',
	unseen: 'One more try, without an answer of its own',
	redirect: 'A redirect on the way',
	hop: 'A sign-in of the server at another server',
	silent: 'A silent sign-in, in a frame that nobody sees',
	login: 'A page of the server on which the person signs in',
	registration: 'The registration of the client',
	start: 'The application, before the person left'
};

/** One line of a list: what it is, where it went, how it was answered, when. */
export const messageLine = (parts: readonly string[]): string =>
	parts.filter((one) => one !== '').join(' · ');
