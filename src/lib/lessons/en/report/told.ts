import type { StepId } from '$lib/lexicon/steps';

/** What was to come of a step that sends something, for who was not there. */
export const expectedTexts: Partial<Record<StepId, string>> = {
	configure: 'The issuer answers with its metadata.',
	authorize: 'The server shows its sign-in page and answers to the redirect URI.',
	callback: 'The browser comes back with a code that this client may use.',
	exchange: 'The token endpoint answers with tokens.',
	tokens: 'Every check of the ID token passes.',
	call: 'The API answers the call.',
	renew: 'The token endpoint answers with a new access token.'
};

/** How a sign-in came out, without who it was. */
export const signInTexts = {
	verified: 'Tokens came, and the ID token passed its checks.',
	'taken-out': 'Tokens came. They were taken out of the file.',
	unverified: 'Tokens came. The ID token has not been verified.',
	'not-believed': 'Tokens came, and a check of the ID token failed.',
	doubtful: 'Tokens came, though a check before them failed.',
	unnamed: 'Tokens came, without an ID token.',
	refused: 'The code brought no tokens.',
	replayed: 'Tokens came. Then the code was sent once more, which brought none.',
	'turned-away': 'The server refused the sign-in on a page of its own.',
	code: 'A code came. It has not been exchanged.',
	unusable: 'An answer came without a code that can be read.',
	waiting: 'The sign-in has not come back.',
	nothing: 'Nobody has signed in.',
	'not-recorded': 'What came of this sign-in was not recorded.'
} as const;

export const toldTexts = {
	failedAt: (step: string): string => `Failed at “${step}”.`,
	/** Of a walk that goes on. */
	unfinished: (step: string): string => `In progress: this walk is not finished. Next would be “${step}”.`,
	recorded:
		'Read from a recording or from a text that somebody brought; what it does not show is not recorded.',
	redactedBefore: 'Secrets had been taken out before it got here; checks on them are skipped.',
	signInError: (error: string): string => `The sign-in ended with the error ${error}.`,
	builtIn: 'The provider that is built into this site',
	application: {
		none: 'public client, without a secret',
		client_secret_basic: 'confidential client, secret in the Authorization header',
		client_secret_post: 'confidential client, secret in the form',
		private_key_jwt: 'confidential client, signed assertion'
	},
	/** Of a client that has sent no token request: what it is set to. */
	configured: (application: string): string => `${application} (as configured)`,
	redirect: {
		web: 'redirect to a web address',
		device: 'redirect to this device',
		scheme: 'redirect to a scheme of an app'
	},
	flow: {
		code: 'authorization code',
		other: (type: string): string => `response_type ${type}`,
		pkce: (method: string): string => `PKCE with ${method}`,
		withoutPkce: 'without PKCE',
		mode: (mode: string): string => `response_mode ${mode}`,
		pushed: 'pushed request',
		signed: 'signed request',
		dpop: 'DPoP',
		/** The reference stands for a request that is not known. */
		unknown: 'authorization request by reference, which is not known'
	},
	times: { began: 'Sign-in began', returned: 'Came back', asked: 'Token request' },
	groups: {
		response: 'Callback',
		inside: (endpoint: string): string => `What the server says that it decided: ${endpoint}`,
		idToken: 'ID token',
		firstIdToken: 'ID token of the sign-in'
	},
	edited: 'edited by hand before it was sent'
} as const;
