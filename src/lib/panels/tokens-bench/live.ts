/** Whether a token may still count, by what it is and by its own dates. What it says of itself need not be true. */
import type { JsonObject } from '$lib/message/json-body';
import { isNumericDate } from '$lib/message/token-says';
import type { ReadToken } from '$lib/tokens/reading';

export type Live = 'access' | 'refresh' | 'id' | 'opaque';

/** `now`: milliseconds since the epoch. */
export function liveOf(
	{ name, form, kind }: Pick<ReadToken, 'name' | 'form' | 'kind'>,
	claims: JsonObject | undefined,
	now: number
): Live | undefined {
	if (name === 'refresh_token' || kind?.kind === 'refresh') return 'refresh';
	if (form === 'opaque') return 'opaque';
	const exp = claims?.exp;
	if (!isNumericDate(exp) || exp * 1000 <= now) return undefined;
	if (kind?.kind === 'id') return 'id';
	return kind?.kind === 'access' || name === 'access_token' ? 'access' : undefined;
}
