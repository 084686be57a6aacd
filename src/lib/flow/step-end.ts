/** How a step ended, in words that stand in a list and hold no value: for whoever is told of it and sees nothing else. */
import { otherCode } from '$lib/lexicon/embedding';
import type { Check, Decision } from '$lib/lexicon/check';
import { errorCodes } from '$lib/lexicon/errors';
import type { StepId } from '$lib/lexicon/steps';
import { allChecks, type Session } from './session';
import { statusOf } from './status';

export type StepEnd = { ok: true } | { ok: false; code: string };

/** What was found wrong by one message: what its server says that it decided, its error, and what the client checked. */
interface Finding {
	inside: readonly Decision[];
	error?: string | undefined;
	checks: readonly Check[];
}

/** The newest message first. */
function findingsOf(session: Session, step: StepId): Finding[] {
	const sent = session.outcomes
		.filter((outcome) => outcome.step === step)
		.reverse()
		.map((outcome) => ({
			inside: outcome.exchange.inside ?? [],
			error: outcome.error?.error,
			checks: allChecks(outcome)
		}));
	const { authorizationResponse: came, idTokenChecks } = session;
	if (step === 'callback' && came)
		return [{ inside: came.inside, error: came.error?.error, checks: came.checks }, ...sent];
	return step === 'tokens' ? [{ inside: [], checks: idTokenChecks }, ...sent] : sent;
}

const failedOf = (checks: readonly Check[]): string | undefined =>
	checks.find(({ status }) => status === 'fail')?.id;

/** The server's own check names the one of many reasons for an error; what the client saw of that is its status at best. */
const codeOf = (session: Session, step: StepId): string =>
	findingsOf(session, step)
		.map(
			({ inside, error, checks }) =>
				failedOf(inside.flatMap((decision) => decision.checks)) ??
				errorCodes.find((code) => code === error) ??
				failedOf(checks)
		)
		.find((code) => code !== undefined) ?? otherCode;

/** Undefined while the step has not come to an end. */
export function endOf(session: Session, step: StepId): StepEnd | undefined {
	const status = statusOf(step, session);
	if (status === 'done') return { ok: true };
	return status === 'failed' ? { ok: false, code: codeOf(session, step) } : undefined;
}
