import type { OAuthError } from '$lib/client/oauth-error';
import type { Check } from '$lib/lexicon/check';
import type { FactOf } from '$lib/trace/fact';
import type { HttpResponse } from '$lib/wire/http';
import { hasFailed } from '$lib/lexicon/check';
import { isSuccess } from '$lib/wire/http';
import { asKnown } from './as-known';
import type { Outcome, Session } from './session';
import { carriedIn, isFromElsewhere, lacksContent, withoutItsContent } from './withheld';

interface Reading<T> {
	checks: Check[];
	value?: T;
	error?: OAuthError;
	/** It is for a key that is not here. */
	withheld?: true;
}

/**
 * What can be told of a reading. An answer whose content is not in its file, or of which only what was taken out speaks
 * against it, has come to nothing that is known: that is no failure.
 */
function asTold<T>(session: Session, { exchange }: FactOf<'exchanged'>, made: Reading<T>): Reading<T> {
	const { response } = exchange;
	if (!response) return made;
	const isBare = lacksContent(session, exchange);
	const known = isBare ? withoutItsContent(made.checks) : made.checks;
	const checks = asKnown(session, known, carriedIn(exchange));
	const isOpen = made.value === undefined && !made.error && !hasFailed(checks) && isSuccess(response.status);
	return { ...made, checks, ...(isOpen && isFromElsewhere(session) ? { withheld: true } : {}) };
}

/** What an exchange came to. One without a response has no checks: its failure says it all. */
export async function outcomeOf<T>(
	session: Session,
	fact: FactOf<'exchanged'>,
	read: (response: HttpResponse) => Reading<T> | Promise<Reading<T>>
): Promise<Outcome<T>> {
	const { step, move, exchange, asked } = fact;
	const reading: Reading<T> = exchange.response ? await read(exchange.response) : { checks: [] };
	return { step, move, exchange, ...(asked ? { asked } : {}), ...asTold(session, fact, reading) };
}
