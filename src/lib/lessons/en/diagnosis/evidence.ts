import { challengeFaultText, cookieLossText, redirectPartText, valueChangeText } from '../proofs';
import { readerOf, type EvidenceTexts } from '../../said';

const evidenceTexts = {
	quoted: (words) => `“${words}”`,
	'error-code': (error) => `error=${error}`,
	'http-status': (status) => `HTTP ${status}`,
	'a-header': (name) => `${name} header`,
	named: (name, value) => `${name}: ${value}`,
	both: (one, other) => `${one}, ${other}`,
	'telling-words': (words, count) =>
		`“${words}”, whose wording resembles labelled answers with this cause (${count} are known)`,
	resembles: (count) => `the wording resembles labelled answers with this cause (${count} are known)`,

	'code-alone': (error) => `the code ${error} alone, as the words of this text were not understood`,
	'status-alone': (status) => `HTTP ${status} alone, as the words of this text were not understood`,
	'names-alone': (...names) => `of these words nothing was understood but ${names.join(', ')}`,

	'request-lacks': (...names) => `this request has no ${names.join(' and no ')}`,
	'token-request-lacks': (name) => `the token request has no ${name}`,
	'authorization-request-lacks': (name) => `the authorization request has no ${name}`,
	'verifier-without-challenge':
		'the code was asked for without a code_challenge, and a code_verifier was sent',
	'no-pkce': 'neither request of this run speaks of PKCE',
	'value-of': (name, value) => `${name} is “${value}”`,
	'more-than-once': (...names) => `sent more than once: ${names.join(', ')}`,
	'no-access-token': 'the request carries no access token',
	'not-pushed': 'the metadata asks for pushed authorization requests, and this one was not pushed',

	'sent-untyped-form': 'its parameters were sent as a form that the Content-Type does not call one',
	'sent-json': 'its parameters were sent as JSON, and not as a form',
	'sent-multipart': 'its parameters were sent as multipart/form-data, and not as a form',
	'sent-query': 'its parameters were sent in the address, and not as a form',

	'verifier-form': (count) => `the verifier has ${count} characters or forbidden ones`,
	'verifier-of-another-challenge': 'the verifier does not give the challenge that was sent',
	'verifier-of-another-attempt': 'the verifier sent is not the one of this attempt',
	'challenge-length': (length) => `an S256 challenge has 43 base64url characters, the one sent has ${length}`,
	'challenge-form': 'the challenge is not 43 to 128 base64url characters',
	'state-of-another-attempt': 'the state that came back is not the one of this attempt',
	'state-of-named-attempt': (state) => `the state that came back is that of another attempt: ${state}`,
	'verifier-of-named-attempt': (state) =>
		`the verifier is that of another attempt of this recording: the one with the state ${state}`,
	'challenge-fault': (fault) => challengeFaultText(fault),
	'two-challenges': (expected, sent) => `this verifier gives ${expected}, and ${sent} was sent`,
	'value-change': (name, change) => `${name}: ${valueChangeText(change)}`,
	'redirect-uris-differ': (...parts) => `they differ in ${parts.map(redirectPartText).join(' and ')}`,
	'frame-of-another-site': 'the request was made in a frame of a page of another site',
	'frame-without-cookie':
		'the request was made in a frame of a page of another site, and carried no cookie of the server',
	'answer-to-registration': 'it is the answer to the registration of a client',
	'access-token-named':
		'the answer speaks of an access token, and came with a status of its own instead of a redirect',
	'cookies-did-not-come': (...why) =>
		`a cookie that the application set did not come back: ${why.map(cookieLossText).join('; ')}`,
	'preflight-refused': (...asked) => `the preflight was not allowed ${asked.join(', ')}`,
	'code-sent-seconds-after': (seconds) => `sent ${seconds} seconds after it came`,
	'two-values': (one, other) => `${one} ≠ ${other}`,
	'two-client-ids': 'the client_id of the two requests differs',
	'two-issuers': 'the two requests went to different issuers',

	'code-sent-times': (count) => `this code was sent ${count} times`,
	'code-sent-after': (minutes) => `sent ${minutes} minutes after it came`,
	'code-sent-hidden':
		'this code was sent before, and its answer was hidden: the server may have taken it then',
	'refresh-token-sent-before': 'this refresh token was sent before',
	'older-refresh-token-sent':
		'a refresh token that was replaced had been sent again before, and refused: servers end the whole family then',
	'refresh-token-sent-hidden':
		'this refresh token was sent before, and its answer was hidden: the server may have taken it then',

	'not-among': (value, ...values) => `${value} is not among ${values.join(', ')}`,
	'method-not-listed': (method, ...methods) => `the metadata lists ${methods.join(', ')} and no “${method}”`,
	'scopes-not-supported': (...scopes) => `not among the supported scopes: ${scopes.join(' ')}`,
	'token-lacks': (...scopes) => `the token lacks ${scopes.join(' ')}`,
	'token-expired': 'the access token is past its expiry',
	'id-token-sent': 'the request carries the ID token in the place of the access token',
	'largest-header': (name, bytes, all) => `${name} takes ${bytes} of ${all} bytes of headers`,
	'no-audience-asked-for': 'no audience and no resource was asked for: the token may be for another API',
	'could-ask': (error) => `${error}, although the server could ask: prompt=none was not sent`,
	'bound-without-proof': 'the token is bound to a key, and the request has no proof',
	'clock-off': (seconds) => `this device’s clock is ${seconds} seconds off`,
	'first-proof': 'the first proof, and the answer brings the nonce: no failure, send it again',

	'network-cors': 'the browser kept the answer from this page',
	'network-preflight-refused': 'the server refused the preflight request',
	'network-cors-on-errors': 'the server hides this answer from this page, but not others',
	'network-cors-for-client': 'the server hides answers for this application from this page',
	'network-offline': 'this device is offline',
	'network-no-answer': 'nobody answered',
	'network-timeout': 'no answer came in time',
	'network-local-network':
		'nobody answered in the local network, and this browser does not say whether it lets pages in',
	'network-local-network-denied': 'this page may not reach into the local network: the permission is denied',
	'network-local-network-unanswered':
		'nobody has said yet whether this page may reach into the local network',
	'network-local-network-withheld':
		'the page around this one, or its host, keeps it out of the local network',
	'network-local-network-empty': 'this page may reach into the local network, and nobody answered there',
	'network-filtered': 'the server answers at its root and not at this address',
	'network-interrupted': 'the connection broke before the answer was complete',
	'network-mixed-content': 'the browser blocks plain http from a page over https',
	'network-blocked-by-policy': 'the policy of this page does not allow the address',

	'challenge-without-error': 'the challenge names no error: so an API answers a request without a token',
	'no-resource-metadata': 'the challenge has no resource_metadata, from which a client learns where to go',
	'no-challenge': 'a 401 without WWW-Authenticate: a client learns neither how nor where to get a token',
	'bearer-comes-after': (scheme) =>
		`the challenge Bearer stands behind ${scheme}: some clients read the first challenge alone`,
	'no-bearer': (...schemes) => `the API asks for ${schemes.join(', ')} and not for Bearer`,
	'found-at': (...places) => `what the places of the metadata answered: ${places.join(', ')}`,
	'names-no-server': 'the metadata of the API names no authorization_servers',
	'no-methods-listed': 'the metadata has no code_challenge_methods_supported',
	'entra-lists-no-methods': 'Entra leaves that list out, and takes S256 all the same',
	'only-client-documents':
		'the metadata has client_id_metadata_document_supported and no registration_endpoint: the client needs a document of its own at an https address',
	'api-wants': (...scopes) => `the API asks for the scopes ${scopes.join(' ')}`,
	'ask-together': (...scopes) =>
		`ask for all of these at once, or the new token lacks the old scopes: ${scopes.join(' ')}`,
	'loopback-port': (address) =>
		`${address} is on this machine: RFC 8252 lets its port differ from the registered one, and not every server does`,
	'issuer-of-answer': (returned, expected) =>
		`iss of the answer is ${returned}, the request went to ${expected}`,
	'issuer-of-document': (found, address) =>
		`issuer in the document is ${found}, and its address stands for ${address}: the two must be identical`,
	'issuer-promised': (expected) => `${expected} promises iss in its answers, and this one has none`,

	'cognito-wrong-verifier': 'Cognito answers a wrong verifier with invalid_request at first',
	'cognito-one-error': 'Cognito has one invalid_grant for codes and refresh tokens',
	'cognito-only-s256': 'Cognito takes S256 only',
	'authentik-redirect-uri': 'authentik answers another redirect_uri with invalid_client',
	'entra-without-cors': 'Entra answers without CORS',
	'entra-resource-and-scope':
		'Entra wants resource and the scopes to name one API; a scope without an API before it belongs to Microsoft Graph'
} satisfies EvidenceTexts;

/** What was seen, in words. */
export const evidenceText = readerOf(evidenceTexts, 'something that this version has no words for');
