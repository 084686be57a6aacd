import type { FailureReason } from '$lib/lexicon/failure';

/** Why there is no answer, no message or no import, in words. */
export interface FailureText {
	/** What happened. */
	title: string;
	why: string;
	/** What to change. */
	fix: string;
}

export const failureTexts: Record<FailureReason, FailureText> = {
	offline: {
		title: 'This device is offline',
		why: 'The browser has no network connection, so the request was not sent.',
		fix: 'Connect and send it again. The embedded provider works without a network.'
	},
	'no-answer': {
		title: 'Nobody answered',
		why: 'No connection came about. The name may not exist, nothing may listen at that address, or the certificate may be refused. A browser does not tell a page which of these it was.',
		fix: 'Check the address for a typo. Open it in a new tab: the browser then shows the exact reason.'
	},
	cors: {
		title: 'The browser kept the answer from this page',
		why: 'A server is reachable at that address, but this page may not read its answer. The answer does not allow this page’s origin in its CORS headers, or the preflight request was refused.',
		fix: 'Add this page’s origin to the allowed web origins of the application or server. At many providers the application must be of the single-page type. Some never allow a browser at the token endpoint.'
	},
	timeout: {
		title: 'The server took too long',
		why: 'No answer came within the time limit, so the request was given up. The server may still have carried it out.',
		fix: 'Send it again when the server is well. If it was a token request, start a new attempt, as the code may be used up.'
	},
	cancelled: {
		title: 'You cancelled the request',
		why: 'The request was stopped before its answer arrived. The server may still have carried it out.',
		fix: 'Send it again. If it was a token request, the code may be used up: then start a new attempt.'
	},
	redirected: {
		title: 'The server answered with a redirect',
		why: 'Metadata, token and API answers are expected at the address itself. Following a redirect could carry a code or a token to a place that you did not choose.',
		fix: 'Enter the final address. A missing or additional trailing slash, a missing language or http in place of https are frequent causes.'
	},
	'blocked-by-policy': {
		title: 'This site’s policy blocked the request',
		why: 'The Content Security Policy of this page does not allow that address. It allows https addresses and http on this machine.',
		fix: 'Use the https address of the server. If you host this site yourself, check the headers that your host adds.'
	},
	'field-empty': {
		title: 'A value is missing',
		why: 'The message cannot be built without this value.',
		fix: 'Fill in the field that is named here.'
	},
	'url-malformed': {
		title: 'This is not a usable URL',
		why: 'An absolute URL is needed, with scheme and host. Endpoints and issuers have no fragment, and an issuer has no query either.',
		fix: 'Write the whole address, beginning with https. Remove anything after a number sign.'
	},
	'url-scheme-refused': {
		title: 'This kind of address is refused',
		why: 'Only https is accepted, and http on this machine. Other schemes would send secrets unprotected or could run script.',
		fix: 'Use the https address. Plain http works for localhost and 127.0.0.1 only.'
	},
	'endpoint-missing': {
		title: 'The server’s metadata lacks this endpoint',
		why: 'The message has no address to go to, because the metadata does not name this endpoint.',
		fix: 'Check the issuer and fetch the metadata again. If the server does not offer this endpoint, the step cannot be done there.'
	},
	'step-missing': {
		title: 'An earlier step is missing',
		why: 'This message needs a value that an earlier step produces.',
		fix: 'Go back to the step that is named here and finish it.'
	},
	'header-malformed': {
		title: 'The message is not valid HTTP',
		why: 'A method, header name or header value has characters that HTTP does not allow. A line break at the end of a pasted value is the most frequent one.',
		fix: 'Remove line breaks and other invisible characters from the value that is named here.'
	},
	'key-missing': {
		title: 'A key is missing',
		why: 'This message is signed, and no key to sign it with is held in this tab. Keys and client secrets end with a reload.',
		fix: 'Make or paste the key again in the configuration.'
	},
	'too-long': {
		title: 'The value is too long',
		why: 'The value is longer than this site accepts. Servers and browsers limit the length of URLs and headers as well.',
		fix: 'Shorten it. Check that you did not paste more than the one value.'
	},
	'not-json': {
		title: 'This is not JSON',
		why: 'The text cannot be read as JSON. It may be cut off, or it may be another kind of file.',
		fix: 'Choose a file that was exported here, or copy the whole text again.'
	},
	'not-a-trace': {
		title: 'This is not a recorded walk',
		why: 'The file is readable JSON, but it lacks what a recorded walk is made of.',
		fix: 'Choose a file that was exported here.'
	},
	'version-unknown': {
		title: 'This file is of an unknown version',
		why: 'It was written by another version of this site, whose form this version does not know.',
		fix: 'Open it with the version that wrote it, or update this site.'
	},
	'too-large': {
		title: 'This is too large',
		why: 'The file or text is larger than this site accepts. The limit keeps the page from freezing.',
		fix: 'Take only the part that you need, such as the requests of one sign-in.'
	},
	'not-a-url': {
		title: 'This is not a URL',
		why: 'A callback URL was expected: the whole address that the browser showed after the sign-in.',
		fix: 'Copy the address bar in full, beginning with the scheme.'
	},
	'other-redirect-uri': {
		title: 'This URL is not your redirect URI',
		why: 'The answer was sent to another address than the redirect URI of this attempt. It may belong to another application.',
		fix: 'Paste the URL that begins with your redirect URI, or correct the redirect URI in the configuration.'
	},
	'no-parameters': {
		title: 'This URL has no parameters',
		why: 'Neither a code nor an error is in it. Something between the server and this page may have dropped the query.',
		fix: 'Copy the URL again, before the page changes it. Check your host for redirects of the callback path.'
	},
	'state-unknown': {
		title: 'No attempt here has this state',
		why: 'The state in the callback was not made in this browser, or its attempt was deleted. Such a callback may have been sent to you by an attacker.',
		fix: 'Do not use the code. Start a new attempt here.'
	},
	'state-of-another-attempt': {
		title: 'This belongs to an earlier attempt',
		why: 'The state is that of an attempt which you started before this one. The current code verifier does not fit its code.',
		fix: 'Finish the newest attempt, or start again. Each attempt needs its own callback.'
	},
	'state-in-another-tab': {
		title: 'Another tab waits for this answer',
		why: 'The attempt with this state was started in another tab, and only that tab has its code verifier. The answer was handed over to it.',
		fix: 'Go on in the other tab. You can close this one.'
	},
	'storage-full': {
		title: 'The browser’s storage is full',
		why: 'The walk could not be saved. It goes on, but a reload or the redirect would lose it.',
		fix: 'Delete recorded walks or other data of this site, then repeat the last action.'
	},
	'storage-blocked': {
		title: 'The browser blocks storage',
		why: 'This site may not keep data, so the code verifier cannot survive the redirect in this tab.',
		fix: 'Allow site data for this address, or leave private browsing. A popup or a pasted callback URL also works.'
	},
	'storage-unreadable': {
		title: 'Stored data could not be read',
		why: 'The stored walk is damaged, or another version wrote it. It was set aside and not deleted.',
		fix: 'Start anew. If you need the old walk, look for it in the site data of your browser.'
	},
	'worker-unavailable': {
		title: 'The embedded provider runs without a worker',
		why: 'The browser offers no service worker here, often because of private browsing or a setting. The embedded provider then runs inside the page.',
		fix: 'Nothing needs to be done for the walk. To use the worker, allow it for this site and reload.'
	},
	'insecure-context': {
		title: 'This page is not in a secure context',
		why: 'The browser gives cryptography and workers only to pages over https or on this machine. Without them no code challenge can be computed.',
		fix: 'Open this site over https, or on localhost.'
	},
	'secret-in-link': {
		title: 'This link carries a secret, so it was not opened',
		why: 'A secret, token or code in a link is seen by everyone who gets it, and stays in histories and logs. Nothing of the link was taken in or sent.',
		fix: 'Treat what was in it as known to others: revoke it, or make a new one. Ask for a link that has the settings only.'
	},
	'link-unreadable': {
		title: 'This link cannot be opened',
		why: 'A part of it has a form that no setting of the walk has. Its issuer and its API must be https addresses, or be on this machine.',
		fix: 'Ask for a new link, or type the settings by hand. Nothing of the link was taken in.'
	}
};
