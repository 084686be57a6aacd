import type { OAuthError } from '$lib/client/oauth-error';
import type { Check } from '$lib/lexicon/check';
import type { FactOf } from '$lib/trace/fact';
import type { HttpResponse } from '$lib/wire/http';
import type { Outcome } from './session';

interface Reading<T> {
	checks: Check[];
	value?: T;
	error?: OAuthError;
}

/** What an exchange came to. One without a response has no checks: its failure says it all. */
export async function outcomeOf<T>(
	fact: FactOf<'exchanged'>,
	read: (response: HttpResponse) => Reading<T> | Promise<Reading<T>>
): Promise<Outcome<T>> {
	const { step, move, exchange, asked } = fact;
	const reading: Reading<T> = exchange.response ? await read(exchange.response) : { checks: [] };
	return { step, move, exchange, ...(asked ? { asked } : {}), ...reading };
}
