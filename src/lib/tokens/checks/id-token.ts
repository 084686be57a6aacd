/** An ID token: OIDC Core §3.1.3.7. */
import { authorizedPartyCheck, longestSubject, nonceCheck } from '$lib/client/id-token-claims';
import { judgeHalfHash } from '$lib/client/at-hash';
import { judgeDate } from '$lib/client/id-token-times';
import { clockTolerance } from '$lib/client/recorded-clock';
import { isOfAnotherKind, isJwtType, jwtTypes } from '$lib/lexicon/jwt-types';
import { say, sayOfToken } from '$lib/lexicon/said';
import type { TokenCheckId } from '$lib/lexicon/token-checks';
import { shown } from '$lib/message/json-body';
import { audiencesOf } from '$lib/message/token-says';
import { audienceRow, issuerRow, missing, optional, required, subjectRow } from './claims';
import { passIf, row, skipped, type Found, type Held, type Row } from './row';

/** RFC 8725 §3.11: a `typ` that is of another kind refuses it. OIDC Core asks for none. */
function judgeType({ header: { typ } }: Held): Found {
	const expected = say('one-of', jwtTypes.plain, sayOfToken('no-typ'));
	if (typ === undefined) return { status: 'pass', expected, actual: sayOfToken('no-typ') };
	const status = isJwtType(typ, jwtTypes.plain) ? 'pass' : isOfAnotherKind(typ) ? 'fail' : 'warn';
	return { status, expected, actual: say('typ', shown(typ)) };
}

/**
 * OIDC Core §3.1.3.7: a client refuses a token with further audiences that it does not trust. Which those are is not known
 * here, so that they are named.
 */
function judgeParty({ claims }: Held, clientId: string): Found {
	const audiences = audiencesOf(claims);
	const others = [...new Set(audiences)].filter((one) => one !== clientId).slice(0, 8);
	if (audiences.length < 2 || others.length === 0) return authorizedPartyCheck(claims, clientId);
	const { azp } = claims;
	if (azp !== undefined && typeof azp !== 'string') return authorizedPartyCheck(claims, clientId);
	const found =
		azp === undefined ? say('missing') : azp === clientId ? azp : say('another-party', shown(azp));
	return { status: 'warn', expected: clientId, actual: sayOfToken('audiences-besides', found, ...others) };
}

/** `azp` that is not there needs nothing to be known, but where there are several audiences. */
const authorizedParty = row('id-token-azp', ['id'], {
	needs: ['audience'],
	alone: (held) =>
		held.claims.azp === undefined && !Array.isArray(held.claims.aud)
			? missing(held, 'azp', optional)
			: undefined,
	judge: (held, { audience }) => judgeParty(held, audience)
});

/** OIDC Core §3.1.3.6, §3.3.2.11: what a claim is the hash of came beside the token. */
const hashRow = (id: TokenCheckId, claim: string, of: 'accessToken' | 'code' | 'state'): Row =>
	row(id, ['id'], {
		needs: [of],
		alone: (held) => missing(held, claim, optional),
		judge: ({ header, claims }, known) => judgeHalfHash(header.alg, claims[claim], known[of])
	});

/** OIDC Core §3.1.3.7: the sign-in is not longer ago than was asked for. Seconds. */
export function judgeAge({ claims, now }: Held, maxAge: number): Found {
	const expected = sayOfToken('signed-in-at-most', maxAge, clockTolerance);
	if (claims.auth_time === undefined)
		return { status: 'fail', expected, actual: say('without', 'auth_time') };
	return {
		expected,
		...judgeDate(
			claims.auth_time,
			(time) => time <= now + clockTolerance && now - time <= maxAge + clockTolerance
		)
	};
}

/** OIDC Core §5.5.1.1: what was asked for by `acr_values` is a wish alone. */
export function judgeClass({ claims: { acr } }: Held, wished: readonly string[]): Found {
	const isOne = typeof acr === 'string' && wished.includes(acr);
	return { status: isOne ? 'pass' : 'warn', expected: say('one-of', ...wished), actual: shown(acr) };
}

export const idTokenRows: readonly Row[] = [
	row('id-token-typ', ['id'], { judge: judgeType }),
	issuerRow('id-token-iss', ['id'], required),
	subjectRow('id-token-sub', ['id'], required, longestSubject),
	audienceRow('id-token-aud', ['id'], required),
	authorizedParty,
	row('id-token-auth-time', ['id'], {
		needs: ['maxAge'],
		judge: (held, { maxAge }) => judgeAge(held, maxAge)
	}),
	row('id-token-acr', ['id'], {
		needs: ['acrValues'],
		judge: (held, { acrValues }) => judgeClass(held, acrValues)
	}),
	row('id-token-nonce', ['id'], {
		needs: ['nonce'],
		judge: ({ claims }, { nonce }) => nonceCheck(claims, { nonce, kind: 'code' })
	}),
	hashRow('id-token-at-hash', 'at_hash', 'accessToken'),
	hashRow('id-token-c-hash', 'c_hash', 'code'),
	hashRow('id-token-s-hash', 's_hash', 'state')
];

/** RFC 7519 §7.2, §4.1: what holds for every JWT. */
export const otherRows: readonly Row[] = [
	issuerRow('jwt-iss', ['other'], optional),
	subjectRow('jwt-sub', ['other'], optional),
	audienceRow('jwt-aud', ['other'], optional),
	row('jwt-jti', ['other'], {
		judge: ({ claims: { jti } }) =>
			jti === undefined
				? skipped(say('not-needed'))
				: passIf(typeof jti === 'string', { expected: sayOfToken('some-text'), actual: shown(jti) })
	})
];
