import type { Exchange } from '$lib/wire/http';
import type { Fact, Trace } from './fact';

/** A navigation as an exchange: its answer was the browser's alone, so the page saw none. */
const navigation = (url: string, at: number): Exchange => ({
	id: `navigation-${at}`,
	request: { method: 'GET', url, headers: [] },
	failure: { reason: 'no-answer' },
	at,
	ms: 0,
	via: 'page'
});

function exchangeOf(fact: Fact): Exchange[] {
	switch (fact.kind) {
		case 'exchanged':
			return [fact.exchange];
		case 'left':
		case 'returned':
			return [navigation(fact.url, fact.at)];
		default:
			return [];
	}
}

/** Everything of a trace that went over the network, in order: what other tools make of a walk. */
export const exchangesOf = (trace: Trace): Exchange[] => trace.flatMap(exchangeOf);
