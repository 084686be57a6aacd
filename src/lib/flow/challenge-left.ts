/** What can be checked of a challenge that somebody else's browser sent, as far as its file has what it takes. */
import { checkChallenge, checkDerived } from '$lib/client/challenge';
import type { Check } from '$lib/lexicon/check';
import { say } from '$lib/lexicon/said';
import type { ChallengeMethod } from '$lib/message/challenge';
import type { Session } from './session';
import { asLeft, removedIn } from './withheld';

export async function checkSentChallenge(
	session: Session,
	challenge: string,
	method: ChallengeMethod
): Promise<Check[]> {
	const derived = await checkDerived(session.code_verifier, challenge, method);
	const isGone = session.code_verifier === undefined && removedIn(session).includes('code_verifier');
	return asLeft(
		session,
		[...checkChallenge(challenge, method), isGone ? { ...derived, actual: say('removed-before') } : derived],
		[['code_challenge', challenge]]
	);
}
