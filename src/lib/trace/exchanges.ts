import { formType } from '$lib/message/form-body';
import type { Exchange, HttpRequest } from '$lib/wire/http';
import type { Fact, FactOf, Trace } from './fact';

/** Where the browser went, and what it posted there. */
type Navigation = Pick<FactOf<'left' | 'returned'>, 'url' | 'body'>;

/** The message by which the browser went to a page: with a body it posted a form there. */
export const navigationTo = ({ url, body }: Navigation): HttpRequest =>
	body === undefined
		? { method: 'GET', url, headers: [] }
		: { method: 'POST', url, headers: [['content-type', formType]], body };

/** The requests that were pushed (RFC 9126 §2.1), in order. */
export const pushesIn = (trace: Trace): Exchange[] =>
	trace.flatMap((fact) => (fact.kind === 'exchanged' && fact.move === 'par' ? [fact.exchange] : []));

/** A navigation as an exchange: its answer was the browser's alone, so the page saw none. */
const navigation = (went: Navigation, at: number): Exchange => ({
	id: `navigation-${at}`,
	request: navigationTo(went),
	failure: { reason: 'no-answer' },
	at,
	ms: 0,
	via: 'page'
});

function exchangeOf(fact: Fact): Exchange[] {
	switch (fact.kind) {
		case 'exchanged':
		case 'beside':
			return [fact.exchange];
		case 'left':
		case 'returned':
			return [fact.recorded ?? navigation(fact, fact.at)];
		default:
			return [];
	}
}

/** Everything of a trace that went over the network, in order: what other tools make of a walk. */
export const exchangesOf = (trace: Trace): Exchange[] => trace.flatMap(exchangeOf);
