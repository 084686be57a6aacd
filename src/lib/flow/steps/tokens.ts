import { hasFailed } from '$lib/lexicon/check';
import { later, type Step } from '../step';

export const tokens: Step = {
	id: 'tokens',
	needs: ({ tokens: held }) => (held ? undefined : 'exchange'),
	...later(['jwks'], () => import('../moves/tokens')),
	outcome: ({ tokens: held, jwks, idTokenChecks }) => {
		if (!held) return undefined;
		if (hasFailed(idTokenChecks)) return 'failed';
		if (!held.id_token) return 'done';
		return jwks ? (jwks.value ? 'done' : 'failed') : undefined;
	}
};
