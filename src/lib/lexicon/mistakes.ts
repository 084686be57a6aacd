import type { StepId } from './steps';

/** Mistakes that people make with this flow, each of which a server or the client has to notice. */
export const mistakeIds = [
	'wrong-verifier',
	'hex-challenge',
	'other-redirect-uri',
	'code-again',
	'wrong-state',
	'id-token-at-api'
] as const;

export type MistakeId = (typeof mistakeIds)[number];

/** Where each is made. */
export const mistakeSteps: Record<MistakeId, StepId> = {
	'wrong-verifier': 'exchange',
	'hex-challenge': 'authorize',
	'other-redirect-uri': 'authorize',
	'code-again': 'exchange',
	'wrong-state': 'callback',
	'id-token-at-api': 'call'
};

/** Why a walk cannot be broken in a certain way. */
export const mistakeObstacles = [
	'recorded',
	'plain-challenge',
	'signed-request',
	'signed-response',
	'no-state',
	'no-id-token',
	'no-api'
] as const;

export type MistakeObstacle = (typeof mistakeObstacles)[number];
