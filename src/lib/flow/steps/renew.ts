import { hasFailed } from '$lib/lexicon/check';
import { allChecks } from '../session';
import { later, type Step } from '../step';

export const renew: Step = {
	id: 'renew',
	needs: ({ tokens }) => (tokens ? undefined : 'exchange'),
	...later(['refresh', 'introspection', 'revocation', 'logout'], () => import('../moves/renew')),
	outcome: ({ refreshes, introspection, revocation, signOut }) => {
		const made = [refreshes.at(-1), introspection, revocation].filter((outcome) => outcome !== undefined);
		if (made.length === 0) return signOut ? 'done' : undefined;
		return made.every((one) => one.value !== undefined && !hasFailed(allChecks(one))) ? 'done' : 'failed';
	}
};
