/** Every check of an attempt, under the message that it was made of. */
import { allChecks, type Session } from '$lib/flow/session';
import { toldTexts as texts } from '$lib/lessons/en/report/told';
import { moveLabels } from '$lib/lessons/en/walk/steps';
import type { Check, Decision } from '$lib/lexicon/check';

interface CheckGroup {
	title: string;
	checks: Check[];
}

const insideOf = (decisions: readonly Decision[]): CheckGroup[] =>
	decisions.map(({ endpoint, checks }) => ({ title: texts.groups.inside(endpoint), checks }));

/** In the order in which the messages went; those without a check are left out. */
export function checkGroupsOf({
	authorizationResponse,
	unanswered = [],
	outcomes,
	idTokenChecks,
	firstIdTokenChecks = []
}: Session): CheckGroup[] {
	const before = outcomes.filter(({ step }) => step === 'configure' || step === 'authorize');
	const ofOutcome = (all: typeof outcomes): CheckGroup[] =>
		all.flatMap((outcome) => [
			{ title: moveLabels[outcome.move], checks: allChecks(outcome) },
			...insideOf(outcome.exchange.inside ?? [])
		]);
	return [
		...ofOutcome(before),
		...insideOf([...(authorizationResponse?.inside ?? []), ...unanswered]),
		{ title: texts.groups.response, checks: authorizationResponse?.checks ?? [] },
		...ofOutcome(outcomes.filter((one) => !before.includes(one))),
		{ title: texts.groups.firstIdToken, checks: firstIdTokenChecks },
		{ title: texts.groups.idToken, checks: idTokenChecks }
	].filter(({ checks }) => checks.length > 0);
}
