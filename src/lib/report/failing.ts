/** What failed in an attempt, and why as the diagnosis says it. */
import { diagnoseOutcome, diagnoseResponse, diagnoseUnanswered, type Report } from '$lib/diagnosis/explain';
import { isExplained } from '$lib/flow/explained';
import { hasFailedOutcome, hasFailedResponse } from '$lib/flow/has-failed';
import type { Outcome, ReceivedAuthorizationResponse, Session } from '$lib/flow/session';
import { statusOf } from '$lib/flow/status';
import { hasFailed } from '$lib/lexicon/check';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import type { Trace } from '$lib/trace/fact';

export interface Failing {
	step: StepId;
	/** The message that failed; a step may fail by its checks alone. */
	outcome?: Outcome;
	response?: ReceivedAuthorizationResponse;
	/** The server refused the request on a page of its own. */
	unanswered?: true;
}

const hasNothing = ({ value, exchange }: Outcome): boolean =>
	value === undefined && (exchange.failure !== undefined || exchange.response !== undefined);

/** The first step that stands as failed, with its newest message that did. */
export function failingOf(session: Session): Failing | undefined {
	const { authorizationResponse, unanswered = [], outcomes } = session;
	if (!authorizationResponse && unanswered.some(({ checks }) => hasFailed(checks)))
		return { step: 'authorize', unanswered: true };
	const step = stepIds.find((id) => statusOf(id, session) === 'failed');
	if (!step) return undefined;
	if (step === 'callback' && authorizationResponse) return { step, response: authorizationResponse };
	const ofStep = outcomes.filter((one) => one.step === step);
	const outcome = ofStep.findLast(hasFailedOutcome) ?? ofStep.findLast(hasNothing);
	return { step, ...(outcome ? { outcome } : {}) };
}

/** What failed after it: a walk may go on with what it should not have taken. */
export function failedAfter(session: Session, first: Failing): Failing | undefined {
	const later = stepIds.slice(stepIds.indexOf(first.step) + 1);
	const outcome = session.outcomes.findLast((one) => later.includes(one.step) && hasFailedOutcome(one));
	return outcome && { step: outcome.step, outcome };
}

/** What the diagnosis says of it. Nothing where the panel itself says what is wrong, and no rule says more. */
export async function reasonOf(
	session: Session,
	trace: Trace,
	{ outcome, response, unanswered }: Failing
): Promise<Report | undefined> {
	if (unanswered) return diagnoseUnanswered(session, trace);
	if (response) return hasFailedResponse(response) ? diagnoseResponse(session, trace, response) : undefined;
	if (!outcome || !hasFailedOutcome(outcome)) return undefined;
	const report = await diagnoseOutcome(session, trace, outcome);
	return report?.causes.length === 0 && isExplained(outcome) ? undefined : report;
}
