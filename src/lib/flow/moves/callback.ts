import { callbackParameters, readAuthorizationResponse } from '$lib/client/callback';
import { readSecuredResponse } from '$lib/client/jarm';
import { askKeySet, readKeySet } from '$lib/client/key-set';
import { check } from '$lib/lexicon/check';
import { takenOut } from '$lib/lexicon/secrets';
import type { Fact, FactOf } from '$lib/trace/fact';
import { valueOf } from '$lib/wire/form';
import { outcomeOf } from '../outcome';
import { isRedacted, isTakenOut } from '../redacted';
import { before, type Arrival, type Session } from '../session';
import { isSettled, keepFirst, takeArrival, useSecond } from '../second-answer';
import { stepMissing, type Ask, type Moves } from '../step';

/** A secured response (JARM) can be verified as soon as the server's keys are there. */
const askKeys: Ask = async ({ server }) => (server ? askKeySet(server.jwks_uri) : stepMissing('configure'));

/** What arrived, with all checks. `earlierCodes`: those that came before this one. */
async function readArrival(
	session: Session,
	arrived: Pick<Arrival, 'url' | 'body' | 'at' | 'way'>,
	earlierCodes: readonly string[]
): Promise<Arrival> {
	const { server, configuration, departure, responseKeys } = session;
	const { url, body, at, way } = arrived;
	const came = { url, at, way, ...(body === undefined ? {} : { body }) };
	const clientId = configuration?.clientId ?? '';
	const plain = callbackParameters(url, body);
	const response = valueOf(plain, 'response');
	if (isTakenOut(session, response)) {
		const checks = [check('jarm-form', 'skipped', { expected: 'a signed JWT', actual: takenOut })];
		return { ...came, parameters: plain, checks, inside: [] };
	}
	const context = { server, clientId, keySet: responseKeys?.value, at, redacted: isRedacted(session) };
	const secured = response === undefined ? undefined : await readSecuredResponse(response, context);
	const reading = readAuthorizationResponse(secured?.parameters ?? plain, {
		server,
		clientId,
		// What was really sent counts, also when the person edited or removed it.
		state: departure ? departure.state : session.state,
		earlierCodes
	});
	const state = valueOf(reading.parameters, 'state');
	const foreign = session.attempts.find(
		(attempt) => attempt.state !== undefined && attempt.state === state && state !== departure?.state
	);
	return {
		...came,
		...reading,
		checks: [...(secured?.checks ?? []), ...reading.checks],
		inside: [],
		...(foreign ? { foreign } : {})
	};
}

async function returned(session: Session, fact: FactOf<'returned'>): Promise<Session> {
	// The same again is a callback page that was reloaded: it is one arrival.
	const isKnown = (one?: Arrival) => one?.url === fact.url && one.body === fact.body;
	if (isKnown(session.arrival) || isKnown(session.second)) return session;
	const arrival = await readArrival(before(session, 'callback'), fact, session.codes);
	return isSettled(session) ? { ...session, second: arrival } : takeArrival(session, arrival);
}

/** The keys came: the arrival is read again, as if they had been there. */
async function keysFetched(session: Session, fact: FactOf<'exchanged'>): Promise<Session> {
	const next: Session = { ...session, responseKeys: await outcomeOf(fact, readKeySet) };
	const { arrival } = session;
	if (!arrival) return next;
	const earlier = session.codes.slice(0, arrival.code === undefined ? undefined : -1);
	const { inside } = arrival;
	return { ...next, arrival: { ...(await readArrival(next, arrival, earlier)), inside } };
}

async function read(session: Session, fact: Fact): Promise<Session> {
	if (fact.kind === 'returned') return returned(session, fact);
	if (fact.kind === 'decided') return fact.second ? useSecond(session) : keepFirst(session);
	if (fact.kind === 'exchanged' && fact.move === 'jwks') return keysFetched(session, fact);
	if (fact.kind !== 'observed') return session;
	const { arrival } = session;
	if (!arrival) return { ...session, unanswered: fact.inside };
	return { ...session, arrival: { ...arrival, inside: fact.inside } };
}

export const moves: Moves<'jwks'> = { asks: { jwks: askKeys }, read };
