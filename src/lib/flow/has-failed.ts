import { hasFailed } from '$lib/lexicon/check';
import { isUnanswered } from '$lib/wire/http';
import type { ReceivedAuthorizationResponse, Outcome } from './session';

/** Whether there is something to explain: no value came of it, and the person did not stop it. */
export const hasFailedOutcome = ({ value, exchange, move, error, withheld }: Outcome): boolean => {
	if (withheld || isUnanswered(exchange)) return false;
	if (exchange.failure) return exchange.failure.reason !== 'cancelled';
	const isDocument = move === 'discovery' || move === 'oauth-metadata' || move === 'jwks';
	const refused = (exchange.response?.status ?? 0) >= 400;
	return !isDocument && (value === undefined || error !== undefined || refused);
};

/** Whether a callback needs explaining. One whose code was taken out of a file has no fault. */
export const hasFailedResponse = ({ checks }: ReceivedAuthorizationResponse): boolean => hasFailed(checks);
