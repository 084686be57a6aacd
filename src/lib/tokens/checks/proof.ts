/** A DPoP proof beside the request that carries it: RFC 9449 §4.3. */
import { calculateJwkThumbprint } from 'jose';
import { isKnownElsewhere, isOfKindFor, isPublicKeyAlgorithm, kindsFor } from '$lib/client/algorithms';
import { jwtTypes } from '$lib/lexicon/jwt-types';
import { say, sayOfToken } from '$lib/lexicon/said';
import { hashOf } from '$lib/message/challenge';
import { privateParts, proofLeeway, proofLifetime, proofTarget } from '$lib/message/dpop-proof';
import { isJsonObject, shown, stringOf } from '$lib/message/json-body';
import { decodeToken, isJwk } from '$lib/message/jwt';
import { fewestBytes, modulusBytes, signatureFit } from '$lib/message/signature';
import { judgeDate } from '$lib/client/id-token-times';
import { missing, required, textRow, typeRow } from './claims';
import { passIf, row, skipped, type Found, type Held, type Row } from './row';

const use = ['proof'] as const;

/** Step 5: for a public key, and one of those that the server lists where they are known. */
function judgeAlgorithm({ header, known }: Held): Found {
	const alg = stringOf(header, 'alg');
	const isAsymmetric = alg !== undefined && (isPublicKeyAlgorithm(alg) || isKnownElsewhere(alg));
	const listed = known.server?.dpop_signing_alg_values_supported;
	const isListed = isAsymmetric && (listed?.includes(alg) ?? true);
	return passIf(isListed, {
		expected: listed ? say('one-of', ...listed) : sayOfToken('algorithm-of-public-key'),
		actual: alg ?? say('missing')
	});
}

/** Step 7, and §4.2: the public key, and nothing of the private one. */
function judgeKey({ header: { jwk } }: Held): Found {
	const expected = say('public-key-in-jwk');
	if (!isJwk(jwk)) return { status: 'fail', expected, actual: shown(jwk) };
	const secret = privateParts.filter((name) => Object.hasOwn(jwk, name));
	if (secret.length > 0)
		return { status: 'fail', expected, actual: say('private-members', secret.join(' ')) };
	// RFC 7518 §3.3, §3.5: RSA keys have 2048 bits or more.
	const bytes = jwk.kty === 'RSA' ? modulusBytes(stringOf(jwk, 'n') ?? '') : undefined;
	if (bytes !== undefined && bytes < fewestBytes)
		return { status: 'fail', expected, actual: say('key-too-short', bytes * 8) };
	return passIf(jwk.kty !== 'oct', {
		expected,
		actual: jwk.crv ? say('list', jwk.kty ?? '', jwk.crv) : (jwk.kty ?? '')
	});
}

/** Step 6: by the key that it brings, which proves that whoever made it holds that key. */
async function judgeSignature({ token, header }: Held): Promise<Found> {
	const alg = stringOf(header, 'alg') ?? '';
	if (!isJwk(header.jwk)) return skipped(say('no-key-and-algorithm'));
	const expected = say('by-key-in-jwk');
	if (kindsFor(alg).length > 0 && !isOfKindFor(alg, header.jwk))
		return { status: 'fail', expected, actual: say('unusable') };
	const fit = await signatureFit(token.parts, header.jwk, alg);
	switch (fit) {
		case 'unable':
			return skipped(isKnownElsewhere(alg) ? say('browser-cannot', alg) : say('no-key-and-algorithm'));
		case 'unusable':
			return { status: 'fail', expected, actual: say('unusable') };
		default:
			return passIf(fit === 'fits', { expected, actual: say(fit === 'fits' ? 'valid' : 'not-valid') });
	}
}

/** Step 3. */
function judgeClaims({ claims }: Held): Found {
	const names = ['jti', 'htm', 'htu', 'iat'];
	const gone = names.filter((name) => claims[name] === undefined);
	return passIf(gone.length === 0, {
		expected: say('list', ...names),
		actual: gone.length === 0 ? say('all') : sayOfToken('claims-missing', ...gone)
	});
}

/** Step 9: query and fragment are not compared, and should not be in it (§4.2). */
function judgeTarget({ claims: { htu } }: Held, url: string): Found {
	const [wanted, found] = [proofTarget(url), proofTarget(htu)];
	if (wanted === undefined) return skipped(say('not-a-url'));
	const isSame = found === wanted;
	const hasMore = isSame && /[?#]/.test(String(htu));
	return {
		status: hasMore ? 'warn' : isSame ? 'pass' : 'fail',
		expected: wanted,
		actual: hasMore ? sayOfToken('with-query', shown(htu)) : shown(htu)
	};
}

/** Step 11. The window is the server’s choice: this one is of our own servers, five minutes back and one ahead. */
function judgeTime(held: Held): Found {
	const [first, last] = [held.now - proofLifetime, held.now + proofLeeway];
	return (
		missing(held, 'iat', required) ?? {
			expected: sayOfToken('within', say('second-of', first), say('second-of', last)),
			...judgeDate(held.claims.iat, (iat) => iat >= first && iat <= last)
		}
	);
}

/** Step 12, and §6.1: the key of the proof is that to which the access token is bound. */
async function judgeBinding({ header: { jwk } }: Held, accessToken: string): Promise<Found> {
	const decoded = decodeToken(accessToken);
	if (!decoded.ok) return skipped(sayOfToken('binding-not-readable'));
	const { cnf } = decoded.value.claims;
	const bound = isJsonObject(cnf) ? cnf.jkt : undefined;
	const own = isJwk(jwk) ? await calculateJwkThumbprint(jwk).catch(() => undefined) : undefined;
	if (own === undefined) return skipped(say('no-key'));
	return bound === undefined
		? { status: 'fail', expected: own, actual: sayOfToken('token-not-bound') }
		: passIf(bound === own, { expected: shown(bound), actual: own });
}

export const proofRows: readonly Row[] = [
	row('proof-single', use, { judge: () => ({ status: 'pass', actual: say('a-signed-jwt') }) }),
	row('proof-claims', use, { judge: judgeClaims }),
	typeRow('proof-typ', use, jwtTypes.proof, 'fail'),
	row('proof-alg', use, { judge: judgeAlgorithm }),
	row('proof-key', use, { judge: judgeKey }),
	row('proof-signature', use, { judge: judgeSignature }),
	row('proof-htm', use, {
		needs: ['method'],
		alone: (held) => missing(held, 'htm', required),
		judge: ({ claims }, { method }) =>
			passIf(claims.htm === method, { expected: method, actual: shown(claims.htm) })
	}),
	row('proof-htu', use, {
		needs: ['url'],
		alone: (held) => missing(held, 'htu', required),
		judge: (held, { url }) => judgeTarget(held, url)
	}),
	row('proof-nonce', use, {
		needs: ['nonce'],
		judge: ({ claims }, { nonce }) =>
			passIf(claims.nonce === nonce, { expected: nonce, actual: shown(claims.nonce) })
	}),
	row('proof-iat', use, { judge: judgeTime }),
	row('proof-ath', use, {
		needs: ['accessToken'],
		judge: async ({ claims }, { accessToken }) => {
			const expected = await hashOf(accessToken);
			return passIf(claims.ath === expected, { expected, actual: shown(claims.ath) });
		}
	}),
	row('proof-binding', use, {
		needs: ['accessToken'],
		judge: (held, { accessToken }) => judgeBinding(held, accessToken)
	}),
	textRow('proof-jti', use, 'jti', required)
];
