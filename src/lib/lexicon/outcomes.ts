import { say, type Phrase } from './said';

/** The endpoints that decide something, by the last part of their address; the sample API is one to whoever looks. */
export const decidingEndpoints = [
	...['authorize', 'sign-in', 'consent', 'confirm', 'token', 'par', 'userinfo', 'introspect', 'revoke'],
	...['end-session', 'sign-out', 'account', 'register', 'api']
] as const;

export type DecidingEndpoint = (typeof decidingEndpoints)[number];

/** How decisions of the servers end: more phrases, with the names of the values in them. */
export const outcomePhrases = {
	'refused-with': ['error'],
	'answered-with': ['status'],
	'no-token': [],
	'token-ended': [],
	'token-active': [],
	'nobody-there': [],
	'code-issued': [],
	'tokens-issued': [],
	'claims-given': [],
	'request-kept': [],
	registered: [],
	'not-active': [],
	'nothing-to-revoke': [],
	'sign-in-shown': [],
	'sign-in-shown-again': [],
	'step-up-shown': [],
	'consent-shown': [],
	'sign-out-shown': [],
	'signed-out': [],
	'stayed-signed-in': [],
	'other-session-or-none': [],
	'nothing-chosen': [],
	'consent-taken-back': []
} as const satisfies Record<string, readonly string[]>;

export type OutcomeId = keyof typeof outcomePhrases;

/** How it ended, in these phrases alone: their words are shown where no others are loaded. */
export const endedWith: <Id extends OutcomeId>(...told: Parameters<typeof say<Id>>) => Phrase = say;
