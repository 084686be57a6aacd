import type { NetworkReason } from '$lib/lexicon/failure';
import type { FailureText } from './failures';

/** The reason `cors` of a document: nobody said that there is one. */
export const hiddenDocument: FailureText = {
	title: 'An answer came, and this page may not read it',
	why: 'A server is reachable at that address. Its answer had no Access-Control-Allow-Origin header for this page, so the page sees neither its status nor what it says. It may be a document, and it may be an error such as 404.',
	fix: 'Look below for what may be the matter and for other addresses. You can also paste the document or type the endpoints.'
};

/** Why there is no answer. */
export const networkFailureTexts: Record<NetworkReason, FailureText> = {
	offline: {
		title: 'This device is offline',
		why: 'The browser has no network connection, so the request was not sent.',
		fix: 'Connect and send it again. The embedded provider works without a network.'
	},
	'no-answer': {
		title: 'Nobody answered',
		why: 'No connection came about. The name may not exist, nothing may listen at that address, or the certificate may be refused. A browser does not tell a page which of these it was.',
		fix: 'Check the address for a typo. Open it in a new tab: the browser then names the exact reason, such as a name that is not found, a refused connection or a certificate.'
	},
	'part-missing': {
		title: 'A part of this site did not arrive',
		why: 'The built-in servers are a part of this site that your browser fetches when it needs them. That failed, so nobody was asked.',
		fix: 'Send the message again. If it fails again, load the page again: your walk comes back, as far as this browser lets the site keep it.'
	},
	'local-network': {
		title: 'Nobody answered in the local network',
		why: 'The address is on this machine or in a private network, and this page comes from the public one. Nothing may listen there, or the browser kept this page out and does not say so.',
		fix: 'Open it in a new tab. If it answers there, run the playground on this machine, with npm start.'
	},
	filtered: {
		title: 'Only this address is cut off',
		why: 'The same server answers at its root, but not at this address. Something in between stops the request, most often a content blocker or another extension. An endless redirect looks the same.',
		fix: 'Try a private window without extensions, or allow this site in the content blocker. Behind a company proxy, ask who runs it. Open the address in a new tab to see more.'
	},
	interrupted: {
		title: 'The connection broke',
		why: 'The server can be reached and read, but this exchange was cut off before its answer was complete.',
		fix: 'Send it again. If it was a token request, the code may be used up: then start a new attempt.'
	},
	'local-network-denied': {
		title: 'The browser keeps this page out of the local network',
		why: 'The address is on this machine or in a private network. The browser has a permission for that, and for this page it is denied. So the request was not sent.',
		fix: 'Allow local network access in the settings that the browser has for this site. Or run the playground on this machine, with npm start.'
	},
	'local-network-unanswered': {
		title: 'The browser has no yes to the local network yet',
		why: 'The browser asks before a page reaches this machine or a private network. Its question was closed, or it did not come to asking, as when the name is not found or leads elsewhere.',
		fix: 'Send again and allow it when the browser asks. If it does not ask, load this page again, or allow it in the settings that the browser has for this site. Check the name.'
	},
	'local-network-withheld': {
		title: 'The page around keeps this page out of the local network',
		why: 'It, or a Permissions-Policy header, lets nobody ask. So the request was not sent.',
		fix: 'Give the frame allow="loopback-network" or "local-network", before Chrome 145 "local-network-access".'
	},
	'local-network-empty': {
		title: 'Nobody answered in the local network',
		why: 'The browser lets this page in. No connection came about.',
		fix: 'Check that the server runs. Open it in a new tab: the browser then names the exact reason.'
	},
	'mixed-content': {
		title: 'A page over https may not ask over http',
		why: 'This page came over https, and the address is plain http on another machine. This browser blocks that as mixed content, so the request was not sent.',
		fix: 'Use the https address of the server. For one without https, run the playground on this machine, with npm start: a page on localhost may ask over http.'
	},
	'blocked-by-policy': {
		title: 'This site’s policy blocked the request',
		why: 'A Content Security Policy does not allow that address, so the request was not sent. The policy that comes with this site allows every address of the web: a stricter one was added to it.',
		fix: 'If you host this site yourself, check the headers that your host adds. An extension of the browser may add one as well.'
	},
	'refused-by-browser': {
		title: 'The browser does not send such a request',
		why: 'A page may not set this header, or a name or a value in the message has a character that the browser refuses. The request was not sent.',
		fix: 'Remove what is named here. A request that a page may not send can be sent by hand with curl.'
	},
	cors: {
		title: 'The browser kept the answer from this page',
		why: 'A server is reachable at that address, but the page may not read what it says. No Access-Control-Allow-Origin header for this page came with the answer, or not with the answer to the preflight request. A redirect to another place can look the same.',
		fix: 'Add this page’s origin to the allowed web origins of the application or server. At many providers the application must be of the single-page type. Some never allow a browser here: there such a request is sent by hand, with curl, and not from a page.'
	},
	'preflight-refused': {
		title: 'The preflight request was refused',
		why: 'The server lets this page read plain answers. This request has headers or a method for which the browser asks first, by a preflight request, and the server did not allow them. The request itself was not sent.',
		fix: 'Have the server answer OPTIONS requests and list these headers in Access-Control-Allow-Headers. A star there covers others such as DPoP, but never Authorization: that one must be named.'
	},
	'cors-on-errors': {
		title: 'The answer came without CORS headers, most likely an error',
		why: 'The server allows this page in general, but not with this answer. Many servers add the CORS headers only to good answers. So the request was most likely refused, and the reason stands in a body that the page may not read.',
		fix: 'Have the server add Access-Control-Allow-Origin to its error answers too. By hand, with curl, an error can be read. A code or a proof may be used up: then begin with a new attempt.'
	},
	'cors-for-client': {
		title: 'The server does not allow this page for this application',
		why: 'The server lets this page read an answer to an empty request, but not the answer to this one. Such servers decide by the application which origins may read.',
		fix: 'Add this page’s origin to the allowed web origins of this application. Check that the client ID is the one of that application. Until then, such a request is sent by hand, with curl.'
	},
	redirected: {
		title: 'The server answered with a redirect',
		why: 'Metadata, token and API answers are expected at the address itself. Following a redirect could carry a code or a token to a place that you did not choose.',
		fix: 'Open the address in a new tab to see where it ends, as a page is not told. For metadata, the field below takes the final address. A trailing slash or http in place of https is a frequent cause.'
	},
	'answer-too-large': {
		title: 'The answer is too large',
		why: 'It is longer than the four megabytes that this site keeps of one answer. The rest was not read.',
		fix: 'Check that the address is right: metadata, key sets and tokens are small. If it is your own API, ask it for less.'
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
	}
};
