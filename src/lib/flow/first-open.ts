import { stepIds, type StepId } from '$lib/lexicon/steps';
import { statusOf } from './status';
import type { Session } from './session';

/** Without a refresh token there is nothing to renew, and nothing is missing. */
export const isSpared = (id: StepId, { tokens }: Session): boolean =>
	id === 'renew' && tokens !== undefined && tokens.refresh_token === undefined;

/** The first step up to `last` that is not done and can be; undefined: there is none. Of a recording: the first that failed. */
export const firstOpen = (session: Session, last: StepId): StepId | undefined =>
	stepIds
		.slice(0, stepIds.indexOf(last) + 1)
		.find((id) => !['done', 'not-known'].includes(statusOf(id, session)) && !isSpared(id, session));
