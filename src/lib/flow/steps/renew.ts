import type { TokenResponse } from '$lib/client/token';
import { askRefresh, readRefreshResponse } from '$lib/client/refresh';
import type { Fact } from '$lib/trace/fact';
import { outcomeOf } from '../outcome';
import type { Outcome, Session } from '../session';
import { stepMissing, type Ask, type Step } from '../step';
import { newTokens, verifyIdToken } from '../tokens-held';

const ask: Ask = async ({ server, configuration, tokens }, input) => {
	if (!server || !configuration) return stepMissing('configure');
	if (!tokens?.refresh_token) return stepMissing('exchange');
	return askRefresh(server, configuration.clientId, tokens.refresh_token, input.scope ?? '');
};

async function read(session: Session, fact: Fact): Promise<Session> {
	const held = session.tokens;
	if (fact.kind !== 'exchanged' || !held) return session;
	const outcome: Outcome<TokenResponse> = await outcomeOf(fact, (response) =>
		readRefreshResponse(response, { refresh_token: held.refresh_token ?? '', id_token: held.id_token })
	);
	const refreshes = [...session.refreshes, outcome];
	if (!outcome.value) return { ...session, refreshes };
	const next: Session = { ...session, refreshes, tokens: newTokens(outcome.value, fact.exchange.at, held) };
	return { ...next, idTokenChecks: await verifyIdToken(next) };
}

export const renew: Step = {
	id: 'renew',
	needs: ({ tokens }) => (tokens ? undefined : 'exchange'),
	asks: { refresh: ask },
	read,
	outcome: ({ refreshes }) => {
		const last = refreshes.at(-1);
		return last ? (last.value ? 'done' : 'failed') : undefined;
	}
};
