import { checkChallenge, createChallenge } from '$lib/client/challenge';
import type { ChallengeMethod } from '$lib/message/challenge';
import { hasFailed } from '$lib/lexicon/check';
import { before, type Session } from '../session';
import type { Step } from '../step';

const methodOf = (text: string | undefined): ChallengeMethod => (text === 'plain' ? 'plain' : 'S256');

/** The fact holds the method only: the challenge is derived again at every reading. */
export const challenge: Step = {
	id: 'challenge',
	needs: ({ code_verifier }) => (code_verifier === undefined ? 'verifier' : undefined),
	asks: {},
	read: async (session, fact): Promise<Session> => {
		if (fact.kind !== 'generated' || session.code_verifier === undefined) return session;
		const method = methodOf(fact.values.code_challenge_method);
		return {
			...before(session, 'challenge'),
			code_challenge_method: method,
			code_challenge: await createChallenge(session.code_verifier, method)
		};
	},
	outcome: ({ code_challenge, code_challenge_method }) => {
		if (code_challenge === undefined || code_challenge_method === undefined) return undefined;
		return hasFailed(checkChallenge(code_challenge, code_challenge_method)) ? 'failed' : 'done';
	}
};
