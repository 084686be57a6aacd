import { tokenLibraryCheck, type TokenResponse } from '$lib/client/token';
import { askRefresh, readRefreshResponse } from '$lib/client/refresh';
import type { Fact } from '$lib/trace/fact';
import { outcomeOf } from '../outcome';
import { isOn } from '../extensions';
import { senderOf } from '../sender-of';
import type { Outcome, Session } from '../session';
import { stepMissing, type Ask, type Moves } from '../step';
import { newTokens, verifyIdToken } from '../tokens-held';

const ask: Ask = async (session, input) => {
	const { server, configuration, tokens } = session;
	if (!server || !configuration) return stepMissing('configure');
	if (!tokens?.refresh_token) return stepMissing('exchange');
	const sender = await senderOf(session, input);
	if (!sender.ok) return sender;
	return askRefresh(server, configuration.clientId, tokens.refresh_token, input.scope ?? '', sender.value);
};

async function read(session: Session, fact: Fact): Promise<Session> {
	const { tokens: held, server, configuration } = session;
	if (fact.kind !== 'exchanged' || !held || !server || !configuration) return session;
	const { at } = fact.exchange;
	const outcome: Outcome<TokenResponse> = await outcomeOf(fact, async (response) => {
		const reading = readRefreshResponse(response, {
			refresh_token: held.refresh_token ?? '',
			id_token: held.id_token,
			dpop: isOn(session, 'dpop')
		});
		if (!reading.value) return reading;
		const verdict = await tokenLibraryCheck(server, configuration.clientId, response, {
			at,
			kind: 'refresh'
		});
		return { ...reading, checks: [...reading.checks, verdict] };
	});
	const refreshes = [...session.refreshes, outcome];
	if (!outcome.value) return { ...session, refreshes };
	const next: Session = { ...session, refreshes, tokens: newTokens(outcome.value, at, held) };
	return { ...next, idTokenChecks: await verifyIdToken(next) };
}

export const moves: Moves<'refresh'> = { asks: { refresh: ask }, read };
