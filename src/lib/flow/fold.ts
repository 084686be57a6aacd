/**
 * The law in two functions: a walk is folded from a trace, one fact at a time, by the step that the fact belongs to.
 * The same code reads a live run, a reload, an import, and the past (`fold(trace.slice(0, n))`). Which attempt a fact
 * is of, and which one begins a new attempt: `attempt-of.ts`.
 */
import type { Fact, Trace } from '$lib/trace/fact';
import { headerOf } from '$lib/wire/http';
import { attemptOf, taken } from './attempt-of';
import { emptyWalk, sessionOf, type Session, type Walk } from './session';
import { stepOfFact, stepsOf } from './step-of-fact';
import { stepOf } from './steps';

/** RFC 9449 §8: the newest nonce that a server gave is the one for its next proof. */
function withNonce(session: Session, fact: Fact): Session {
	const exchange = fact.kind === 'exchanged' ? fact.exchange : undefined;
	const nonce = exchange?.response && headerOf(exchange.response.headers, 'dpop-nonce');
	if (!exchange || !nonce || !URL.canParse(exchange.request.url)) return session;
	const { origin } = new URL(exchange.request.url);
	return { ...session, dpopNonces: { ...session.dpopNonces, [origin]: nonce } };
}

/** The walk after one more fact: the fact is read by its step into the attempt that it is of, or begins another. */
export async function advance(walk: Walk, fact: Fact): Promise<Walk> {
	if (fact.kind === 'imported') return { ...walk, setup: { ...walk.setup, imported: fact } };
	if (fact.kind === 'opened') return walk.attempts[fact.attempt] ? { ...walk, current: fact.attempt } : walk;
	const session = sessionOf(walk, attemptOf(walk, fact));
	if (fact.kind === 'beside')
		return taken(walk, session, { ...session, beside: [...session.beside, fact] }, fact);
	const next = withNonce(await stepOf(stepOfFact(fact)).read(session, fact), fact);
	// What came before is shown where it is, and changes nothing.
	if (fact.kind === 'returned' && next === session) return { ...walk, current: session.id };
	return taken(walk, session, next, fact);
}

/** The walk that a whole trace means. What its steps need is fetched for all of them at once, then read in order. */
export async function fold(trace: Trace): Promise<Walk> {
	await Promise.all(stepsOf(trace).map((id) => stepOf(id).prepare?.()));
	let walk = emptyWalk;
	for (const fact of trace) walk = await advance(walk, fact);
	return walk;
}
