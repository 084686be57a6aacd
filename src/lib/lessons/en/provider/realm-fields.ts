import type { FieldText } from './field-text';

export const apiFieldTexts = {
	name: { label: 'Name', wrong: 'Give it a name of at most 200 characters.' },
	identifier: {
		label: 'Identifier (audience)',
		hint: 'An absolute URI. Clients send it as audience or resource, and access tokens carry it as aud. Nothing is fetched from it.',
		wrong: 'Write an absolute URI without a fragment, and one that no other API has.'
	},
	scopes: {
		label: 'Scopes',
		hint: 'One in a line: the scope, a space, and what the consent page says of it.',
		wrong: 'A scope has no spaces, quotation marks or backslashes.'
	},
	tokenLifetime: {
		label: 'Access token lifetime, in seconds',
		wrong: 'Write a whole number of seconds, at least 1 and at most 30 days (2592000).'
	},
	signingAlgorithm: {
		label: 'Access token signed with',
		hint: 'The sample API takes all four, and nothing else.',
		wrong: 'Choose one of the algorithms.'
	},
	allowOfflineAccess: {
		label: 'Allow offline access',
		hint: 'Without it no refresh token is issued for this API, even when offline_access is asked for.',
		wrong: ''
	},
	skipConsentForFirstParty: {
		label: 'Skip consent for first-party applications',
		wrong: ''
	}
} satisfies Record<string, FieldText>;

export const userFieldTexts = {
	name: { label: 'Full name', wrong: 'Give a name of at most 200 characters.' },
	username: {
		label: 'User name',
		wrong: 'Give a user name that nobody else has, of at most 200 characters.'
	},
	password: {
		label: 'Password',
		hint: 'For practice only: it is kept in plain text. Never use one of yours.',
		wrong: 'Give a password of at most 200 characters.'
	},
	sub: {
		label: 'Subject (sub)',
		hint: 'Names the person in tokens, for ever.',
		wrong: 'Use 1 to 255 visible ASCII characters without spaces, and a subject that nobody else has.'
	},
	givenName: { label: 'Given name', wrong: 'At most 2,000 characters.' },
	familyName: { label: 'Family name', wrong: 'At most 2,000 characters.' },
	email: { label: 'E-mail address', wrong: 'At most 2,000 characters.' },
	emailVerified: { label: 'E-mail address is verified', wrong: '' },
	roles: {
		label: 'Roles',
		hint: 'One in a line. The sample API lets a manager approve.',
		wrong: 'At most 50 roles.'
	},
	metadata: {
		label: 'Metadata',
		hint: 'One in a line, as name: value. Rules see it as user.user_metadata.',
		wrong: 'A name has at most 200 characters, a value at most 2,000.'
	}
} satisfies Record<string, FieldText>;

export const ruleFieldTexts = {
	name: { label: 'Name', wrong: 'Give it a name of at most 200 characters.' },
	kind: {
		label: 'Form',
		hint: 'A rule is a function with a callback. An action is a module with onExecutePostLogin.',
		wrong: 'Choose one of the forms.'
	},
	enabled: { label: 'Switched on', wrong: '' },
	code: {
		label: 'Code',
		hint: 'JavaScript. It runs at each sign-in, in a sandbox without network, storage or modules: for at most 250 ms, and with all other rules for a second.',
		wrong: 'At most 100,000 characters.'
	}
} satisfies Record<string, FieldText>;

const wholeSeconds = (most: string): string =>
	`Write a whole number of seconds, at least 1 and at most ${most}.`;

export const policyFieldTexts = {
	requirePkce: {
		label: 'Require PKCE of public clients',
		hint: 'They have no other protection. Switched off, a request without a code_challenge is let through, and the decisions say so.',
		wrong: ''
	},
	requirePkceOfConfidential: {
		label: 'Require PKCE of confidential clients',
		hint: 'Recommended: a secret does not tell one sign-in from another. Many older clients do not send a code_challenge.',
		wrong: ''
	},
	allowPlain: {
		label: 'Allow the challenge method plain',
		hint: 'A challenge that is the verifier itself protects against nobody who sees the request.',
		wrong: ''
	},
	requireState: { label: 'Require state', wrong: '' },
	requireNonce: { label: 'Require nonce', hint: 'Where openid is asked for.', wrong: '' },
	issParameter: {
		label: 'Send iss in the authorization response',
		hint: 'It tells clients with several servers who answered: RFC 9207.',
		wrong: ''
	},
	rememberConsent: {
		label: 'Remember consent',
		hint: 'But for native applications that another program could pass for: RFC 8252.',
		wrong: ''
	},
	allowRegistration: { label: 'Let applications register themselves', hint: 'RFC 7591.', wrong: '' },
	requirePushedRequests: {
		label: 'Require pushed authorization requests',
		hint: 'Of every application: RFC 9126.',
		wrong: ''
	},
	requireSignedRequests: {
		label: 'Require signed request objects',
		hint: 'Of every application: RFC 9101.',
		wrong: ''
	},
	requireDpop: { label: 'Require DPoP', hint: 'Of every application: RFC 9449.', wrong: '' },
	dpopNonce: {
		label: 'Ask for a nonce in DPoP proofs',
		hint: 'Here and at the sample API: the first proof is refused with a nonce to use.',
		wrong: ''
	},
	codeLifetime: { label: 'Authorization code, seconds', wrong: wholeSeconds('600') },
	idTokenLifetime: { label: 'ID token, seconds', wrong: wholeSeconds('86400') },
	accessTokenLifetime: {
		label: 'Access token without an API, seconds',
		wrong: wholeSeconds('2592000')
	},
	refreshTokenLifetime: { label: 'Refresh token, seconds', wrong: wholeSeconds('31536000') },
	sessionLifetime: { label: 'Session in this browser, seconds', wrong: wholeSeconds('2592000') },
	clockOffset: {
		label: 'Clock of the server is off by, seconds',
		hint: 'See what a client makes of tokens from the future (300) or the past (-7200).',
		wrong: 'Write a whole number of seconds, at most a year either way.'
	},
	defaultAudience: {
		label: 'Default audience',
		hint: 'The identifier of the API that is meant when a client names none.',
		wrong: 'At most 2,000 characters.'
	}
} satisfies Record<string, FieldText>;
