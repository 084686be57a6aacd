import { hasFailed } from '$lib/lexicon/check';
import { securedResponse } from '../secured';
import { later, type Step } from '../step';

export const callback: Step = {
	id: 'callback',
	needs: ({ authorizationRequest }) => (authorizationRequest ? undefined : 'authorize'),
	...later(['jwks'], () => import('../moves/callback')),
	outcome: (session) => {
		const { authorizationResponse } = session;
		if (!authorizationResponse) return undefined;
		const secured = securedResponse(session);
		if (hasFailed(authorizationResponse.checks) || secured === 'unverified') return 'failed';
		return secured === 'waits' ? undefined : 'done';
	}
};
