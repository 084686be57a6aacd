import { hasFailed } from '$lib/lexicon/check';
import { securedResponse } from '../secured';
import { later, type Step } from '../step';

export const exchange: Step = {
	id: 'exchange',
	needs: (session) =>
		session.arrival?.code && securedResponse(session) !== 'waits' ? undefined : 'callback',
	...later(['token'], () => import('../moves/exchange')),
	outcome: ({ exchange: outcome }) =>
		outcome ? (outcome.value && !hasFailed(outcome.checks) ? 'done' : 'failed') : undefined
};
