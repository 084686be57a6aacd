import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import { say, type Said } from '$lib/lexicon/said';
import { shown, type JsonObject } from '$lib/message/json-body';
import { isMilliseconds } from '$lib/message/token-says';
import { clockTolerance } from './recorded-clock';

const dates = ['exp', 'iat', 'nbf', 'auth_time'] as const;
type DateName = (typeof dates)[number];

/** What a date is instead of a number of seconds; undefined where it is one, or is not there. */
function faultOf(value: unknown): Said | undefined {
	if (value === undefined) return undefined;
	if (typeof value !== 'number')
		return say(typeof value === 'string' ? 'date-as-text' : 'no-date', JSON.stringify(value));
	return isMilliseconds(value) ? say('date-in-milliseconds', value) : undefined;
}

/**
 * RFC 7519 §2: a NumericDate is a number of seconds. What another spelling would mean is not judged: readers differ.
 */
function datesCheck(claims: JsonObject): Check {
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

/** Each of the times, as far as it is one. */
export function timeChecks(claims: JsonObject, now: number): Check[] {
	const time = (value: number): Said => say('second-of', value);
	const made = (
		name: Exclude<DateName, 'auth_time'>,
		expected: Said,
		holds: (value: number) => boolean
	): Check => {
		const value = claims[name];
		if (value === undefined)
			return name === 'nbf'
				? check('id-token-nbf', 'skipped', { actual: say('not-needed') })
				: check(idOf[name], 'fail', { expected, actual: say('missing') });
		return typeof value !== 'number' || faultOf(value)
			? check(idOf[name], 'skipped', { expected, actual: say('not-judged', shown(value)) })
			: checkThat(idOf[name], holds(value), { expected, actual: time(value) });
	};
	return [
		datesCheck(claims),
		made('exp', say('after', time(now)), (exp) => exp > now - clockTolerance),
		made('iat', say('not-after', time(now)), (iat) => iat <= now + clockTolerance),
		made('nbf', say('not-after', time(now)), (nbf) => nbf <= now + clockTolerance)
	];
}
