import type { QuietKind } from '$lib/lexicon/brought';
import type { FailureText } from '../failures/failures';

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
		why: 'It sends the browser to another address, which has neither a code nor an error. What comes of it is seen there.',
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
