import { challengeHeader, readChallenges } from '$lib/message/authenticate-header';
import type { Pair } from '$lib/wire/form';
import type { HttpResponse } from '$lib/wire/http';

const wordsOf = (scope: string | undefined): string[] => (scope ?? '').split(' ').filter(Boolean);

/** Scopes in order, each once. Asking for the new ones alone would lose the others. */
const unionOf = (granted: string | undefined, wanted: string): string =>
	[...new Set([...wordsOf(granted), ...wordsOf(wanted)])].join(' ');

/** What of `wanted` is not in `granted`. */
export const addedTo = (granted: string | undefined, wanted: string | undefined): string[] =>
	wordsOf(wanted).filter((name) => !wordsOf(granted).includes(name));

/**
 * What an API asks of the next authorization request: a stronger or newer sign-in by `acr_values` and `max_age`, or more
 * scope. With the scope stand those that were granted, and those that were asked for: RFC 6750 §3 names only what this one
 * resource needs, and servers do not always repeat `openid` or `offline_access`. Empty when it asks nothing of the kind,
 * or does not say which scope is missing.
 * @see [RFC 9470 §3](https://www.rfc-editor.org/rfc/rfc9470#section-3)
 * @see [RFC 6750 §3.1](https://www.rfc-editor.org/rfc/rfc6750#section-3.1)
 */
export function stepUpOf(
	{ headers }: HttpResponse,
	granted: string | undefined,
	requested: string | undefined
): Pair[] {
	const challenges = readChallenges(challengeHeader(headers) ?? '');
	const withError = (error: string) =>
		challenges.find(({ parameters }) => parameters.error === error)?.parameters;
	const stronger = withError('insufficient_user_authentication');
	// RFC 9470 §3 leaves `scope` to a challenge of this kind as well.
	const scope = (withError('insufficient_scope') ?? stronger)?.scope;
	const wanted: Pair[] = (['acr_values', 'max_age'] as const).flatMap((name): Pair[] => {
		const value = stronger?.[name];
		return value === undefined ? [] : [[name, value]];
	});
	const all = unionOf(requested, `${granted ?? ''} ${scope ?? ''}`);
	return addedTo(granted, scope).length > 0 ? [...wanted, ['scope', all]] : wanted;
}
