import { askToken, readTokenResponse } from '$lib/client/token';
import { tokenLibraryCheck } from '$lib/client/token-verdict';
import type { Fact } from '$lib/trace/fact';
import { sentValue } from '$lib/message/token-request';
import { outcomeOf } from '../outcome';
import { isOn } from '../extensions';
import { isRedacted } from '../redacted';
import { withRecordedChecks } from '../recorded-checks';
import { withAnswerOf } from '../second-answer';
import { senderOf } from '../sender-of';
import type { Session } from '../session';
import { before } from '../standing';
import { stepMissing, type Ask, type Moves } from '../step';
import { tokenResponses } from '../token-responses';
import { newTokens, verifyIdToken } from '../tokens-held';
import { concludeRedemption, redeemedCode } from '../redeemed-codes';

const ask: Ask = async (session, input) => {
	const { configuration, server, authorizationResponse, code_verifier } = session;
	if (!configuration || !server) return stepMissing('configure');
	if (!authorizationResponse?.code) return stepMissing('callback');
	const grant = {
		clientId: configuration.clientId,
		code: authorizationResponse.code,
		redirectUri: configuration.redirectUri,
		verifier: code_verifier,
		resource: configuration.resource
	};
	const sender = await senderOf(session, input);
	return sender.ok ? askToken(server, grant, sender.value) : sender;
};

/** A recording has the keys once for all sign-ins; here every one asks for them. */
function keysRecorded({ recorded, server, keySets }: Session): Pick<Session, 'jwks'> {
	const jwks = recorded && server?.jwks_uri !== undefined ? keySets[server.jwks_uri] : undefined;
	return jwks ? { jwks } : {};
}

async function read(known: Session, fact: Fact): Promise<Session> {
	if (fact.kind !== 'exchanged') return known;
	const session = withAnswerOf(known, sentValue(fact.exchange.request, 'code'));
	const { configuration, server, authorizationRequest } = session;
	if (!configuration || !server) return session;
	const outcome = await outcomeOf(session, fact, async (response) => {
		const reading = readTokenResponse(response, {
			// What went out counts, also when the person edited the request.
			scope: authorizationRequest ? (authorizationRequest.scope ?? '') : configuration.scope,
			dpop: isOn(session, 'dpop'),
			redacted: isRedacted(session)
		});
		if (!reading.value) return reading;
		const verdict = await tokenLibraryCheck(server, configuration.clientId, response, {
			at: fact.exchange.at,
			kind: 'code'
		});
		return { ...reading, checks: [...reading.checks, verdict] };
	});
	// What was given stays given. The same request sent again is refused (RFC 6749 §4.1.2), and what a recording did with its
	// tokens after that is known; of one without an answer nobody knows that it came to the server.
	const changesNothing = session.recorded ?? fact.exchange.response === undefined;
	if (changesNothing && session.exchange?.value && !outcome.value)
		return { ...session, replays: [...session.replays, outcome] };
	const next: Session = {
		...before(session, 'exchange'),
		tokensBefore: tokenResponses(session),
		exchange: outcome
	};
	if (!outcome.value) return next;
	const code = redeemedCode(session, outcome);
	const held: Session = {
		...next,
		exchange: { ...outcome, conclusions: await concludeRedemption(session, outcome) },
		redeemed: code === undefined ? session.redeemed : [...session.redeemed, code],
		tokens: newTokens(outcome.value, fact.exchange.at),
		...keysRecorded(session)
	};
	return { ...held, idTokenChecks: await verifyIdToken(held) };
}

export const moves: Moves<'exchange'> = { asks: { token: ask }, read: withRecordedChecks(read) };
