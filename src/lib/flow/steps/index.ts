import type { StepId } from '$lib/lexicon/steps';
import type { Step } from '../step';
import { authorize } from './authorize';
import { call } from './call';
import { callback } from './callback';
import { challenge } from './challenge';
import { configure } from './configure';
import { exchange } from './exchange';
import { renew } from './renew';
import { tokens } from './tokens';
import { verifier } from './verifier';

/** The walk, in order. */
export const steps: readonly Step[] = [
	configure,
	verifier,
	challenge,
	authorize,
	callback,
	exchange,
	tokens,
	call,
	renew
];

export function stepOf(id: StepId): Step {
	const step = steps.find((candidate) => candidate.id === id);
	if (!step) throw new Error(`No step ${id}`);
	return step;
}
