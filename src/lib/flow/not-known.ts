import type { StepId } from '$lib/lexicon/steps';
import { statusOf } from './status';
import type { Session } from './session';

type Lacks = (session: Session) => boolean;

/** What a recording may lack, down to one message that somebody brought: nothing of the step was made here, either. */
const lacks: Partial<Record<StepId, Lacks>> = {
	configure: ({ server }) => !server,
	verifier: ({ code_verifier }) => code_verifier === undefined,
	challenge: ({ code_challenge }) => code_challenge === undefined,
	authorize: ({ state }) => state === undefined,
	callback: ({ authorizationRequest }) => !authorizationRequest,
	exchange: ({ code_verifier, exchange }) => code_verifier === undefined || exchange !== undefined,
	renew: ({ tokens, refreshes }) => !tokens || refreshes.length > 0
};
const lacksTokens: Lacks = ({ tokens }) => !tokens;

/** Whether a step was taken elsewhere, if at all, and nothing of it, or not what came of it, was recorded. */
export const isNotKnown = (id: StepId, session: Session): boolean =>
	session.recorded === true &&
	!['done', 'failed'].includes(statusOf(id, session)) &&
	(lacks[id] ?? lacksTokens)(session);
