import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import { say, type Said } from '$lib/lexicon/said';
import { shown, type JsonObject } from '$lib/message/json-body';
import { faultOfSeconds } from '$lib/message/token-says';
import { clockTolerance } from './recorded-clock';

const dates = ['exp', 'iat', 'nbf', 'auth_time'] as const;

/** What a date is instead of a number of seconds; undefined where it is one, or is not there. */
function faultOf(value: unknown): Said | undefined {
	if (value === undefined) return undefined;
	if (typeof value !== 'number')
		return say(typeof value === 'string' ? 'date-as-text' : 'no-date', JSON.stringify(value));
	if (!Number.isFinite(value)) return say('number-too-large');
	const fault = faultOfSeconds(value);
	return fault && say(fault === 'range' ? 'date-beyond' : `date-in-${fault}`, value);
}

/**
 * RFC 7519 §2: a NumericDate is a number of seconds. What another spelling would mean is not judged: readers differ.
 */
export function datesCheck(claims: JsonObject): Check {
	const faults = dates.flatMap((name) => {
		const fault = faultOf(claims[name]);
		return fault ? [say('named', name, fault)] : [];
	});
	return checkThat('id-token-dates', faults.length === 0, {
		expected: say('numbers-of-seconds'),
		actual: faults.length === 0 ? say('numbers-of-seconds') : say('dates', ...faults)
	});
}

const idOf = { exp: 'id-token-exp', iat: 'id-token-iat', nbf: 'id-token-nbf' } as const;

/** RFC 8259 §6: a number may be larger than any that is held here, and reads as one without an end. */
const writtenOf = (value: unknown): Said =>
	value === Infinity || value === -Infinity ? say('number-too-large') : shown(value);

/** One date that is there: whether it holds, or that it is none, which is not judged. In seconds. */
export function judgeDate(
	value: unknown,
	holds: (value: number) => boolean
): Pick<Check, 'status' | 'actual'> {
	return typeof value !== 'number' || faultOf(value)
		? { status: 'skipped', actual: say('not-judged', writtenOf(value)) }
		: { status: holds(value) ? 'pass' : 'fail', actual: say('second-of', value) };
}

/** What each date has to be at a second of ours, as far as two clocks agree. */
export const holdsAt = {
	exp: (now: number) => (exp: number) => exp > now - clockTolerance,
	iat: (now: number) => (iat: number) => iat <= now + clockTolerance,
	nbf: (now: number) => (nbf: number) => nbf <= now + clockTolerance
} as const;

/** Each of the times, as far as it is one. */
export function timeChecks(claims: JsonObject, now: number): Check[] {
	const made = (name: keyof typeof idOf, expected: Said): Check => {
		const value = claims[name];
		if (value !== undefined) {
			const { status, actual } = judgeDate(value, holdsAt[name](now));
			return check(idOf[name], status, { expected, actual });
		}
		return name === 'nbf'
			? check('id-token-nbf', 'skipped', { actual: say('not-needed') })
			: check(idOf[name], 'fail', { expected, actual: say('missing') });
	};
	return [
		datesCheck(claims),
		made('exp', say('after', say('second-of', now))),
		made('iat', say('not-after', say('second-of', now))),
		made('nbf', say('not-after', say('second-of', now)))
	];
}
