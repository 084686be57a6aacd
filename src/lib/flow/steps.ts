import { stepIds, stepMoves, type StepId } from '$lib/lexicon/steps';
import { standings } from './standing';
import { later, type Step } from './step';

function createStep(id: StepId): Step {
	const { needs, outcome, read } = standings[id];
	const moves = read ? { asks: {}, read } : later<typeof id>(stepMoves[id], () => import(`./moves/${id}.ts`));
	return { id, needs, outcome, ...moves };
}

/** The walk, in order. */
export const steps: readonly Step[] = stepIds.map(createStep);

export function stepOf(id: StepId): Step {
	const step = steps.find((candidate) => candidate.id === id);
	if (!step) throw new Error(`No step ${id}`);
	return step;
}
