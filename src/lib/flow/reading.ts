/** A trace as far as it could be read: what reads facts is fetched with the first of them, and may not arrive. */
import { loadPart } from '$lib/lexicon/part';
import type { Fact, Trace } from '$lib/trace/fact';
import { emptySession, emptyWalk, sessionOf, type Session, type Walk } from './session';
import { stepOfFact, stepsOf } from './step-of-fact';
import { stepOf } from './steps';

export interface Reading {
	trace: Trace;
	walk: Walk;
	/** The view of the current attempt. */
	session: Session;
	/** Facts that could not be read, because a file did not arrive; those after them are read all the same. */
	unread: readonly Fact[];
}

export const nothingRead: Reading = { trace: [], walk: emptyWalk, session: emptySession, unread: [] };

const loadFold = () => loadPart(() => import('./fold'));

async function readInto({ trace, walk, session, unread }: Reading, fact: Fact): Promise<Reading> {
	const longer = [...trace, fact];
	try {
		const [{ advance }] = await Promise.all([loadFold(), stepOf(stepOfFact(fact)).prepare?.()]);
		const next = await advance(walk, fact);
		return { trace: longer, walk: next, session: sessionOf(next), unread };
	} catch {
		return { trace: longer, walk, session, unread: [...unread, fact] };
	}
}

/** Reads what can be read, whatever cannot. Never rejects; with nothing unread, the walk is that of `fold`. */
export async function readAll(trace: Trace): Promise<Reading> {
	await Promise.allSettled([loadFold(), ...stepsOf(trace).map((id) => stepOf(id).prepare?.())]);
	let reading = nothingRead;
	for (const fact of trace) reading = await readInto(reading, fact);
	return reading;
}

/** The same after one more fact. What could not be read before has its next chance, in its place. */
export const readOn = (reading: Reading, fact: Fact): Promise<Reading> =>
	reading.unread.length === 0 ? readInto(reading, fact) : readAll([...reading.trace, fact]);
