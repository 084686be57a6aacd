import type { StepId } from '$lib/lexicon/steps';
import type { Fact, Trace } from '$lib/trace/fact';

export const stepOfFact = (fact: Fact): StepId =>
	fact.kind === 'configured' || fact.kind === 'opened' ? 'configure' : fact.step;

/** The steps whose facts are in a trace. */
export const stepsOf = (trace: Trace): StepId[] => [
	...new Set(trace.filter(({ kind }) => kind !== 'opened').map(stepOfFact))
];
