import { decodeToken } from '$lib/message/jwt';
import { parseForm, valueOf, type Pair } from '$lib/wire/form';
import type { Session } from '../session';

/** RFC 9101 §6.3: where there is a request object, its members alone count. Undefined: it cannot be read. */
export function opened(pairs: readonly Pair[]): readonly Pair[] | undefined {
	const object = valueOf(pairs, 'request');
	if (object === undefined) return pairs;
	const decoded = decodeToken(object);
	if (!decoded.ok) return undefined;
	return Object.entries(decoded.value.claims).flatMap(([name, value]): Pair[] =>
		typeof value === 'string' ? [[name, value]] : []
	);
}

/**
 * The parameters that the authorization server got with this URL: those of its query, or of the pushed or signed
 * request that it stands for, as they were sent. Undefined: it stands for a request that is not known here.
 */
export function requestSent(url: string, pushed: Session['pushed']): readonly Pair[] | undefined {
	const query = URL.canParse(url) ? parseForm(new URL(url).search) : [];
	const reference = valueOf(query, 'request_uri');
	if (reference === undefined) return opened(query);
	if (!pushed || pushed.value?.request_uri !== reference) return undefined;
	return opened(parseForm(pushed.exchange.request.body ?? ''));
}
