import { hasFailed } from '$lib/lexicon/check';
import { later, type Step } from '../step';

export const callback: Step = {
	id: 'callback',
	needs: ({ departure }) => (departure ? undefined : 'authorize'),
	...later(['jwks'], () => import('../moves/callback')),
	outcome: ({ arrival }) => (arrival ? (hasFailed(arrival.checks) ? 'failed' : 'done') : undefined)
};
