/**
 * The law in two functions: a walk is folded from a trace, one fact at a time, by the step that the fact belongs to.
 * The same code reads a live run, a reload, an import, and the past (`fold(trace.slice(0, n))`). Which attempt a fact
 * is of, and which one begins a new attempt: `attempt-of.ts`.
 */
import type { StepId, Status } from '$lib/lexicon/steps';
import type { Fact, Trace } from '$lib/trace/fact';
import { headerOf } from '$lib/wire/http';
import { attemptOf, stepOfFact, taken } from './attempt-of';
import { emptySession, emptyWalk, sessionOf, type Session, type Walk } from './session';
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
	if (fact.kind === 'opened') return walk.attempts[fact.attempt] ? { ...walk, current: fact.attempt } : walk;
	const session = sessionOf(walk, attemptOf(walk, fact));
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

const stepsOf = (trace: Trace): StepId[] => [
	...new Set(trace.filter(({ kind }) => kind !== 'opened').map(stepOfFact))
];

/** A trace as far as it could be read. */
export interface Reading {
	trace: Trace;
	walk: Walk;
	/** The view of the current attempt. */
	session: Session;
	/** Facts that could not be read, because a file did not arrive; those after them are read all the same. */
	unread: readonly Fact[];
}

export const nothingRead: Reading = { trace: [], walk: emptyWalk, session: emptySession, unread: [] };

async function readInto({ trace, walk, session, unread }: Reading, fact: Fact): Promise<Reading> {
	const longer = [...trace, fact];
	try {
		const next = await advance(walk, fact);
		return { trace: longer, walk: next, session: sessionOf(next), unread };
	} catch {
		return { trace: longer, walk, session, unread: [...unread, fact] };
	}
}

/** Reads what can be read, whatever cannot. Never rejects; with nothing unread, the walk is that of `fold`. */
export async function readAll(trace: Trace): Promise<Reading> {
	await Promise.allSettled(stepsOf(trace).map((id) => stepOf(id).prepare?.()));
	let reading = nothingRead;
	for (const fact of trace) reading = await readInto(reading, fact);
	return reading;
}

/** The same after one more fact. What could not be read before has its next chance, in its place. */
export const readOn = (reading: Reading, fact: Fact): Promise<Reading> =>
	reading.unread.length === 0 ? readInto(reading, fact) : readAll([...reading.trace, fact]);

/** The first step that is open and has to be done before this one; undefined where this one is open itself. */
export function missingBefore(id: StepId, session: Session): StepId | undefined {
	let missing = stepOf(id).needs(session);
	for (let open = missing; open; open = stepOf(open).needs(session)) missing = open;
	return missing;
}

/** The one place where a status is decided. */
export function statusOf(id: StepId, session: Session): Status {
	const step = stepOf(id);
	return step.outcome(session) ?? (step.needs(session) ? 'locked' : 'ready');
}
