import type { Check } from '$lib/lexicon/check';
import { check, type ClientCheckId } from '$lib/lexicon/client-check';
import { say } from '$lib/lexicon/said';
import { isSuccess, type HttpResponse } from '$lib/wire/http';
import type { OAuthError } from './oauth-error';

/**
 * Checks of the content of an answer that has none: it is an error, and an error says nothing about what was asked for.
 * Its status has its own check; these are skipped with the reason. Undefined: the answer is no error.
 */
export function withoutContent(
	{ status, statusText }: Pick<HttpResponse, 'status' | 'statusText'>,
	ids: readonly ClientCheckId[],
	error?: OAuthError
): Check[] | undefined {
	if (isSuccess(status) && !error) return undefined;
	const said = isSuccess(status) ? (error?.error ?? '') : `${status} ${statusText}`.trim();
	return ids.map((id) => check(id, 'skipped', { actual: say('answer-is-error', said) }));
}
