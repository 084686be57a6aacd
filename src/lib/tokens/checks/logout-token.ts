/** A logout token, by which a server tells a client that a session is over: OIDC Back-Channel Logout §2.6. */
import { jwtTypes } from '$lib/lexicon/jwt-types';
import { say, sayOfToken } from '$lib/lexicon/said';
import { isJsonObject, shown } from '$lib/message/json-body';
import { logoutEvent } from '$lib/message/token-says';
import { audienceRow, issuerRow, ofText, required, textRow, typeRow } from './claims';
import { passIf, row, type Found, type Held, type Row } from './row';

const use = ['logout'] as const;

/** Step 5: `sub`, `sid`, or both. */
function judgeWhose(held: Held): Found {
	const given = (['sub', 'sid'] as const).filter((name) => held.claims[name] !== undefined);
	const expected = say('one-of', 'sub', 'sid');
	const wrong = given.map((name) => ofText(held, name)).find(Boolean);
	return (
		wrong ??
		passIf(given.length > 0, { expected, actual: given.length > 0 ? say('list', ...given) : say('missing') })
	);
}

/** Step 6: the member that makes it a logout token. Its value is an object, and should be an empty one (§2.4). */
function judgeEvents({ claims: { events } }: Held): Found {
	const expected = logoutEvent;
	if (!isJsonObject(events) || !Object.hasOwn(events, logoutEvent))
		return { status: 'fail', expected, actual: shown(events) };
	const value = events[logoutEvent];
	if (!isJsonObject(value)) return { status: 'fail', expected, actual: shown(value) };
	const names = Object.keys(value).slice(0, 8);
	return names.length === 0
		? { status: 'pass', expected, actual: shown(events) }
		: { status: 'warn', expected, actual: sayOfToken('event-with-members', ...names) };
}

/** Step 7: an ID token may have one, and may not be taken for this. */
const judgeNonce = ({ claims: { nonce } }: Held): Found =>
	passIf(nonce === undefined, {
		expected: say('without', 'nonce'),
		actual: nonce === undefined ? say('none') : shown(nonce)
	});

export const logoutTokenRows: readonly Row[] = [
	typeRow('logout-typ', use, jwtTypes.logout, 'warn'),
	issuerRow('logout-iss', use, required),
	audienceRow('logout-aud', use, required),
	row('logout-whose', use, { judge: judgeWhose }),
	row('logout-events', use, { judge: judgeEvents }),
	row('logout-nonce', use, { judge: judgeNonce }),
	textRow('logout-jti', use, 'jti', required),
	row('logout-subject', use, {
		needs: ['subject'],
		alone: ({ claims: { sub } }) =>
			sub === undefined ? { status: 'skipped', actual: say('not-needed') } : undefined,
		judge: ({ claims }, { subject }) => ({
			status: claims.sub === subject ? 'pass' : 'warn',
			expected: subject,
			actual: shown(claims.sub)
		})
	})
];
