import type { OAuthError } from '$lib/client/oauth-error';
import type { Check } from '$lib/lexicon/check';
import type { MoveId } from '$lib/lexicon/steps';
import type { FactOf } from '$lib/trace/fact';
import { headerOf, isSuccess, type Exchange, type HttpResponse } from '$lib/wire/http';
import type { Outcome } from './session';

interface Reading<T> {
	checks: Check[];
	value?: T;
	error?: OAuthError;
}

/** What these are asked for stands in the content of the answer. */
const withContent: ReadonlySet<MoveId> = new Set([
	...(['discovery', 'oauth-metadata', 'jwks', 'par', 'token', 'refresh'] as const),
	...(['userinfo', 'introspection'] as const)
]);

/** Whether what was brought lacks the content of an answer: recorders leave it out, and a server that sent none says so. */
const isUnread = (move: MoveId, { via, response }: Exchange): boolean =>
	via === 'pasted' &&
	withContent.has(move) &&
	response !== undefined &&
	isSuccess(response.status) &&
	response.body === '' &&
	headerOf(response.headers, 'content-length')?.trim() !== '0';

/** What an exchange came to. One without a response has no checks: its failure says it all. */
export async function outcomeOf<T>(
	fact: FactOf<'exchanged'>,
	read: (response: HttpResponse) => Reading<T> | Promise<Reading<T>>
): Promise<Outcome<T>> {
	const { step, move, exchange, asked } = fact;
	const made = { step, move, exchange, ...(asked ? { asked } : {}) };
	if (isUnread(move, exchange)) return { ...made, checks: [], unread: true };
	const reading: Reading<T> = exchange.response ? await read(exchange.response) : { checks: [] };
	return { ...made, ...reading };
}
