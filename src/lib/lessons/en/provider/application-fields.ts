import type { FieldText } from './field-text';

export const applicationFieldTexts = {
	name: {
		label: 'Name',
		hint: 'Shown to people on the sign-in and consent pages.',
		wrong: 'Give it a name of at most 200 characters.'
	},
	clientId: {
		label: 'Client ID',
		hint: 'Public: the client sends it in every request.',
		wrong: 'Use 1 to 200 visible ASCII characters, and one that no other application has.'
	},
	type: {
		label: 'Type',
		hint: 'Native and single page applications cannot keep a secret. Machines sign in without a person.',
		wrong: 'Choose one of the types.'
	},
	authMethod: {
		label: 'Authentication at the token endpoint',
		hint: 'None is for public clients: PKCE protects them. The others need a client secret, or a key.',
		wrong: 'Choose one of the methods.'
	},
	clientSecret: {
		label: 'Client secret',
		hint: 'For practice only: it is kept in this browser in plain text, and exported with the rest.',
		wrong: 'Use 16 to 200 characters. A client that authenticates needs a secret.'
	},
	jwks: {
		label: 'Public keys of the client (JSON Web Key Set)',
		hint: 'They verify its signed requests, and its assertions where it authenticates with a key. Never paste a private key.',
		wrong: 'Write a JSON object whose member keys is a list of 1 to 10 public keys, of RSA, EC or OKP.'
	},
	redirectUris: {
		label: 'Allowed callback URLs',
		hint: 'One in a line, compared to the last character. http://127.0.0.1:*/callback stands for any port of a native application. Its own schemes work too: com.example.timesheets:/callback.',
		wrong:
			'Write an absolute URL without a fragment. Percent-encode spaces and letters beyond ASCII. Schemes that run script are refused.'
	},
	logoutUris: {
		label: 'Allowed logout URLs',
		hint: 'One in a line: where a person may be sent after signing out.',
		wrong: 'Write an absolute URL without a fragment. Percent-encode spaces and letters beyond ASCII.'
	},
	allowedOrigins: {
		label: 'Allowed origins',
		hint: 'One in a line. Pages of these origins may read the answers, beside those of the callback URLs.',
		wrong: 'Write an origin: scheme, host and port, without a path or a slash at the end.'
	},
	grants: {
		label: 'Grants',
		hint: 'What the application may send to the token endpoint. Any other grant is refused with unauthorized_client.',
		wrong: 'Choose from the grants.'
	},
	idTokenAlgorithm: {
		label: 'ID token signed with',
		hint: 'RS256 is the one that every client must know.',
		wrong: 'Choose one of the algorithms.'
	},
	userinfoForm: {
		label: 'UserInfo answered in',
		hint: 'JSON where nothing else was agreed, or a JWT signed for this application. Clients call it userinfo_signed_response_alg.',
		wrong: 'Choose one of the forms.'
	},
	rotateRefreshTokens: {
		label: 'Rotate refresh tokens',
		hint: 'Each refresh gives a new refresh token. A second use of an old one ends all of them.',
		wrong: ''
	},
	requirePushedRequests: { label: 'Require pushed authorization requests', hint: 'RFC 9126.', wrong: '' },
	requireSignedRequests: { label: 'Require signed request objects', hint: 'RFC 9101.', wrong: '' },
	requireDpop: {
		label: 'Require DPoP',
		hint: 'Its tokens are bound to a key of the client: RFC 9449.',
		wrong: ''
	},
	firstParty: {
		label: 'First party',
		hint: 'An API can let such applications skip the consent page.',
		wrong: ''
	}
} satisfies Record<string, FieldText>;
