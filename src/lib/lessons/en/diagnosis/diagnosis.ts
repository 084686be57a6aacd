import type { PastedKind } from '$lib/lexicon/brought';
import type { DiagnosisStep } from '$lib/lexicon/causes';
import type { FailureText } from '../failures/failures';

/** How sure a diagnosis is, in words: of words the number behind it is how often such an answer was right on unseen sources. */
export const confidenceText = (confidence: number): string =>
	confidence >= 0.93 ? 'very likely' : confidence >= 0.8 ? 'likely' : 'possible';

/** Where an answer came from. */
export const placeTexts: Record<DiagnosisStep, string> = {
	authorize: 'The authorization endpoint, on its own page',
	callback: 'The callback URL',
	token: 'The token endpoint',
	userinfo: 'The UserInfo endpoint',
	api: 'An API',
	logout: 'The end of the session'
};

/** What a pasted text was taken for. */
export const pastedTexts: Record<PastedKind, string> = {
	empty: 'Nothing is there to read yet.',
	callback: 'Read as a callback URL with an error in it.',
	'callback-with-code': 'Read as a callback with a code: the sign-in itself has worked.',
	waiting: 'Read as the answer to a client that is waiting for a person.',
	redirect: 'Read as an answer that sends the browser on.',
	challenge: 'Read as the first answer of an API, to a request without a token.',
	asked: 'Read as a request without its answer.',
	settings: 'Read as settings.',
	question: 'Read as a question.',
	succeeded: 'Read as an answer that grants what was asked for.',
	silent: 'Read as a text that tells of no failure.',
	request: 'Read as a request: nothing in it says that it failed.',
	response: 'Read as a whole HTTP response.',
	headers: 'Read as response headers.',
	json: 'Read as a JSON body.',
	page: 'Read as the HTML of an error page.',
	log: 'Read as lines of a log.',
	text: 'Read as the words of an error.'
};

export const unknownCause: FailureText = {
	title: 'The cause is not known, and here is what is',
	why: 'Neither the codes nor the words of this answer say what is wrong.',
	fix: 'Look for the time of this request in the provider’s log: it often says more than the answer may. Give the time, the client ID and the trace or request id to its support.'
};

export const diagnosisUnavailable: FailureText = {
	title: 'The diagnosis could not be loaded',
	why: 'A file of this site is missing, often because it was published anew while this page was open.',
	fix: 'Reload the page. The walk is kept.'
};
