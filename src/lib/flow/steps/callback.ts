import { hasFailed } from '$lib/lexicon/check';
import { securedResponse } from '../secured';
import { later, type Step } from '../step';

export const callback: Step = {
	id: 'callback',
	needs: ({ departure }) => (departure ? undefined : 'authorize'),
	...later(['jwks'], () => import('../moves/callback')),
	outcome: (session) => {
		const { arrival } = session;
		if (!arrival) return undefined;
		const secured = securedResponse(session);
		if (hasFailed(arrival.checks) || secured === 'unverified') return 'failed';
		return secured === 'waits' ? undefined : 'done';
	}
};
