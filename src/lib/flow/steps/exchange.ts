import { hasFailed } from '$lib/lexicon/check';
import { securedResponse } from '../secured';
import { allChecks } from '../session';
import { later, type Step } from '../step';

export const exchange: Step = {
	id: 'exchange',
	needs: (session) => {
		// Of a file without secrets the code may be gone with the JWT that it came in: what came of it is still to see.
		if (session.exchange) return undefined;
		return session.authorizationResponse?.code && securedResponse(session) !== 'waits'
			? undefined
			: 'callback';
	},
	...later(['token'], () => import('../moves/exchange')),
	outcome: ({ exchange: outcome }) =>
		outcome ? (outcome.value && !hasFailed(allChecks(outcome)) ? 'done' : 'failed') : undefined
};
