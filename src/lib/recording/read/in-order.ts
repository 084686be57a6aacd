/** The exchanges of a recording in their order, each with a moment: also where the file says none. */
import { parseJsonObject, stringOf } from '$lib/message/json-body';
import { decodeToken } from '$lib/message/jwt';
import { headerOf, type Exchange } from '$lib/wire/http';
import { readTime, type ReadTime } from '$lib/wire/har-time';

export interface Untimed {
	exchange: Omit<Exchange, 'at'>;
	began: ReadTime | undefined;
}

/** What an answer tells of its moment: its date (RFC 9110 §6.6.1), or when the token in it was issued. */
function answeredAt({ response }: Untimed['exchange']): number | undefined {
	if (!response) return undefined;
	const date = readTime(headerOf(response.headers, 'date'))?.at;
	if (date !== undefined) return date;
	const body = parseJsonObject(response.body);
	const token = body.ok ? decodeToken(stringOf(body.value, 'id_token') ?? '') : undefined;
	return token?.ok ? readTime(token.value.claims.iat)?.at : undefined;
}

/**
 * By their times; where one has none, as the file has them, each as late as what is known before it. `now`: the time for all
 * of it where nothing tells any.
 */
export function inOrder(all: readonly Untimed[], now: number): Exchange[] {
	if (all.every(({ began }) => began !== undefined))
		return all
			.map(({ exchange, began }) => ({ ...exchange, at: began?.at ?? now }))
			.sort((one, other) => one.at - other.at);
	const known = all.map(({ exchange, began }) => began?.at ?? answeredAt(exchange));
	let at = known.find((one) => one !== undefined) ?? now;
	return all.map(({ exchange }, index) => {
		at = known[index] ?? at;
		return { ...exchange, at };
	});
}
