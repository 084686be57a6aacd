import type { RecordedEnd } from '$lib/lexicon/recorded-ends';

const stopped =
	'Either the person stopped there or closed the window, or the recording was ended too soon: no file can tell which.';

interface EndText {
	title: (host: string, status: string) => string;
	why: string;
}

/** Where a recorded sign-in ended that did not come back to the application. */
export const recordedEndTexts: Record<RecordedEnd, EndText> = {
	login: {
		title: (host) => `It ends at the sign-in page of ${host}`,
		why: `The application never got an answer. ${stopped}`
	},
	'login-refused': {
		title: (host, status) =>
			`It ends at the sign-in page of ${host}: what was typed there was refused (${status})`,
		why: 'The server did not sign the person in, so it had nothing to send to the application. What it said to the person stands in its answer below.'
	},
	consent: {
		title: (host) => `It ends at the consent page of ${host}`,
		why: `The person was asked what the application may do, and no decision is recorded. ${stopped}`
	},
	'second-factor': {
		title: (host) => `It ends at the second factor of ${host}`,
		why: `The person was asked for a code, a key or a device, and nothing after that is recorded. ${stopped}`
	},
	'sign-up': {
		title: (host) => `It ends at the page of ${host} on which people open an account`,
		why: `The application never got an answer. ${stopped}`
	},
	reset: {
		title: (host) => `It ends at the page of ${host} on which passwords are changed`,
		why: 'Many servers do not go back to the sign-in after that: the person has to start anew at the application.'
	},
	error: {
		title: (host, status) => `It ends at an error of ${host} (${status})`,
		why: 'The server kept the person on a page of its own and sent nothing to the application. It has to do so where it does not trust the redirect URI or the client (RFC 6749 §4.1.2.1). What it said stands in its answer below.'
	},
	page: {
		title: (host) => `It ends at a page of ${host}`,
		why: `The application never got an answer. ${stopped}`
	},
	redirect: {
		title: (host) => `It ends where ${host} sent the browser on`,
		why: 'What came after that redirect is not in the file: the recording was ended, it leaves entries out, or the address belongs to an app that no browser records.'
	},
	registered: {
		title: (host) => `It ends after the client registered itself at ${host}`,
		why: 'No authorization request is recorded: nobody was sent to sign in, or the recording was ended too soon.'
	},
	'registration-refused': {
		title: (host, status) => `It ends with the registration of the client, which ${host} refused (${status})`,
		why: 'Without a client_id there is no sign-in. A server may want an initial access token (RFC 7591 §3), take no such clients at all, or dislike a value: it says which in its answer below.'
	},
	'no-answer': {
		title: (host) => `It ends before anything came from ${host}`,
		why: 'The request has no answer in the file: the window was closed, the network failed, or the recording was ended.'
	}
};
