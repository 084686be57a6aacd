/** The nine steps of the walk, in order. A step is a route, a panel, a lesson and an entry of `flow/steps`. */
export const stepIds = [
	'configure',
	'verifier',
	'challenge',
	'authorize',
	'callback',
	'exchange',
	'tokens',
	'call',
	'renew'
] as const;

export type StepId = (typeof stepIds)[number];

/** `locked`: something before it is missing. `failed`: it ran, and a check of it failed. */
export type Status = 'locked' | 'ready' | 'done' | 'failed';

/** The messages that a step can send. A step may have several (the call step: the API and UserInfo). */
export const moveIds = [
	'discovery',
	'oauth-metadata',
	'authorization',
	'jwks',
	'par',
	'token',
	'api',
	'userinfo',
	'refresh',
	'introspection',
	'revocation',
	'logout'
] as const;

export type MoveId = (typeof moveIds)[number];
