import { later, type Step } from '../step';

export const authorize: Step = {
	id: 'authorize',
	needs: ({ code_challenge }) => (code_challenge === undefined ? 'challenge' : undefined),
	...later(['authorization', 'par'], () => import('../moves/authorize')),
	outcome: ({ authorizationRequest, pushed }) => {
		if (authorizationRequest) return 'done';
		return pushed && !pushed.value ? 'failed' : undefined;
	}
};
