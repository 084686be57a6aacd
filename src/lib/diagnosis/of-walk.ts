/** What is asked of the diagnosis about a walk: what was seen of an answer, and what the run knows beside it. */
import type { ReceivedAuthorizationResponse, Outcome, Session } from '$lib/flow/session';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { challengeOf } from '$lib/message/challenge';
import type { Trace } from '$lib/trace/fact';
import type { SessionEvidence } from './evidence';
import type { Seen } from './seen';
import {
	evidenceOfOutcome,
	evidenceOfResponse,
	evidenceOfUnanswered,
	seenOfOutcome,
	seenOfResponse,
	seenOfUnanswered
} from './walk-evidence';
import { messagesOf, withoutMarks } from './withheld';

export { withheldFor } from './withheld';

export interface OfWalk {
	seen: Seen;
	evidence: SessionEvidence;
}

/** What the verifier that went out gives by the method of the request: the server computes the same. */
async function expectedChallenge(evidence: SessionEvidence): Promise<SessionEvidence> {
	const { verifierSent, challenge, challengeMethod = 'plain' } = evidence;
	if (verifierSent === undefined || challenge === undefined) return evidence;
	// Of a verifier that was taken out there is none; one that went out as it is can still be compared.
	if (challengeMethod === 'S256' && isPlaceholder(verifierSent)) return evidence;
	const method = challengeMethod === 'S256' ? 'S256' : 'plain';
	return { ...evidence, expectedChallenge: await challengeOf(verifierSent, method) };
}

export async function ofOutcome(session: Session, trace: Trace, outcome: Outcome): Promise<OfWalk> {
	const messages = messagesOf(session, trace, outcome.exchange);
	const known = withoutMarks(session, evidenceOfOutcome(session, trace, outcome), messages);
	return { seen: seenOfOutcome(session, outcome), evidence: await expectedChallenge(known) };
}

export async function ofResponse(
	session: Session,
	trace: Trace,
	authorizationResponse: ReceivedAuthorizationResponse
): Promise<OfWalk> {
	const messages = messagesOf({ ...session, authorizationResponse }, trace);
	const evidence = evidenceOfResponse(session, trace, authorizationResponse);
	return {
		seen: seenOfResponse(session, authorizationResponse),
		evidence: withoutMarks(session, evidence, messages)
	};
}

export async function ofUnanswered(session: Session, trace: Trace): Promise<OfWalk> {
	const evidence = evidenceOfUnanswered(session, trace);
	return {
		seen: seenOfUnanswered(session),
		evidence: withoutMarks(session, evidence, messagesOf(session, trace))
	};
}
