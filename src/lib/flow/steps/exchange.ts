import { hasFailed } from '$lib/lexicon/check';
import { later, type Step } from '../step';

export const exchange: Step = {
	id: 'exchange',
	needs: ({ arrival }) => (arrival?.code ? undefined : 'callback'),
	...later(['token'], () => import('../moves/exchange')),
	outcome: ({ exchange: outcome }) =>
		outcome ? (outcome.value && !hasFailed(outcome.checks) ? 'done' : 'failed') : undefined
};
