import type { AskAboutToken } from '$lib/client/about-token';
import { askIntrospection, readIntrospection } from '$lib/client/introspection';
import { askLogout } from '$lib/client/logout';
import { askRevocation, readRevocation } from '$lib/client/revocation';
import type { TokenResponse } from '$lib/client/token';
import { tokenLibraryCheck } from '$lib/client/token-verdict';
import { askRefresh, readRefreshResponse } from '$lib/client/refresh';
import { sentValue } from '$lib/message/token-request';
import type { Fact, FactOf } from '$lib/trace/fact';
import { outcomeOf } from '../outcome';
import { isOn } from '../extensions';
import { isRedacted } from '../redacted';
import { senderOf } from '../sender-of';
import type { Outcome, Session } from '../session';
import { familyOf, replacedToken } from '../rotation';
import { stepMissing, type Ask, type Moves } from '../step';
import { newTokens, verifyIdToken } from '../tokens-held';
import { concludeRenewal } from '../redeemed-codes';

const ask: Ask = async (session, input) => {
	const { server, configuration, tokens } = session;
	if (!server || !configuration) return stepMissing('configure');
	const token = input.reuse ? replacedToken(familyOf(session)) : tokens?.refresh_token;
	if (!token) return stepMissing(input.reuse ? 'renew' : 'exchange');
	const sender = await senderOf(session, input);
	if (!sender.ok) return sender;
	return askRefresh(server, configuration.clientId, token, input.scope ?? '', sender.value);
};

/** What asks the server about one of the tokens held. */
const askAbout =
	(build: AskAboutToken): Ask =>
	async (session, input) => {
		const { server, configuration, tokens } = session;
		if (!server || !configuration) return stepMissing('configure');
		const type = input.token ?? 'access_token';
		const token = tokens?.[type];
		if (token === undefined) return stepMissing('exchange');
		const sender = await senderOf(session, input);
		return sender.ok ? build(server, configuration.clientId, token, type, sender.value) : sender;
	};

const askSignOut: Ask = async ({ server, configuration, tokens }, { returnTo = '', state }) => {
	if (!server || !configuration) return stepMissing('configure');
	return askLogout(server, {
		client_id: configuration.clientId,
		id_token_hint: tokens?.id_token,
		post_logout_redirect_uri: returnTo,
		state
	});
};

async function read(session: Session, fact: Fact): Promise<Session> {
	if (fact.kind === 'left') return { ...session, signOut: { url: fact.url, at: fact.at } };
	const { server, configuration } = session;
	if (fact.kind !== 'exchanged' || !server || !configuration) return session;
	switch (fact.move) {
		case 'refresh':
			return readRefresh(session, fact);
		case 'introspection':
			return {
				...session,
				introspection: await outcomeOf(session, fact, (response) =>
					readIntrospection(server, configuration.clientId, response)
				)
			};
		case 'revocation':
			return { ...session, revocation: await outcomeOf(session, fact, readRevocation) };
		default:
			return session;
	}
}

async function readRefresh(session: Session, fact: FactOf<'exchanged'>): Promise<Session> {
	const { tokens: held, server, configuration } = session;
	// A recording may begin with a refresh: its token was given before.
	if (!server || !configuration || !(held ?? session.recorded)) return session;
	const { at, request } = fact.exchange;
	const outcome: Outcome<TokenResponse> = await outcomeOf(session, fact, async (response) => {
		const reading = readRefreshResponse(response, {
			refresh_token: sentValue(request, 'refresh_token') ?? held?.refresh_token ?? '',
			id_token: held?.id_token,
			dpop: isOn(session, 'dpop'),
			redacted: isRedacted(session)
		});
		if (!reading.value) return reading;
		const verdict = await tokenLibraryCheck(server, configuration.clientId, response, {
			at,
			kind: 'refresh'
		});
		return { ...reading, checks: [...reading.checks, verdict] };
	});
	if (!outcome.value) return { ...session, refreshes: [...session.refreshes, outcome] };
	const concluded = { ...outcome, conclusions: concludeRenewal(session, outcome) };
	const refreshes = [...session.refreshes, concluded];
	const next: Session = { ...session, refreshes, tokens: newTokens(outcome.value, at, held) };
	const idTokenChecks = await verifyIdToken(next);
	if (!held) return { ...next, idTokenChecks };
	const { firstIdTokenChecks = session.idTokenChecks } = session;
	return { ...next, firstIdTokenChecks, idTokenChecks };
}

export const moves: Moves<'renew'> = {
	asks: {
		refresh: ask,
		introspection: askAbout(askIntrospection),
		revocation: askAbout(askRevocation),
		logout: askSignOut
	},
	read
};
