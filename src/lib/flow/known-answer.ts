import type { CallbackMessage } from '$lib/trace/fact';
import type { ReceivedAuthorizationResponse, Walk } from './session';

/** The attempt that has this answer already. */
export function attemptOfAnswer({ attempts }: Walk, { url, body }: CallbackMessage): number | undefined {
	const isIt = (one: ReceivedAuthorizationResponse | undefined) => one?.url === url && one.body === body;
	return attempts.findLast((one) => isIt(one.authorizationResponse) || isIt(one.second))?.id;
}
