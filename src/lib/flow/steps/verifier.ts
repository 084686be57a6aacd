import { checkVerifier } from '$lib/client/verifier';
import { hasFailed } from '$lib/lexicon/check';
import { before, type Session } from '../session';
import type { Step } from '../step';

/**
 * A verifier that breaks the rules may be tried: the walk goes on, and the server has its say. An empty text is
 * no verifier.
 */
export const verifier: Step = {
	id: 'verifier',
	needs: ({ server }) => (server ? undefined : 'configure'),
	asks: {},
	read: async (session, fact): Promise<Session> => {
		if (fact.kind !== 'generated') return session;
		const value = fact.values.code_verifier;
		if (value === undefined) return session;
		const earlier = before(session, 'verifier');
		return value === '' ? earlier : { ...earlier, code_verifier: value };
	},
	outcome: ({ code_verifier }) =>
		code_verifier === undefined ? undefined : hasFailed(checkVerifier(code_verifier)) ? 'failed' : 'done'
};
