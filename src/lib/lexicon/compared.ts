/** The words in which two attempts, tokens or documents are compared. */

/** Where a value stands. */
export const comparedSubjects = [
	'end',
	/** What the messages prove of each other. */
	'proofs',
	'checks',
	'configuration',
	'request',
	'response',
	'token-request',
	'token-answer',
	/** What it granted, where it did. */
	'tokens',
	'id-token',
	'access-token',
	/** One that was brought alone: of which kind it is it need not say. */
	'token',
	'answers',
	'metadata',
	'keys',
	'times'
] as const;

export type ComparedSubject = (typeof comparedSubjects)[number];

/** What a difference means, in the order in which it matters: first what alone can make a sign-in fail. */
export const differenceMeanings = [
	'end',
	'proof',
	'check',
	'metadata-issuer',
	'issuer',
	'client',
	'endpoint',
	'redirect-uri',
	'came-back-to',
	'response-type',
	'challenge',
	'challenge-method',
	'pkce-methods',
	'verifier',
	'grant',
	'client-authentication',
	'client-secret',
	'sent-as',
	'possession',
	'authorization-error',
	'token-error',
	'failure',
	'status',
	'error-words',
	'audience',
	'token-audience',
	'scope',
	'granted-scope',
	'access-token-form',
	'refresh-token',
	'id-token',
	'token-type',
	'lifetime',
	'expiry',
	'token-moment',
	'algorithm',
	'key',
	'type',
	'token-use',
	'bound-key',
	'token-issuer',
	'tenant',
	'token-version',
	'subject',
	'authorized-party',
	'actor',
	'permissions',
	'disclosed',
	'state',
	'nonce',
	'response-mode',
	'prompt',
	'max-age',
	'acr',
	'sign-in-at',
	'login-hint',
	'origin-header',
	'answer',
	'clock',
	'code-waited',
	'endpoint-published',
	'grants-published',
	'client-methods',
	'algorithms-published',
	'supported',
	'signing-key',
	'claim'
] as const;

export type DifferenceMeaning = (typeof differenceMeanings)[number];

/** Types of JSON (RFC 8259 §3). */
export type ValueType = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object';

/** What is no name on the wire: worked out of a message, or of two. */
export const derivedNames = [
	'@address',
	'@client-authentication',
	'@sent-as',
	'@origin',
	'@dpop',
	'@failure',
	'@status',
	'@form',
	'@lifetime',
	'@disclosed',
	'@unread-disclosures',
	'@wait',
	'@clock',
	'@end'
] as const;

export type DerivedName = (typeof derivedNames)[number];

/** Of what two messages of an attempt say. */
export const provenNames = [
	'challenge',
	'state',
	'redirectUri',
	'code',
	'uses',
	'signature',
	'bearer'
] as const;

export type ProvenName = (typeof provenNames)[number];

/** What two tokens are to each other. `later`: the side that was issued later; `seconds` between them. */
export type PairSaid =
	| { say: 'id-and-access'; id: 'one' | 'other' }
	| { say: 'one-audience' | 'two-kinds' | 'same' | 'other-signature' | 'one-sign-in' | 'two-sign-ins' }
	| { say: 'one-series'; later: 'one' | 'other'; seconds: number };
