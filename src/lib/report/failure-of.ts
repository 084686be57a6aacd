/** The message that failed, as it leaves: what was asked, what was answered. */
import { expectedTexts } from '$lib/lessons/en/report/told';
import { stepTexts } from '$lib/lessons/en/walk/steps';
import { onlyKnown } from '$lib/lexicon/only-known';
import type { Fact, Trace } from '$lib/trace/fact';
import { answeredOf, errorOfAnswer, errorOfCallback } from './answer-of';
import type { Failing } from './failing';
import type { ToldFailure } from './told';

/** The fact that an outcome or an answer was read from. */
export function factOf(facts: Trace, { outcome, response }: Failing): Fact | undefined {
	if (outcome) return facts.find((fact) => fact.kind === 'exchanged' && fact.exchange === outcome.exchange);
	return facts.findLast(
		(fact) => fact.kind === 'returned' && fact.url === response?.url && fact.body === response.body
	);
}

export function failureOf({ step, outcome }: Failing, fact: Fact | undefined): ToldFailure {
	const exchange = fact?.kind === 'exchanged' ? fact.exchange : undefined;
	const url = exchange?.request.url.replace(/[?#].*/s, '');
	return {
		step: stepTexts[step].title,
		does: stepTexts[step].what,
		...(exchange && url ? { request: `${exchange.request.method} ${url}` } : {}),
		...onlyKnown({
			expected: expectedTexts[step],
			answer: exchange && answeredOf(exchange),
			at: fact?.at ?? outcome?.exchange.at
		})
	};
}

export const errorOf = (fact: Fact | undefined): string | undefined => {
	if (fact?.kind === 'returned') return errorOfCallback(fact);
	if (fact?.kind !== 'exchanged') return undefined;
	const { response, failure } = fact.exchange;
	return response ? errorOfAnswer(response) : failure?.detail;
};
