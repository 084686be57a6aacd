import { hasFailed } from '$lib/lexicon/check';
import { errorCodes } from '$lib/lexicon/errors';
import type { ReceivedAuthorizationResponse, Outcome } from './session';

const known: ReadonlySet<string> = new Set(errorCodes);

/** Whether the panel itself says what is wrong: a named failure, an error of the standards, a check that failed. */
export function isExplained(of: Outcome | ReceivedAuthorizationResponse): boolean {
	const failure = 'exchange' in of ? of.exchange.failure : undefined;
	return failure !== undefined || known.has(of.error?.error ?? '') || hasFailed(of.checks);
}
