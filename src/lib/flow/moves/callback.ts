import { readAuthorizationResponse } from '$lib/client/callback';
import { readSecuredResponse } from '$lib/client/jarm';
import { askKeySet, readKeySet } from '$lib/client/key-set';
import { check } from '$lib/lexicon/client-check';
import { say } from '$lib/lexicon/said';
import { responseParameters } from '$lib/message/authorization-response';
import type { Fact, FactOf } from '$lib/trace/fact';
import { valueOf } from '$lib/wire/form';
import { asKnown } from '../as-known';
import { frontChecks, withFrontTokens } from '../front-channel';
import { outcomeOf } from '../outcome';
import { recordedCallbackChecks } from '../recorded-callback-checks';
import { isRedacted, isTakenOut } from '../redacted';
import type { ReceivedAuthorizationResponse, Session } from '../session';
import { before } from '../standing';
import { isWithheld } from '../withheld';
import { isSettled, keepFirst, takeResponse, useSecond } from '../second-answer';
import { stepMissing, type Ask, type Moves } from '../step';
import { onlyKnown } from '$lib/lexicon/only-known';

/** A secured response (JARM) can be verified as soon as the server's keys are there. */
const askKeys: Ask = async ({ server }) => (server ? askKeySet(server.jwks_uri) : stepMissing('configure'));

/** What arrived, with all checks. `earlierCodes`: those that came before this one. */
async function readResponse(...of: Parameters<typeof readAnswer>): Promise<ReceivedAuthorizationResponse> {
	const read = await readAnswer(...of);
	const checks = frontChecks(of[0], read.checks);
	return { ...read, checks: [...checks, ...recordedCallbackChecks(of[0], read)] };
}

/** The same, by what it says itself. */
async function readAnswer(
	session: Session,
	arrived: Pick<ReceivedAuthorizationResponse, 'url' | 'body' | 'at' | 'way' | 'recorded'>,
	earlierCodes: readonly string[]
): Promise<ReceivedAuthorizationResponse> {
	const { server, configuration, authorizationRequest, responseKeys } = session;
	const { url, body, at, way, recorded } = arrived;
	const came = { url, at, way, ...onlyKnown({ body, recorded }) };
	const clientId = configuration?.clientId ?? '';
	const plain = responseParameters({ url, body });
	const response = valueOf(plain, 'response');
	const isGone = isWithheld(session, response);
	if (isGone || isTakenOut(session, response)) {
		const checks = [
			check('jarm-form', 'skipped', {
				expected: say('a-signed-jwt'),
				actual: say(isGone ? 'removed-before' : 'taken-out')
			})
		];
		return { ...came, parameters: plain, checks, inside: [] };
	}
	const context = {
		server,
		clientId,
		keySet: responseKeys?.value,
		at,
		redacted: isRedacted(session),
		recorded: session.recorded === true
	};
	const secured = response === undefined ? undefined : await readSecuredResponse(response, context);
	const reading = readAuthorizationResponse(secured?.parameters ?? plain, {
		server,
		clientId,
		// What was really sent counts, also when the person edited or removed it.
		state: authorizationRequest ? authorizationRequest.state : session.state,
		earlierCodes
	});
	return {
		...came,
		...reading,
		checks: asKnown(
			session,
			[...(secured?.checks ?? []), ...reading.checks],
			[...plain, ...reading.parameters]
		),
		inside: []
	};
}

async function returned(session: Session, fact: FactOf<'returned'>): Promise<Session> {
	// The same again is a callback page that was reloaded: it counts once.
	const isKnown = (one?: ReceivedAuthorizationResponse) => one?.url === fact.url && one.body === fact.body;
	if (isKnown(session.authorizationResponse) || isKnown(session.second)) return session;
	const authorizationResponse = await readResponse(before(session, 'callback'), fact, session.codes);
	// Recorders do not keep to the order in which things were: the token request may stand before.
	if (session.recorded && session.exchange && !session.authorizationResponse)
		return { ...session, authorizationResponse };
	return isSettled(session)
		? { ...session, second: authorizationResponse }
		: withFrontTokens(takeResponse(session, authorizationResponse), authorizationResponse);
}

/** The keys came: the authorization response is read again, as if they had been there. */
async function keysFetched(session: Session, fact: FactOf<'exchanged'>): Promise<Session> {
	const next: Session = { ...session, responseKeys: await outcomeOf(session, fact, readKeySet) };
	const { authorizationResponse } = session;
	if (!authorizationResponse) return next;
	const { inside, code } = authorizationResponse;
	// Its own code came when it did.
	const own = code === undefined ? -1 : session.codes.lastIndexOf(code);
	const earlier = own === -1 ? session.codes : session.codes.toSpliced(own, 1);
	return {
		...next,
		authorizationResponse: { ...(await readResponse(next, authorizationResponse, earlier)), inside }
	};
}

async function read(session: Session, fact: Fact): Promise<Session> {
	if (fact.kind === 'returned') return returned(session, fact);
	if (fact.kind === 'decided') return fact.second ? useSecond(session) : keepFirst(session);
	if (fact.kind === 'exchanged' && fact.move === 'jwks') return keysFetched(session, fact);
	if (fact.kind !== 'observed') return session;
	const { authorizationResponse } = session;
	if (!authorizationResponse) return { ...session, unanswered: fact.inside };
	return { ...session, authorizationResponse: { ...authorizationResponse, inside: fact.inside } };
}

export const moves: Moves<'callback'> = { asks: { jwks: askKeys }, read };
