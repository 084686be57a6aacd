/**
 * What the API looks at before it does anything: structure, signature, claims, scope, in that order. Each check is
 * reported; those that cannot be made are `skipped`; the first that fails is the answer.
 */
import type { JWK } from 'jose';
import type { Check } from '$lib/lexicon/check';
import { check, checkThat, type ServerCheckId } from '$lib/lexicon/server-check';
import { isJwtType, jwtTypes } from '$lib/lexicon/jwt-types';
import { say, type Said } from '$lib/lexicon/said';
import { maskSecret } from '$lib/lexicon/secrets';
import { stringOf } from '$lib/message/json-body';
import { decodeToken, isJwk, type DecodedToken } from '$lib/message/jwt';
import * as v from 'valibot';
import { possessionChecks, type Scheme, type SentProof } from './possession';
import { isSignedWith } from '$lib/message/signature';

export interface Expectations {
	issuer: string;
	audience: string;
	/** What the operation needs. */
	scope: string;
	/** Milliseconds since the epoch. */
	now: number;
	fetchJwks(): Promise<unknown>;
	/** How the sender proves to hold a key. */
	sent: SentProof;
}

export interface Validated {
	checks: Check[];
	/** The scheme of the Authorization header, if it is one that is known here. */
	scheme?: Scheme;
	/** Only when no check failed. */
	claims?: AccessClaims;
}

const claimsSchema = v.object({
	sub: v.string(),
	client_id: v.optional(v.string()),
	scope: v.optional(v.string(), ''),
	roles: v.optional(v.array(v.string())),
	acr: v.optional(v.string()),
	auth_time: v.optional(v.number())
});

export type AccessClaims = v.InferOutput<typeof claimsSchema>;

/** RFC 9068 §4: never `none`, never a symmetric one. */
export const allowedAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** Seconds that clocks may differ. */
const leeway = 30;

const jwkSetSchema = v.object({ keys: v.array(v.custom<JWK>(isJwk)) });

/** The one key that the token names, of those that sign. */
async function findKey(fetchJwks: Expectations['fetchJwks'], kid: string): Promise<JWK | undefined> {
	const set = v.safeParse(jwkSetSchema, await fetchJwks().catch(() => undefined));
	if (!set.success) return undefined;
	const found = set.output.keys.filter((key) => key.use === undefined || key.use === 'sig');
	return found.find((key) => key.kid === kid);
}

const afterStructure: ServerCheckId[] = [
	'rs-token-typ',
	'rs-token-alg',
	'rs-token-key',
	'rs-token-signature',
	'rs-token-iss',
	'rs-token-aud',
	'rs-token-exp',
	'rs-token-nbf',
	'rs-token-scheme',
	'rs-scope'
];

const skipAll = (ids: ServerCheckId[], actual: Said): Check[] =>
	ids.map((id) => check(id, 'skipped', { actual }));

async function headerChecks(token: string, { header }: DecodedToken, wanted: Expectations): Promise<Check[]> {
	const [alg = '', typ, kid = ''] = ['alg', 'typ', 'kid'].map((name) => stringOf(header, name));
	const crit = header.crit !== undefined;
	const allowed = allowedAlgorithms.includes(alg) && !crit;
	const key = allowed ? await findKey(wanted.fetchJwks, kid) : undefined;
	const typCheck = checkThat('rs-token-typ', isJwtType(typ, jwtTypes.accessToken), {
		expected: jwtTypes.accessToken,
		actual: typ || say('missing')
	});
	const algCheck = checkThat('rs-token-alg', allowed, {
		expected: say('one-of', ...allowedAlgorithms),
		actual: crit ? say('with-crit', alg) : alg || say('missing')
	});
	if (!allowed)
		return [
			typCheck,
			algCheck,
			...skipAll(['rs-token-key', 'rs-token-signature'], say('no-allowed-algorithm'))
		];
	const keyCheck = checkThat('rs-token-key', key !== undefined, {
		expected: say('key-of-key-set'),
		actual: kid || say('missing')
	});
	const signature = key
		? checkThat('rs-token-signature', await isSignedWith(token, key, alg), {
				expected: say('by-key', alg, kid)
			})
		: check('rs-token-signature', 'skipped', { actual: say('no-key') });
	return [typCheck, algCheck, keyCheck, signature];
}

