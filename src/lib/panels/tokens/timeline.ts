/** When a token counts, as marks on a line: in order, evenly spaced, not to scale. */
import type { JsonObject } from '$lib/message/json-body';

/** Claims that are moments, in seconds since the epoch (RFC 7519 §4.1.4, a NumericDate; OIDC Core §2). */
const moments = ['auth_time', 'iat', 'nbf', 'exp'] as const;

export interface Moment {
	/** Claims that are this moment, or `now`. */
	names: string[];
	/** Milliseconds since the epoch. */
	at: number;
	now: boolean;
}

export interface Timeline {
	moments: Moment[];
	/** Places of the first and the last moment of validity among the moments; without `exp` it has no known end. */
	from: number;
	to: number;
	/** Whether `now` is within: at or after `nbf`, where there is one, and before `exp` (RFC 7519 §4.1.4, §4.1.5). */
	valid: boolean;
	/** From now to `exp`, in milliseconds; negative when it is over. */
	left: number;
}

/** What a `Date` can hold, in milliseconds. */
const furthest = 8.64e15;

const momentOf = (claims: JsonObject, name: string): number | undefined => {
	const value = claims[name];
	return typeof value === 'number' && Math.abs(value * 1000) <= furthest ? value * 1000 : undefined;
};

/** Undefined where there is no `exp`, or it is no number: then there is nothing to draw. */
export function timelineOf(claims: JsonObject, now: number): Timeline | undefined {
	const exp = momentOf(claims, 'exp');
	if (exp === undefined) return undefined;
	const start = momentOf(claims, 'nbf');
	const found = new Map<number, Moment>([[now, { names: ['now'], at: now, now: true }]]);
	for (const name of moments) {
		const at = momentOf(claims, name);
		if (at === undefined) continue;
		const same = found.get(at);
		if (same) same.names.push(name);
		else found.set(at, { names: [name], at, now: false });
	}
	const inOrder = [...found.values()].sort((one, other) => one.at - other.at);
	const place = (at: number | undefined): number => inOrder.findIndex((moment) => moment.at === at);
	return {
		moments: inOrder,
		from: start === undefined ? Math.max(0, place(momentOf(claims, 'iat'))) : place(start),
		to: place(exp),
		valid: (start === undefined || now >= start) && now < exp,
		left: exp - now
	};
}
