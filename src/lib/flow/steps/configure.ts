import { hasFailed } from '$lib/lexicon/check';
import { later, type Step } from '../step';

export const configure: Step = {
	id: 'configure',
	needs: () => undefined,
	...later(['discovery', 'oauth-metadata'], () => import('../moves/configure')),
	outcome: ({ server, discovery, typed }) => {
		if (!server) return discovery.length > 0 || typed ? 'failed' : undefined;
		if (typed) return 'done';
		// A document under another spelling of its issuer fails, and the walk goes on with it all the same.
		return hasFailed(discovery.findLast(({ value }) => value)?.checks ?? []) ? 'failed' : 'done';
	}
};
