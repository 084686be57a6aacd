import type { PastedKind, QuietKind } from '$lib/lexicon/brought';
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

/** What is said of a text in which nothing has failed. */
export const quietTexts: Record<QuietKind, FailureText> = {
	'callback-with-code': {
		title: 'Nothing has failed so far',
		why: 'The callback carries a code: the provider accepted the request and the person. What is wrong comes later, at the token endpoint or at the API.',
		fix: 'Paste the answer to the token request instead. A code works once and for minutes, so this one is of no use any more.'
	},
	waiting: {
		title: 'Nothing has failed: the person is not done yet',
		why: '“authorization_pending” has the form of an error and is none: the code that was shown has not been confirmed on the other device so far.',
		fix: 'Go on asking, no sooner than “interval” seconds after the last time; without one, 5. Stop when another answer comes, or when the time of “expires_in” is over.'
	},
	redirect: {
		title: 'Nothing in this answer says that something failed',
		why: 'It sends the browser to another address. That has neither a code nor an error, so that the sign-in goes on there.',
		fix: 'Follow it, and paste the last answer: the address of the application with its parameters, or the page that says that something is wrong.'
	},
	challenge: {
		title: 'Nothing has failed: the API says where its metadata is',
		why: 'A request without a token is answered like this. The challenge names no error, and “resource_metadata” is the address of the document that names the authorization server.',
		fix: 'Fetch that document, sign in at the server that it names, and ask again with the token.'
	},
	asked: {
		title: 'Nothing here says that something failed',
		why: 'This is what was sent. What went wrong with it stands in the answer.',
		fix: 'Paste the answer under it, with its status and its headers where you have them. Then the two are held against each other.'
	},
	settings: {
		title: 'Nothing here says that something failed',
		why: 'These are settings. Whether they are right, only a server can say that is asked with them.',
		fix: 'Paste what the server answered, or what the program printed, when these settings were used.'
	},
	question: {
		title: 'Nothing here says that something failed',
		why: 'This is a question. What is read here are answers of servers and messages of programs.',
		fix: 'Paste the message that made you ask, word for word, with its code.'
	},
	succeeded: {
		title: 'Nothing has failed in this answer',
		why: 'The server did what it was asked to do.',
		fix: 'If something fails later, paste the first answer after this one that refuses.'
	},
	silent: {
		title: 'Nothing here says that something failed',
		why: 'No code and no word in this text tells of a failure.',
		fix: 'Paste the line in which something was refused, or the answer of the server, with its status and its headers where you have them.'
	}
};

export const diagnosisUnavailable: FailureText = {
	title: 'The diagnosis could not be loaded',
	why: 'A file of this site is missing, often because it was published anew while this page was open.',
	fix: 'Reload the page. The walk is kept.'
};
