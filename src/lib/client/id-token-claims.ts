/** What single members of an ID token must be. Whoever has a token alone asks for those of which enough is known. */
import type { Check } from '$lib/lexicon/check';
import { check, checkThat } from '$lib/lexicon/client-check';
import { say } from '$lib/lexicon/said';
import { shown, type JsonObject } from '$lib/message/json-body';
import type { DecodedToken } from '$lib/message/jwt';
import { flawsOfToken } from '$lib/message/token-parts';
import { audiencesOf } from '$lib/message/token-says';
import { isPublicKeyAlgorithm } from './algorithms';
import type { ServerMetadata } from './discovery';
import type { IdTokenContext } from './id-token';

/** A subject is text (RFC 7519 §4.1.2). A number is shown as it was written: JavaScript may not hold it. */
export function subjectCheck(token: DecodedToken, longest = Infinity): Check {
	const { sub } = token.claims;
	const written = flawsOfToken(token).inexact.find(([name]) => name === 'sub')?.[1];
	const isText = typeof sub === 'string' && sub !== '' && sub.length <= longest;
	return checkThat('id-token-sub', isText, {
		expected: longest === Infinity ? say('some-text') : say('text-at-most', longest),
		actual: typeof sub === 'number' ? say('a-number', written ?? sub) : shown(sub)
	});
}

/** OIDC Core §2: at most 255 ASCII characters. No other standard has an end. */
export const longestSubject = 255;

/**
 * The algorithms that the server lists. When it lists none, RS256 is expected, and another one may be what the client
 * is registered with. `none` never passes (RFC 7518 §3.6).
 */
export function algorithmCheck({ header }: DecodedToken, server: ServerMetadata): Check {
	const listed = server.id_token_signing_alg_values_supported;
	const allowed = (listed ?? ['RS256']).filter((alg) => alg !== 'none');
	const alg = typeof header.alg === 'string' ? header.alg : undefined;
	const good = alg !== undefined && allowed.includes(alg);
	const otherwise = !listed && isPublicKeyAlgorithm(alg) ? 'warn' : 'fail';
	return check('id-token-alg', good ? 'pass' : otherwise, {
		expected: allowed.join(' '),
		actual: alg ?? say('missing')
	});
}

/** OIDC Core §3.1.3.7: the client is among those whom the token is for. */
export const audienceCheck = (claims: JsonObject, clientId: string): Check =>
	checkThat('id-token-aud', audiencesOf(claims).includes(clientId), {
		expected: clientId,
		actual: audiencesOf(claims).join(' ') || say('missing')
	});

/**
 * OIDC Core §3.1.3.7: `azp` is of extensions, and a client SHOULD be the one that it names. With several audiences libraries
 * take no token without it: the others are trusted by nobody then. With one, providers name there another client of the same
 * owner, for which they made the token.
 */
export function authorizedPartyCheck(claims: JsonObject, clientId: string): Check {
	const several = audiencesOf(claims).length > 1;
	if (claims.azp === undefined) {
		return check('id-token-azp', several ? 'fail' : 'skipped', {
			expected: clientId,
			actual: say(several ? 'missing-with-audiences' : 'not-needed')
		});
	}
	if (typeof claims.azp === 'string' && claims.azp !== clientId && !several)
		return check('id-token-azp', 'warn', {
			expected: clientId,
			actual: say('another-party', shown(claims.azp))
		});
	return checkThat('id-token-azp', claims.azp === clientId, {
		expected: clientId,
		actual: shown(claims.azp)
	});
}

/**
 * OIDC Core §3.1.3.7: `nonce` MUST be the one that was sent. OIDC Core §12.2: a refreshed token should have none, and one
 * that it has is that of the first.
 */
export function nonceCheck(
	claims: JsonObject,
	{ nonce, kind }: Pick<IdTokenContext, 'nonce' | 'kind'>
): Check {
	const found = claims.nonce;
	if (found === undefined && (nonce === undefined || kind === 'refresh')) {
		return check('id-token-nonce', 'skipped', {
			actual: say(kind === 'refresh' ? 'none-after-refresh' : 'none-sent')
		});
	}
	const isSame = found === nonce;
	const actual = !isSame && kind === 'refresh' ? say('not-of-first', shown(found)) : shown(found);
	return checkThat('id-token-nonce', isSame, {
		expected: nonce === undefined ? say('none-sent') : kind === 'refresh' ? say('as-at-first', nonce) : nonce,
		actual: nonce === undefined ? say('unsent', shown(found)) : actual
	});
}

/** RFC 7519 §4: names are unique. RFC 8259 §6: readers agree on whole numbers up to 2^53 alone. */
export function membersCheck(token: DecodedToken): Check {
	const { doubled, inexact } = flawsOfToken(token);
	const found =
		doubled.length > 0
			? say('doubled', ...doubled)
			: inexact.length > 0
				? say('inexact', ...inexact.map(([name, written]) => say('named', name, written)))
				: undefined;
	return check('id-token-members', found ? 'warn' : 'pass', {
		expected: say('each-once'),
		actual: found ?? say('each-once')
	});
}

/** OIDC Core §3.1.3.7: the comparison is exact. */
export function issuerCheck(claims: JsonObject, expected: string): Check {
	const bare = (text: string): string => text.replace(/\/$/, '');
	const isNear =
		typeof claims.iss === 'string' && claims.iss !== expected && bare(claims.iss) === bare(expected);
	return checkThat('id-token-iss', claims.iss === expected, {
		expected,
		actual: isNear ? say('but-for-slash', shown(claims.iss)) : shown(claims.iss)
	});
}
