import { later, type Step } from '../step';

export const call: Step = {
	id: 'call',
	needs: ({ tokens }) => (tokens ? undefined : 'exchange'),
	...later(['api', 'userinfo'], () => import('../moves/call')),
	outcome: ({ api, userinfo }) => {
		const made = [api, userinfo].filter((outcome) => outcome !== undefined);
		if (made.length === 0) return undefined;
		return made.every(({ value }) => value !== undefined) ? 'done' : 'failed';
	}
};
