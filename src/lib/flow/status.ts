import type { Status, StepId } from '$lib/lexicon/steps';
import type { Session } from './session';
import { stepOf } from './steps';

/** The first step that is open and has to be done before this one; undefined where this one is open itself. */
export function missingBefore(id: StepId, session: Session): StepId | undefined {
	let missing = stepOf(id).needs(session);
	for (let open = missing; open; open = stepOf(open).needs(session)) missing = open;
	return missing;
}

/** The one place where a status is decided. In a recording nothing is locked, and nothing waits to be done. */
export function statusOf(id: StepId, session: Session): Status {
	const step = stepOf(id);
	const outcome = step.outcome(session);
	if (outcome) return outcome;
	if (session.recorded) return 'not-known';
	return step.needs(session) ? 'locked' : 'ready';
}
