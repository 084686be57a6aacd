import type { Citation } from '$lib/lexicon/citations';
import type { Term } from '$lib/lexicon/terms';

interface TermText {
	/** The word as a standard has it. */
	title: string;
	what: string;
	rfc: Citation;
}

export const termTexts: Record<Term, TermText> = {
	'authorization-server': {
		title: 'Authorization server',
		what: 'The server where users sign in and consent, and which issues the tokens. OpenID Connect calls it the provider.',
		rfc: 'RFC 6749 §1.1'
	},
	'resource-server': {
		title: 'Resource server',
		what: 'The API: it holds what the client wants, and answers whoever brings a token that it accepts.',
		rfc: 'RFC 6749 §1.1'
	},
	issuer: {
		title: 'Issuer',
		what: 'The name of an authorization server: an https address. It stands in its tokens as iss, and must be equal to the last character.',
		rfc: 'RFC 8414 §2'
	},
	metadata: {
		title: 'Metadata',
		what: 'A JSON document that a server publishes about itself: where its endpoints and keys are, and what it supports.',
		rfc: 'RFC 8414 §2'
	},
	'client-identifier': {
		title: 'Client identifier',
		what: 'The name of the application at the authorization server, given when it was registered. Everyone may know it.',
		rfc: 'RFC 6749 §2.2'
	},
	'public-client': {
		title: 'Public client',
		what: 'An application that cannot keep a secret, because its code is in the hands of its users: a page in a browser, or an app on a phone.',
		rfc: 'RFC 6749 §2.1'
	},
	'confidential-client': {
		title: 'Confidential client',
		what: 'An application that can keep a secret, because it runs on a server that only its owner can read. It proves itself at the token endpoint.',
		rfc: 'RFC 6749 §2.1'
	},
	'redirect-uri': {
		title: 'Redirect URI',
		what: 'The address to which the server sends the browser back with its answer. It is registered before, and compared character by character.',
		rfc: 'RFC 6749 §3.1.2'
	},
	scope: {
		title: 'Scope',
		what: 'What the client asks to be allowed, as names with spaces between them. The server may grant less.',
		rfc: 'RFC 6749 §3.3'
	},
	audience: {
		title: 'Audience',
		what: 'Whom a token is for. Whoever is not named in its claim aud must refuse it.',
		rfc: 'RFC 7519 §4.1.3'
	},
	'authorization-endpoint': {
		title: 'Authorization endpoint',
		what: 'The address of the server to which the browser is sent, so that the user can sign in and consent there.',
		rfc: 'RFC 6749 §3.1'
	},
	'token-endpoint': {
		title: 'Token endpoint',
		what: 'The address of the server at which the client trades a code or a refresh token for tokens. No browser is sent there.',
		rfc: 'RFC 6749 §3.2'
	},
	'authorization-code': {
		title: 'Authorization code',
		what: 'A short text that stands for the consent of the user. It lives for a short time and works once, and only the token endpoint takes it.',
		rfc: 'RFC 6749 §4.1.2'
	},
	pkce: {
		title: 'PKCE',
		what: 'Proof Key for Code Exchange: a fresh secret for each attempt, so that a stolen code is of no use to anyone else.',
		rfc: 'RFC 7636 §1'
	},
	'code-verifier': {
		title: 'Code verifier',
		what: 'The secret of one attempt: 43 to 128 random characters. It stays with the client until the token request.',
		rfc: 'RFC 7636 §4.1'
	},
	'code-challenge': {
		title: 'Code challenge',
		what: 'What the server gets first in place of the code verifier. With the method S256 it is the SHA-256 of it in base64url, from which nobody can compute the verifier.',
		rfc: 'RFC 7636 §4.2'
	},
	state: {
		title: 'State',
		what: 'A random value of one attempt that comes back with the answer. It ties the answer to the browser that asked.',
		rfc: 'RFC 6749 §10.12'
	},
	nonce: {
		title: 'Nonce',
		what: 'A random value of one attempt that comes back inside the ID token. It ties that token to this sign-in.',
		rfc: 'OIDC Core §15.5.2'
	},
	'access-token': {
		title: 'Access token',
		what: 'What the client shows to an API. It says what the client may do there, and for whom.',
		rfc: 'RFC 6749 §1.4'
	},
	'id-token': {
		title: 'ID token',
		what: 'A signed statement of the server to the client: who signed in, when, and for which client. It is not for an API.',
		rfc: 'OIDC Core §2'
	},
	'refresh-token': {
		title: 'Refresh token',
		what: 'What the client trades at the token endpoint for a new access token, without asking the user again.',
		rfc: 'RFC 6749 §1.5'
	},
	opaque: {
		title: 'Opaque',
		what: 'A text that means something to the server that made it, and nothing to the client. The client passes it on and reads nothing into it.',
		rfc: 'RFC 6749 §1.4'
	},
	claim: {
		title: 'Claim',
		what: 'One statement in a token: a name and a value, such as who it is about or until when it is good.',
		rfc: 'RFC 7519 §4'
	},
	signature: {
		title: 'Signature',
		what: 'The last part of a JWT. It can be made only with the private key of the issuer, and be checked by anyone with the public one.',
		rfc: 'RFC 7515 §5.2'
	},
	jwks: {
		title: 'Key set (JWKS)',
		what: 'The public keys of a server, as a JSON document. With them anyone can check what the server has signed.',
		rfc: 'RFC 7517 §5'
	},
	cors: {
		title: 'CORS',
		what: 'The rule by which a browser lets a page read an answer of another origin only when that server allows it by its headers.',
		rfc: 'WHATWG Fetch §3.3'
	},
	par: {
		title: 'Pushed authorization request (PAR)',
		what: 'The client posts the whole request to the server first and gets a reference. The browser then carries only that.',
		rfc: 'RFC 9126 §2.1'
	},
	dpop: {
		title: 'Proof of possession (DPoP)',
		what: 'The client signs a small proof for each request with its own key. A token that is bound to the key is of no use without it.',
		rfc: 'RFC 9449 §4.2'
	},
	jarm: {
		title: 'Signed answer (JARM)',
		what: 'The answer of the authorization endpoint as one signed JWT, so that nobody can change it in the browser.',
		rfc: 'JARM §2.1'
	}
};
