import { later, type Step } from '../step';

export const configure: Step = {
	id: 'configure',
	needs: () => undefined,
	...later(['discovery', 'oauth-metadata'], () => import('../moves/configure')),
	outcome: ({ server, discovery }) => (server ? 'done' : discovery.length > 0 ? 'failed' : undefined)
};
