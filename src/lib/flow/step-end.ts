/** How a step ended, in words that stand in a list and hold no value: for whoever is told of it and sees nothing else. */
import { otherCode } from '$lib/lexicon/embedding';
import type { Check } from '$lib/lexicon/check';
import { errorCodes } from '$lib/lexicon/errors';
import type { StepId } from '$lib/lexicon/steps';
import { allChecks, type Session } from './session';
import { statusOf } from './status';

export type StepEnd = { ok: true } | { ok: false; code: string };

/** What was found wrong in a step, the newest message first: its error, its checks, and those of the server itself. */
interface Finding {
	error?: string | undefined;
	checks: readonly Check[];
}

function findingsOf(session: Session, step: StepId): Finding[] {
	const sent = session.outcomes
		.filter((outcome) => outcome.step === step)
		.reverse()
		.map((outcome) => ({
			error: outcome.error?.error,
			checks: [...allChecks(outcome), ...(outcome.exchange.inside ?? []).flatMap(({ checks }) => checks)]
		}));
	const { authorizationResponse: came, idTokenChecks } = session;
	if (step === 'callback' && came)
		return [
			{ error: came.error?.error, checks: [...came.checks, ...came.inside.flatMap(({ checks }) => checks)] },
			...sent
		];
	return step === 'tokens' ? [{ checks: idTokenChecks }, ...sent] : sent;
}

/** A check that failed by its id, before an error by its code: of many reasons for one code it names the one. */
function codeOf(session: Session, step: StepId): string {
	for (const { error, checks } of findingsOf(session, step)) {
		const failed = checks.find(({ status }) => status === 'fail');
		if (failed) return failed.id;
		const known = errorCodes.find((code) => code === error);
		if (known) return known;
	}
	return otherCode;
}

/** Undefined while the step has not come to an end. */
export function endOf(session: Session, step: StepId): StepEnd | undefined {
	const status = statusOf(step, session);
	if (status === 'done') return { ok: true };
	return status === 'failed' ? { ok: false, code: codeOf(session, step) } : undefined;
}
