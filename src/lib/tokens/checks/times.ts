/** Dates of tokens of every kind. Two clocks may be apart by the tolerance that is said beside each. */
import { datesCheck, holdsAt, judgeDate } from '$lib/client/id-token-times';
import { clockTolerance } from '$lib/client/recorded-clock';
import { say, sayOfToken, type Said } from '$lib/lexicon/said';
import type { TokenCheckId } from '$lib/lexicon/token-checks';
import type { TokenUse } from '$lib/lexicon/token-uses';
import { except } from './common';
import { row, type Found, type Held, type Row } from './row';

type DateName = keyof typeof holdsAt;

/** What is expected of a date: by whose clock, and how much it may be off. */
function expectedOf(name: DateName, { now, isServersClock }: Held): Said {
	const when = say(name === 'exp' ? 'after' : 'not-after', say('second-of', now));
	return sayOfToken(isServersClock ? 'by-clock-of-server' : 'by-clock-of-device', when, clockTolerance);
}

/** `missing`: what it means that it is not there. */
export function judgeTime(held: Held, name: DateName, missing: Found['status']): Found {
	const value = held.claims[name];
	const expected = expectedOf(name, held);
	if (value === undefined) {
		return missing === 'skipped'
			? { status: 'skipped', actual: say('not-needed') }
			: { status: missing, expected, actual: say('missing') };
	}
	return { expected, ...judgeDate(value, holdsAt[name](held.now)) };
}

const dated = (id: TokenCheckId, uses: readonly TokenUse[], name: DateName, missing: Found['status']): Row =>
	row(id, uses, { judge: (held) => judgeTime(held, name, missing) });

export const timeRows: readonly Row[] = [
	row('id-token-dates', ['id'], { judge: ({ claims }) => datesCheck(claims) }),
	row('jwt-dates', except('id'), { judge: ({ claims }) => datesCheck(claims) }),
	dated('id-token-exp', ['id'], 'exp', 'fail'),
	dated('logout-exp', ['logout'], 'exp', 'fail'),
	dated('assertion-exp', ['assertion'], 'exp', 'fail'),
	dated('jwt-exp', ['user-info', 'request', 'other'], 'exp', 'skipped'),
	dated('id-token-iat', ['id'], 'iat', 'fail'),
	dated('logout-iat', ['logout'], 'iat', 'fail'),
	dated('jwt-iat', ['user-info', 'assertion', 'request', 'other'], 'iat', 'skipped'),
	dated('id-token-nbf', ['id'], 'nbf', 'skipped'),
	dated('jwt-nbf', except('id', 'proof'), 'nbf', 'skipped')
];
