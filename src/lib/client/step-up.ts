import { readChallenges } from '$lib/message/authenticate-header';
import type { Pair } from '$lib/wire/form';
import { headerOf, type HttpResponse } from '$lib/wire/http';

/**
 * What an API asks of the next sign-in when this one was too weak or too old: `acr_values` and `max_age` for a new
 * authorization request. Empty when it asks nothing of the kind.
 * @see [RFC 9470 §3](https://www.rfc-editor.org/rfc/rfc9470#section-3)
 */
export function stepUpOf({ headers }: HttpResponse): Pair[] {
	const challenges = readChallenges(headerOf(headers, 'www-authenticate') ?? '');
	const wanted = challenges.find(({ parameters }) => parameters.error === 'insufficient_user_authentication');
	return (['acr_values', 'max_age'] as const).flatMap((name): Pair[] => {
		const value = wanted?.parameters[name];
		return value === undefined ? [] : [[name, value]];
	});
}
