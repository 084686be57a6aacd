import type { CallbackMessage } from '$lib/trace/fact';
import type { ReceivedAuthorizationResponse, Walk } from './session';

/**
 * The attempt that has this answer already. A recording that goes on with an attempt without one brings that attempt's,
 * which looks like every other where the values were taken out.
 */
export function attemptOfAnswer(
	{ attempts, current }: Walk,
	{ url, body }: CallbackMessage
): number | undefined {
	const now = attempts[current];
	if (now?.recorded && now.authorizationRequest && !now.authorizationResponse) return undefined;
	const isIt = (one: ReceivedAuthorizationResponse | undefined) => one?.url === url && one.body === body;
	return attempts.findLast((one) => isIt(one.authorizationResponse) || isIt(one.second))?.id;
}
