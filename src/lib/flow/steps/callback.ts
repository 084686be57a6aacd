import { readCallback } from '$lib/client/callback';
import { hasFailed } from '$lib/lexicon/check';
import type { Fact } from '$lib/trace/fact';
import { before, type Session } from '../session';
import type { Step } from '../step';

async function read(session: Session, fact: Fact): Promise<Session> {
	if (fact.kind === 'observed' && session.arrival) {
		return { ...session, arrival: { ...session.arrival, inside: fact.inside } };
	}
	if (fact.kind !== 'returned') return session;
	const reading = readCallback(fact.url, {
		server: session.server,
		clientId: session.configuration?.clientId ?? '',
		// What was really sent counts, also when the person edited or removed it.
		state: session.departure ? session.departure.state : session.state,
		earlierCodes: session.codes
	});
	const arrived = reading.parameters.find(([name]) => name === 'state')?.[1];
	const foreign = session.attempts.find(
		({ state }) => state !== undefined && state === arrived && state !== session.departure?.state
	);
	return {
		...before(session, 'callback'),
		arrival: {
			url: fact.url,
			at: fact.at,
			way: fact.way,
			...reading,
			inside: [],
			...(foreign ? { foreign } : {})
		},
		codes: reading.code ? [...session.codes, reading.code] : session.codes
	};
}

export const callback: Step = {
	id: 'callback',
	needs: ({ departure }) => (departure ? undefined : 'authorize'),
	asks: {},
	read,
	outcome: ({ arrival }) => (arrival ? (hasFailed(arrival.checks) ? 'failed' : 'done') : undefined)
};
