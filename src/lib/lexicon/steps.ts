/** The nine steps of the walk, in order, each with the messages that it can send. */
export const stepMoves = {
	configure: ['discovery', 'oauth-metadata'],
	verifier: [],
	challenge: [],
	authorize: ['authorization', 'par'],
	callback: ['jwks'],
	exchange: ['token'],
	tokens: ['jwks'],
	call: ['api', 'userinfo'],
	renew: ['refresh', 'introspection', 'revocation', 'logout']
} as const;

export type StepId = keyof typeof stepMoves;

/** Of one step, or of any. */
export type MoveId<Id extends StepId = StepId> = (typeof stepMoves)[Id][number];

const isStep = (name: string): name is StepId => name in stepMoves;

export const stepIds = Object.keys(stepMoves).filter(isStep);

export const moveIds = [...new Set(stepIds.flatMap((id): readonly MoveId[] => stepMoves[id]))];

/**
 * `locked`: something before it is missing. `failed`: it ran, and a check of it failed. `not-known`: a recording does not
 * show it, or not what came of it.
 */
export type Status = 'locked' | 'ready' | 'done' | 'failed' | 'not-known';
