import type { Arrival, Outcome } from '$lib/flow/session';

/** Whether there is something to explain: no value came of it, and the person did not stop it. */
export const hasFailedOutcome = ({ value, exchange, move, error }: Outcome): boolean => {
	if (exchange.failure) return exchange.failure.reason !== 'cancelled';
	const isDocument = move === 'discovery' || move === 'oauth-metadata' || move === 'jwks';
	const refused = (exchange.response?.status ?? 0) >= 400;
	return !isDocument && (value === undefined || error !== undefined || refused);
};

/** Whether a callback needs explaining: there is no code in it, or it must not be used. */
export const hasFailedArrival = ({ checks, code }: Arrival): boolean =>
	code === undefined || checks.some(({ status }) => status === 'fail');
