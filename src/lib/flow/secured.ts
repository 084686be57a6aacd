import { says } from '$lib/lexicon/said';
import type { Session } from './session';

/**
 * JARM §2.4: nothing of a secured response is used before its signature is verified. `waits`: the keys have not been
 * asked for. `unverified`: they did not come, or there is no place to ask. Of one that was taken out nobody knows.
 */
export function securedResponse({
	authorizationResponse,
	responseKeys,
	recorded,
	server
}: Session): 'waits' | 'unverified' | undefined {
	const signature = authorizationResponse?.checks.find(({ id }) => id === 'jarm-signature');
	if (signature?.status !== 'skipped' || says(signature.actual, 'taken-out')) return undefined;
	// Of a recorded one whose server is not known nobody can tell.
	if (recorded && !responseKeys && server?.jwks_uri === undefined) return undefined;
	return responseKeys || server?.jwks_uri === undefined ? 'unverified' : 'waits';
}
