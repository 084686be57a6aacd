/** What is asked of the diagnosis about a walk: what was seen of an answer, and what the run knows beside it. */
import type { ReceivedAuthorizationResponse, Outcome, Session } from '$lib/flow/session';
import type { Trace } from '$lib/trace/fact';
import type { SessionEvidence } from './evidence';
import { proofOfOutcome, proofOfResponse } from './proof-evidence';
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

export async function ofOutcome(session: Session, trace: Trace, outcome: Outcome): Promise<OfWalk> {
	const messages = messagesOf(session, trace, outcome.exchange);
	const known = withoutMarks(session, evidenceOfOutcome(session, trace, outcome), messages);
	const proved = await proofOfOutcome(session, trace, outcome, known);
	return { seen: seenOfOutcome(session, outcome), evidence: { ...known, ...proved } };
}

export async function ofResponse(
	session: Session,
	trace: Trace,
	authorizationResponse: ReceivedAuthorizationResponse
): Promise<OfWalk> {
	const messages = messagesOf({ ...session, authorizationResponse }, trace);
	const evidence = evidenceOfResponse(session, trace, authorizationResponse);
	const proved = await proofOfResponse(session, trace, authorizationResponse);
	return {
		seen: seenOfResponse(session, authorizationResponse),
		evidence: { ...withoutMarks(session, evidence, messages), ...proved }
	};
}

export async function ofUnanswered(session: Session, trace: Trace): Promise<OfWalk> {
	const evidence = evidenceOfUnanswered(session, trace);
	return {
		seen: seenOfUnanswered(session),
		evidence: withoutMarks(session, evidence, messagesOf(session, trace))
	};
}
