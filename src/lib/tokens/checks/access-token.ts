/**
 * An access token that is a JWT: RFC 9068 §4. One that says by its `typ` that it is of the profile has to be what the
 * profile asks for. What a provider does otherwise without saying so breaks no standard, and is worth a notice.
 */
import { isJwtType, jwtTypes } from '$lib/lexicon/jwt-types';
import { say, sayOfToken } from '$lib/lexicon/said';
import type { TokenCheckId } from '$lib/lexicon/token-checks';
import { isJsonObject, shown, stringOf } from '$lib/message/json-body';
import { audienceRow, issuerRow, missing, subjectRow, textRow, typeRow, type Missing } from './claims';
import { judgeAge, judgeClass } from './id-token';
import { row, skipped, type Found, type Held, type Row } from './row';
import { judgeTime } from './times';

const use = ['access'] as const;

const byProfile: Missing = ({ header }) => (isJwtType(header.typ, jwtTypes.accessToken) ? 'fail' : 'warn');

/** Where providers name the client instead (RFC 9068 §2.2 has `client_id`). */
const clientNames = ['azp', 'appid', 'cid'] as const;

function judgeClient(held: Held): Found {
	const { client_id: found } = held.claims;
	const expected = sayOfToken('the-claim', 'client_id');
	if (found !== undefined)
		return { status: stringOf(held.claims, 'client_id') ? 'pass' : 'fail', expected, actual: shown(found) };
	const other = clientNames.find((name) => held.claims[name] !== undefined);
	const actual = other ? say('named', other, shown(held.claims[other])) : say('missing');
	return { status: byProfile(held), expected, actual };
}

/** RFC 8693 §4.2: text with a space between any two. RFC 9068 §2.2.3: it SHOULD be there where a scope was asked for. */
function judgeScope(held: Held): Found {
	const { scope, scp } = held.claims;
	const expected = sayOfToken('scopes-as-text');
	if (scope === undefined && scp === undefined) return skipped(sayOfToken('no-scope'));
	if (scope === undefined) return { status: 'warn', expected, actual: say('named', 'scp', shown(scp)) };
	// RFC 6749 §3.3: one space between two, and no quotes or backslashes.
	if (typeof scope === 'string' && /^[!#-[\]-~]+(?: [!#-[\]-~]+)*$/.test(scope))
		return { status: 'pass', expected, actual: shown(scope) };
	return { status: byProfile(held), expected, actual: scope === '' ? say('none') : shown(scope) };
}

/** A SHA-256 as base64url: RFC 9449 §6.1, RFC 8705 §3. */
const isThumbprint = (value: unknown): boolean => typeof value === 'string' && /^[\w-]{43}$/.test(value);

/** RFC 7800 §3.1. Whether who sends the token holds the key is seen by the request alone. */
function judgeBinding({ claims: { cnf } }: Held): Found {
	const expected = sayOfToken('a-bound-key');
	if (cnf === undefined) return skipped(sayOfToken('bound-to-nothing'));
	if (!isJsonObject(cnf)) return { status: 'fail', expected, actual: shown(cnf) };
	for (const [name, how] of [
		['jkt', 'bound-to-key'],
		['x5t#S256', 'bound-to-certificate']
	] as const) {
		const value = cnf[name];
		if (value === undefined) continue;
		return isThumbprint(value)
			? skipped(sayOfToken(how, String(value)))
			: { status: 'fail', expected, actual: say('named', name, shown(value)) };
	}
	return skipped(sayOfToken('bound-otherwise', ...Object.keys(cnf).slice(0, 8)));
}

const dated = (id: TokenCheckId, name: 'exp' | 'iat'): Row =>
	row(id, use, { judge: (held) => judgeTime(held, name, byProfile(held)) });

export const accessTokenRows: readonly Row[] = [
	typeRow('access-typ', use, jwtTypes.accessToken, 'warn'),
	issuerRow('access-iss', use, byProfile),
	audienceRow('access-aud', use, byProfile),
	subjectRow('access-sub', use, byProfile),
	row('access-client-id', use, { judge: judgeClient }),
	dated('access-exp', 'exp'),
	dated('access-iat', 'iat'),
	textRow('access-jti', use, 'jti', byProfile),
	row('access-scope', use, { judge: judgeScope }),
	row('access-cnf', use, { judge: judgeBinding }),
	row('access-auth-time', use, {
		needs: ['maxAge'],
		judge: (held, { maxAge }) => judgeAge(held, maxAge)
	}),
	row('access-acr', use, {
		needs: ['acrValues'],
		alone: (held) => missing(held, 'acr', () => 'skipped'),
		judge: (held, { acrValues }) => judgeClass(held, acrValues)
	})
];