const instant = (seconds: unknown): Said =>
	typeof seconds === 'number' && Number.isFinite(seconds) && Math.abs(seconds) < 8e12
		? new Date(seconds * 1_000).toISOString()
		: say('missing');

function claimChecks({ claims }: DecodedToken, { issuer, audience, now }: Expectations): Check[] {
	const { iss, aud, exp, nbf } = claims;
	const audiences = [aud].flat();
	const time = Math.floor(now / 1_000);
	return [
		checkThat('rs-token-iss', iss === issuer, {
			expected: issuer,
			actual: iss === undefined ? say('missing') : String(iss)
		}),
		checkThat('rs-token-aud', audiences.includes(audience), {
			expected: audience,
			actual: audiences.join(' ') || say('missing')
		}),
		checkThat('rs-token-exp', typeof exp === 'number' && exp > time - leeway, {
			expected: say('after', instant(time)),
			actual: instant(exp)
		}),
		nbf === undefined
			? check('rs-token-nbf', 'skipped', { actual: say('without', 'nbf') })
			: checkThat('rs-token-nbf', typeof nbf === 'number' && nbf <= time + leeway, {
					expected: say('not-after', instant(time)),
					actual: instant(nbf)
				})
	];
}

function scopeCheck({ claims }: DecodedToken, { scope }: Expectations): Check {
	const granted = stringOf(claims, 'scope') ?? '';
	return checkThat('rs-scope', granted.split(' ').includes(scope), {
		expected: scope,
		actual: granted || say('missing')
	});
}

const confirmationSchema = v.object({ cnf: v.object({ jkt: v.string() }) });

/** The thumbprint of the key that the token is bound to: RFC 9449 §6.1. */
function boundKey({ claims }: DecodedToken): string | undefined {
	const parsed = v.safeParse(confirmationSchema, claims);
	return parsed.success ? parsed.output.cnf.jkt : undefined;
}

/**
 * Validates an access token for one operation: a bearer token, or one that is bound to a key (RFC 9449 §7.1). `authorization` is the header's value.
 * @see [RFC 9068 §4](https://www.rfc-editor.org/rfc/rfc9068#section-4)
 */
export async function validate(authorization: string | null, wanted: Expectations): Promise<Validated> {
	const [, word = '', token] = /^(bearer|dpop) +(\S+) *$/i.exec(authorization ?? '') ?? [];
	const scheme: Scheme = word.toLowerCase() === 'dpop' ? 'DPoP' : 'Bearer';
	const present = checkThat('rs-bearer-present', token !== undefined, {
		expected: say('access-token-header', 'Bearer', 'DPoP'),
		actual:
			token === undefined
				? authorization === null
					? say('missing')
					: say('another-scheme')
				: say('scheme-and-token', scheme, maskSecret(token))
	});
	if (token === undefined)
		return {
			checks: [present, ...skipAll(['rs-token-structure', ...afterStructure], say('without', 'token'))]
		};
	// RFC 7519 §7.2: three parts, a JOSE header and a claims set.
	const decoded = decodeToken(token);
	const parts = decoded.ok ? decoded.value : undefined;
	const structure = checkThat('rs-token-structure', decoded.ok, {
		expected: say('a-jwt'),
		actual: parts ? say('a-jwt') : say('parts-of', token.split('.').length, maskSecret(token))
	});
	if (!parts) return { checks: [present, structure, ...skipAll(afterStructure, say('not-a-jwt'))], scheme };
	const checks = [
		present,
		structure,
		...(await headerChecks(token, parts, wanted)),
		...claimChecks(parts, wanted),
		...(await possessionChecks(token, scheme, boundKey(parts), wanted.sent)),
		scopeCheck(parts, wanted)
	];
	const claims = v.safeParse(claimsSchema, parts.claims);
	const good = checks.every(({ status }) => status === 'pass' || status === 'skipped');
	return good && claims.success ? { checks, scheme, claims: claims.output } : { checks, scheme };
}
