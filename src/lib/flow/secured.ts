import type { Session } from './session';

/**
 * JARM §2.4: nothing of a secured response is used before its signature is verified. `waits`: the keys have not been
 * asked for. `unverified`: they did not come, or there is no place to ask.
 */
export function securedResponse({
	arrival,
	responseKeys,
	server
}: Session): 'waits' | 'unverified' | undefined {
	const skipped = arrival?.checks.some(({ id, status }) => id === 'jarm-signature' && status === 'skipped');
	if (!skipped) return undefined;
	return responseKeys || server?.jwks_uri === undefined ? 'unverified' : 'waits';
}
