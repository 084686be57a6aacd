import * as oauth from 'oauth4webapi';
import type { HttpResponse } from '$lib/wire/http';
import { toResponse } from '$lib/wire/fetch-values';
import type { Pair } from '$lib/wire/form';

const url = new URL('https://api.invalid/');

/** The challenges of a response's `WWW-Authenticate`, as oauth4webapi parses them. */
async function challengesOf(response: HttpResponse): Promise<oauth.WWWAuthenticateChallenge[]> {
	try {
		await oauth.protectedResourceRequest('read-only', 'GET', url, undefined, null, {
			[oauth.customFetch]: async () => toResponse(response)
		});
		return [];
	} catch (error) {
		return error instanceof oauth.WWWAuthenticateChallengeError ? error.cause : [];
	}
}

/**
 * What an API asks of the next sign-in when this one was too weak or too old: `acr_values` and `max_age` for a new
 * authorization request. Empty when it asks nothing of the kind.
 * @see [RFC 9470 §3](https://www.rfc-editor.org/rfc/rfc9470#section-3)
 */
export async function stepUpOf(response: HttpResponse): Promise<Pair[]> {
	const challenges = await challengesOf(response);
	const wanted = challenges.find(({ parameters }) => parameters.error === 'insufficient_user_authentication');
	if (!wanted) return [];
	return (['acr_values', 'max_age'] as const).flatMap((name): Pair[] => {
		const value = wanted.parameters[name];
		return typeof value === 'string' ? [[name, value]] : [];
	});
}
