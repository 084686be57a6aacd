/**
 * The law in two functions: a session is folded from a trace, one fact at a time, by the step that the fact
 * belongs to. The same code reads a live run, a reload, an import, and the past (`fold(trace.slice(0, n))`).
 */
import type { StepId, Status } from '$lib/lexicon/steps';
import type { Fact, Trace } from '$lib/trace/fact';
import { headerOf } from '$lib/wire/http';
import { emptySession, type Session } from './session';
import { stepOf } from './steps';

export const stepOfFact = (fact: Fact): StepId => (fact.kind === 'configured' ? 'configure' : fact.step);

/** RFC 9449 §8: the newest nonce that a server gave is the one for its next proof. */
function withNonce(session: Session, fact: Fact): Session {
	const exchange = fact.kind === 'exchanged' ? fact.exchange : undefined;
	const nonce = exchange?.response && headerOf(exchange.response.headers, 'dpop-nonce');
	if (!exchange || !nonce || !URL.canParse(exchange.request.url)) return session;
	const { origin } = new URL(exchange.request.url);
	return { ...session, dpopNonces: { ...session.dpopNonces, [origin]: nonce } };
}

/** The session after one more fact. */
export const advance = async (session: Session, fact: Fact): Promise<Session> =>
	withNonce(await stepOf(stepOfFact(fact)).read(session, fact), fact);

/** The session that a whole trace means. What its steps need is fetched for all of them at once, then read in order. */
export async function fold(trace: Trace): Promise<Session> {
	await Promise.all([...new Set(trace.map(stepOfFact))].map((id) => stepOf(id).prepare?.()));
	let session = emptySession;
	for (const fact of trace) session = await advance(session, fact);
	return session;
}

/** The one place where a status is decided. */
export function statusOf(id: StepId, session: Session): Status {
	const step = stepOf(id);
	return step.outcome(session) ?? (step.needs(session) ? 'locked' : 'ready');
}
