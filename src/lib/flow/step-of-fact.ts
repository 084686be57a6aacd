import type { StepId } from '$lib/lexicon/steps';
import type { Fact, Trace } from '$lib/trace/fact';

/** Facts that no step reads: of the walk, or of what stands beside it. */
export const isApart = (kind: Fact['kind']): boolean => ['opened', 'imported', 'beside'].includes(kind);

export const stepOfFact = (fact: Fact): StepId => ('step' in fact ? fact.step : 'configure');

/** The steps whose facts are in a trace. */
export const stepsOf = (trace: Trace): StepId[] => [
	...new Set(trace.filter(({ kind }) => !isApart(kind)).map(stepOfFact))
];
