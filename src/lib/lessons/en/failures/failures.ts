import type { FailureReason } from '$lib/lexicon/failure';
import { fileFailureTexts } from './file-failures';
import { networkFailureTexts } from './network-failures';

/** Why there is no answer, no message or no import, in words. */
export interface FailureText {
	/** What happened. */
	title: string;
	why: string;
	/** What to change. */
	fix: string;
}

export const failureTexts: Record<FailureReason, FailureText> = {
	...networkFailureTexts,
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
		why: 'Only https and http are accepted. Other schemes lead to no server of the web, or could run script.',
		fix: 'Use the https address.'
	},
	'plain-http': {
		title: 'This address is not encrypted',
		why: 'Plain http to another machine can be read and changed by everybody on the way, codes, tokens and passwords included. Nothing is sent there before you say yes to this host.',
		fix: 'Use the https address if there is one. For a test server of your own network, say yes to its host.'
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
	'secret-missing': {
		title: 'The client secret is not held any more',
		why: 'This message carries the client secret, which this page holds in its memory alone. Signing in in this tab leaves the page, and so does a reload.',
		fix: 'Type it again here. A popup for the sign-in keeps it.'
	},
	'key-missing': {
		title: 'The signing key is not held',
		why: 'This message is signed, and this page holds its key in memory alone. Signing in in this tab leaves the page, and so does a reload.',
		fix: 'Paste the same key again here. A popup for the sign-in keeps it.'
	},
	'key-unusable': {
		title: 'No key can be read from this',
		why: 'A private key as a JWK is a JSON object with kty and d. Browsers sign with RSA, P-256, P-384, P-521 and Ed25519 keys.',
		fix: 'Paste the private key of the application as a JWK, from the first curly brace to the last.'
	},
	recorded: {
		title: 'This is a recording: nothing is sent from it',
		why: 'It shows what another client sent. Its code, verifier and tokens are that client’s.',
		fix: 'Press “Try the same settings here” to begin an attempt of your own.'
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
		why: 'The file is readable JSON, but it is neither a walk of this site nor the recording of a browser.',
		fix: 'Choose a walk that was exported here, or a HAR file that a browser recorded.'
	},
	'no-flow-recorded': {
		title: 'There is no sign-in in this recording',
		why: 'It is a recording of a browser, but no request in it is one of the authorization code flow.',
		fix: 'Start recording before the sign-in, keep the log when the page changes, and save it with the contents of the answers.'
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
	...fileFailureTexts,
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
	'form-unreadable': {
		title: 'The posted answer cannot be read',
		why: 'A form was posted to this page, but not in the encoding that an answer has. The type that it named is below. It did not reach the host, and nothing was done with it.',
		fix: 'The server has to post the answer as application/x-www-form-urlencoded. Or ask for the answer in the query: leave response_mode out.'
	},
	'form-too-large': {
		title: 'The posted answer is too large',
		why: 'A form was posted to this page that is longer than any answer: its length in bytes is below. It did not reach the host, and nothing was done with it.',
		fix: 'Check what the server posts to the redirect URI. Then sign in again.'
	},
	'form-empty': {
		title: 'The posted form is empty',
		why: 'A form was posted to this page with nothing in it: neither a code nor an error.',
		fix: 'Sign in again. If it comes empty once more, ask for the answer in the query: leave response_mode out.'
	},
	'form-gone': {
		title: 'The posted answer is not held any more',
		why: 'A form was posted to this page. It is kept for one minute and read once, or the browser had no room for it. The address alone says nothing of it.',
		fix: 'Sign in again: start a new attempt in the walk.'
	},
	'answer-empty': {
		title: 'There is no answer in this text',
		why: 'The box is empty, or it holds only the command.',
		fix: 'Run the command and paste everything that it prints, from the line that begins with HTTP.'
	},
	'answer-malformed': {
		title: 'This is not a whole HTTP answer',
		why: 'The text begins like an HTTP answer, but the line that is named here does not belong in its head. An empty line has to end the head.',
		fix: 'Copy the output again in one piece, or paste the body alone and give its status.'
	},
	'state-unknown': {
		title: 'No attempt here has this state',
		why: 'The state in the callback was not made in this browser, or its attempt was deleted. Such a callback may have been sent to you by an attacker.',
		fix: 'Do not use the code. Start a new attempt here.'
	},
	'opener-out-of-reach': {
		title: 'The walk that opened this window does not answer',
		why: 'This window was opened for a sign-in, and no walk here has an attempt with this state. The walk may have been closed, or a page of the provider has cut the tie between it and this window.',
		fix: 'Is the walk still open, and is this the answer it waits for? Then copy the callback URL, and paste it there in the callback step. Otherwise do not use the code.'
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
		why: 'This site may not keep data here. The walk lives in this page alone: a reload forgets it, and so does leaving for the sign-in of another provider in this tab.',
		fix: 'Go on without a reload: the sign-in of the built-in provider needs none. For another provider use a popup, or paste the callback URL. Or allow site data for this address, and reload.'
	},
	'storage-unreadable': {
		title: 'Stored data could not be read',
		why: 'The stored walk is damaged, or another version wrote it. It was set aside and not deleted.',
		fix: 'Start anew. If you need the old walk, look for it in the site data of your browser.'
	},
	'walk-not-kept': {
		title: 'The walk that should be here was not kept',
		why: 'It is larger than what this tab can hold. The page was left before it was stored elsewhere, or there was no room for it. You see the walk from before.',
		fix: 'Open the file again, or do again what led to it. Wait until its steps are shown before you leave the page.'
	},
	'facts-not-kept': {
		title: 'The end of this walk was not kept',
		why: 'What happened last is larger than what this tab can hold. The page was left before it was stored elsewhere, or there was no room for it.',
		fix: 'Repeat the last step. A code that was sent works once: if it was sent, start a new attempt.'
	},
	'drafts-unreadable': {
		title: 'Some of what you were typing could not be read',
		why: 'What this tab kept of it is damaged, or another version wrote it. It was set aside and not deleted. The rest is where you left it.',
		fix: 'Look at the forms before you send anything, and type what is missing.'
	},
	'saved-unreadable': {
		title: 'Some configurations used before could not be read',
		why: 'What this browser kept of them is damaged, or another version wrote it. They were set aside and not deleted. The others are there.',
		fix: 'Type the missing one again. If you need the old text, look for it in the site data of your browser.'
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
	'link-address-refused': {
		title: 'This link has an address that cannot be used',
		why: 'Its issuer and its API must be https addresses, or be on this machine. Its redirect URI may have the scheme of a native app as well.',
		fix: 'Ask for a link with whole addresses, or type the settings by hand. Nothing of the link was taken in.'
	},
	'link-unreadable': {
		title: 'This link cannot be opened',
		why: 'The part that is named here has a value that this setting cannot have. It is none of the choices, or too long, or the walk makes it itself.',
		fix: 'Ask for a new link, or type the settings by hand. Nothing of the link was taken in.'
	}
};
