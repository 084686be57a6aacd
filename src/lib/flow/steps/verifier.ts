import { checkVerifier } from '$lib/client/verifier';
import { hasFailed } from '$lib/lexicon/check';
import { before, type Session } from '../session';
import type { Step } from '../step';

/** A verifier that breaks the rules may be tried: the walk goes on, and the server has its say. */
export const verifier: Step = {
	id: 'verifier',
	needs: ({ server }) => (server ? undefined : 'configure'),
	asks: {},
	read: async (session, fact): Promise<Session> => {
		if (fact.kind !== 'generated') return session;
		const value = fact.values.code_verifier;
		return value === undefined ? session : { ...before(session, 'verifier'), code_verifier: value };
	},
	outcome: ({ code_verifier }) =>
		code_verifier === undefined ? undefined : hasFailed(checkVerifier(code_verifier)) ? 'failed' : 'done'
};
