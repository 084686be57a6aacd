/** How often the code of an attempt was redeemed, and when. */
import { sentValue } from '$lib/message/token-request';
import type { Exchange } from '$lib/wire/http';
import { known, receivedValue, sentIn, sentInRedemption, unknown, type Proof } from './proof';
import type { Attempt, Session } from './session';

/** `statuses`: in the order in which they went, null of one without an answer. `between`: milliseconds, one fewer. */
export interface Uses {
	count: number;
	statuses: (number | null)[];
	between: number[];
}

/** The code that came or, where that was not recorded, the one that was sent. */
const codeOf = (session: Attempt): Proof<string> => {
	const came = receivedValue(session, 'code');
	const isMissing = !came.known && came.why !== 'taken-out';
	return isMissing ? sentInRedemption(session, 'code') : came;
};

function redemptions(session: Attempt, attempts: readonly Attempt[], code: string): Exchange[] {
	const all = [session, ...attempts.filter(({ id }) => id !== session.id)]
		.flatMap(({ outcomes }) => outcomes)
		.filter(({ move, exchange }) => move === 'token' && sentValue(exchange.request, 'code') === code)
		.map(({ exchange }) => exchange);
	return [...new Set(all)].sort((one, other) => one.at - other.at);
}

export function usesOf(session: Session, attempts: readonly Attempt[]): Proof<Uses> {
	const code = codeOf(session);
	if (!code.known) return code;
	// A token request whose code is not known may have carried this one.
	const codes = session.outcomes
		.filter(({ move }) => move === 'token')
		.map((one) => sentIn(session, one.exchange.request, 'code'));
	const gap = codes.find((one) => !one.known);
	if (gap && !gap.known && gap.why !== 'not-sent') return gap;
	// A client that is a server redeems where no browser sees it.
	if (codes.length === 0 && session.recorded) return unknown('not-recorded');
	const sent = redemptions(session, attempts, code.value);
	return known({
		count: sent.length,
		statuses: sent.map(({ response }) => response?.status ?? null),
		between: sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? at))
	});
}

/** Of an answer that was pasted, and of a file without times, nobody knows when it came. */
export function secondsToRedeem(session: Session, attempts: readonly Attempt[]): Proof<number> {
	const { authorizationResponse, imported } = session;
	const code = codeOf(session);
	if (!code.known) return code;
	const [first] = redemptions(session, attempts, code.value);
	if (!first || authorizationResponse?.way !== 'redirect' || imported?.lacks.includes('times'))
		return unknown('not-recorded');
	return known((first.at - authorizationResponse.at) / 1000);
}
