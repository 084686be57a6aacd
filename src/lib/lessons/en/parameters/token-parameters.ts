import type { ParameterName } from '$lib/lexicon/parameters';
import type { ParameterText } from './parameter-text';

/** Parameters of the authorization response, of token requests and responses, and of what comes after. */
export const tokenParameterTexts = {
	code: {
		what: 'The authorization code: short-lived, for one use, and bound to the client, the redirect URI and the code challenge.',
		without: 'There is nothing to exchange.',
		rfc: 'RFC 6749 §4.1.2'
	},
	iss: {
		what: 'The issuer identifier of the server that sent this answer. The client compares it with the issuer it asked.',
		without: 'A client of several servers can be led to send one server’s code to another: a mix-up attack.',
		rfc: 'RFC 9207 §2'
	},
	error: {
		what: 'The code of what went wrong, out of a fixed list that specifications extend.',
		rfc: 'RFC 6749 §4.1.2.1'
	},
	error_description: {
		what: 'A text for developers that says more about the error. It is not meant for users, and programs must not depend on it.',
		rfc: 'RFC 6749 §4.1.2.1'
	},
	error_uri: {
		what: 'The address of a page about the error.',
		rfc: 'RFC 6749 §4.1.2.1'
	},
	session_state: {
		what: 'A value with which a page can notice that the session at the server has changed.',
		rfc: 'OIDC Session Management §2'
	},
	grant_type: {
		what: 'What the client presents: authorization_code for a code, refresh_token for a refresh token.',
		without: 'The server cannot tell how to read the request and refuses it.',
		rfc: 'RFC 6749 §4.1.3'
	},
	code_verifier: {
		what: 'The secret of this attempt. The server transforms it and compares the result with the code challenge.',
		without: 'The server refuses the code, as nothing shows that the one who redeems it also started.',
		rfc: 'RFC 7636 §4.5'
	},
	client_secret: {
		what: 'The password of a confidential client. A browser or a phone app cannot keep one, so a public client has none.',
		rfc: 'RFC 6749 §2.3.1'
	},
	client_assertion_type: {
		what: 'The format of the client_assertion, such as a JWT.',
		rfc: 'RFC 7521 §4.2'
	},
	client_assertion: {
		what: 'A signed statement with which a confidential client authenticates in place of a secret.',
		rfc: 'RFC 7521 §4.2'
	},
	refresh_token: {
		what: 'A long-lived credential for new access tokens. It goes to the authorization server only, never to an API.',
		without: 'When the access token expires, the user has to come back to the authorization server.',
		rfc: 'RFC 6749 §1.5'
	},
	access_token: {
		what: 'The credential for the API. To the client it is opaque: only the API may rely on its content.',
		without: 'The API refuses the call.',
		rfc: 'RFC 6749 §5.1'
	},
	token_type: {
		what: 'How the access token is to be used. Bearer means that whoever holds it may use it.',
		without: 'The client does not know how to use the token and must not use it.',
		rfc: 'RFC 6749 §7.1'
	},
	expires_in: {
		what: 'How many seconds the access token lives, counted from the answer.',
		without: 'The client learns that the token expired only when an API refuses it.',
		rfc: 'RFC 6749 §5.1'
	},
	id_token: {
		what: 'A signed statement for the client about who signed in, when and how. It is not a key to an API.',
		without: 'The client does not know who signed in.',
		rfc: 'OIDC Core §3.1.3.3'
	},
	token: {
		what: 'The token that is to be revoked or described.',
		without: 'The server does not know which token is meant.',
		rfc: 'RFC 7009 §2.1'
	},
	token_type_hint: {
		what: 'Which kind of token it is, so that the server finds it sooner.',
		rfc: 'RFC 7009 §2.1'
	},
	post_logout_redirect_uri: {
		what: 'Where the browser goes after logout. It must be registered.',
		without: 'The user stays on the page of the authorization server.',
		rfc: 'OIDC RP-Initiated Logout §2'
	},
	logout_hint: {
		what: 'Who wants to log out, when no ID token can be sent along.',
		rfc: 'OIDC RP-Initiated Logout §2'
	}
} satisfies Partial<Record<ParameterName, ParameterText>>;
