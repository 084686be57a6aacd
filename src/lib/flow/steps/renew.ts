import { hasFailed } from '$lib/lexicon/check';
import { later, type Step } from '../step';

export const renew: Step = {
	id: 'renew',
	needs: ({ tokens }) => (tokens ? undefined : 'exchange'),
	...later(['refresh', 'introspection', 'revocation', 'logout'], () => import('../moves/renew')),
	outcome: ({ refreshes }) => {
		const last = refreshes.at(-1);
		return last ? (last.value && !hasFailed(last.checks) ? 'done' : 'failed') : undefined;
	}
};
