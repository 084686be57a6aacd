import type { ParameterName } from '$lib/lexicon/parameters';
import type { ParameterText } from './parameter-text';

/** Parameters of the authorization request. */
export const requestParameterTexts = {
	response_type: {
		what: 'What the client wants back. The value code asks for an authorization code.',
		without: 'The server does not know what to return and refuses the request.',
		rfc: 'RFC 6749 §3.1.1'
	},
	client_id: {
		what: 'The public name of the client at this authorization server. It is not a secret.',
		without:
			'The server knows neither who asks nor which redirect URIs are allowed, so it shows an error page.',
		rfc: 'RFC 6749 §2.2'
	},
	redirect_uri: {
		what: 'Where the answer goes. It must be identical to a registered URI, and the token request repeats it.',
		without: 'A server that guesses or matches loosely may hand the code to an attacker.',
		rfc: 'RFC 9700 §4.1.3'
	},
	scope: {
		what: 'The rights and claims that the client asks for, or in an answer those that were granted, separated by spaces. The value openid asks for an ID token, offline_access for a refresh token.',
		without: 'The server uses a default or refuses. Without openid there is no ID token.',
		rfc: 'RFC 6749 §3.3'
	},
	audience: {
		what: 'The identifier of the API that the access token is for. Some providers use this name; the standard one is resource.',
		without: 'The access token may be opaque and good for UserInfo only, so the API refuses it.',
		rfc: 'RFC 6749 §8.2'
	},
	resource: {
		what: 'The URI of the API that the access token is for. It may be sent more than once.',
		without:
			'The server chooses the audience. A token that many APIs accept does more harm when it is stolen.',
		rfc: 'RFC 8707 §2'
	},
	state: {
		what: 'A random value that the server returns unchanged. The client compares it and finds the attempt that it belongs to.',
		without:
			'An attacker can lead a user’s browser to the callback with a code of the attacker, and the user works in the wrong account.',
		rfc: 'RFC 6749 §10.12'
	},
	nonce: {
		what: 'A random value that comes back as a claim inside the signed ID token.',
		without: 'A client cannot tell an ID token of this attempt from one of another session.',
		rfc: 'OIDC Core §15.5.2'
	},
	code_challenge: {
		what: 'The transformed code verifier. The server keeps it with the code and checks it at the token endpoint.',
		without: 'Whoever gets hold of the code of a public client can redeem it.',
		rfc: 'RFC 7636 §4.3'
	},
	code_challenge_method: {
		what: 'How the code challenge was made: S256 or plain.',
		without: 'The server takes the method to be plain, so an S256 challenge never matches.',
		rfc: 'RFC 7636 §4.3'
	},
	prompt: {
		what: 'Whether the server may or must ask the user: none, login, consent, select_account.',
		rfc: 'OIDC Core §3.1.2.1'
	},
	max_age: {
		what: 'How many seconds may have passed since the user last signed in. The ID token then carries auth_time.',
		without: 'A sign-in of long ago is enough.',
		rfc: 'OIDC Core §3.1.2.1'
	},
	login_hint: {
		what: 'Who is likely to sign in, such as an e-mail address. The server may fill it in.',
		rfc: 'OIDC Core §3.1.2.1'
	},
	acr_values: {
		what: 'Which kinds of authentication the client prefers, the best first. It is a wish: the acr claim says what happened.',
		rfc: 'OIDC Core §3.1.2.1'
	},
	ui_locales: {
		what: 'The languages that the user prefers for the server’s pages, the best first.',
		rfc: 'OIDC Core §3.1.2.1'
	},
	display: {
		what: 'How the server should show its pages: page, popup, touch or wap.',
		rfc: 'OIDC Core §3.1.2.1'
	},
	id_token_hint: {
		what: 'An ID token of an earlier sign-in, to say which user is meant. It is also used at logout.',
		rfc: 'OIDC Core §3.1.2.1'
	},
	claims: {
		what: 'Single claims that the client wants in the ID token or from UserInfo, as JSON.',
		rfc: 'OIDC Core §5.5'
	},
	response_mode: {
		what: 'How the answer comes back: in the query, in the fragment or as a posted form. For codes the default is the query.',
		rfc: 'OIDC Core §3.1.2.1'
	},
	request: {
		what: 'The authorization request as a signed JWT.',
		without: 'Whoever controls the browser can change the parameters on the way.',
		rfc: 'RFC 9101 §5'
	},
	request_uri: {
		what: 'A reference to a request that was sent to the server beforehand.',
		without: 'All parameters are visible in the URL, and its length is limited.',
		rfc: 'RFC 9126 §4'
	},
	authorization_details: {
		what: 'Fine-grained rights as JSON, where scope is too coarse.',
		rfc: 'RFC 9396 §2'
	},
	dpop_jkt: {
		what: 'The thumbprint of the client’s DPoP key. It binds the code to that key.',
		without: 'The code is bound to the key only once it is exchanged.',
		rfc: 'RFC 9449 §10'
	},
	access_type: {
		what: 'A parameter of some providers: offline asks for a refresh token.',
		without: 'A provider that uses it gives no refresh token, even when offline_access is requested.',
		rfc: 'RFC 6749 §8.2'
	},
	connection: {
		what: 'A parameter of some providers: the user directory or the foreign provider to sign in with.',
		rfc: 'RFC 6749 §8.2'
	},
	organization: {
		what: 'A parameter of some providers: the organization that the user signs in to.',
		rfc: 'RFC 6749 §8.2'
	},
	invitation: {
		what: 'A parameter of some providers: the invitation to an organization that the user accepts.',
		rfc: 'RFC 6749 §8.2'
	},
	screen_hint: {
		what: 'A parameter of some providers: the page to show first, such as the one to sign up.',
		rfc: 'RFC 6749 §8.2'
	}
} satisfies Partial<Record<ParameterName, ParameterText>>;
