/** A DPoP proof against its message: RFC 9449 §4.3. Nothing is decided here. */
import { calculateJwkThumbprint } from 'jose';
import { isJwtType, jwtTypes } from '$lib/lexicon/jwt-types';
import { say, type Said } from '$lib/lexicon/said';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { maskSecret } from '$lib/lexicon/secrets';
import { headerOf, type HttpRequest } from '$lib/wire/http';
import { hashOf } from './challenge';
import { stringOf } from './json-body';
import { decodeToken, isJwk, type DecodedToken } from './jwt';
import { isSignedWith } from './signature';

/** What RFC 9449 §4.3 has a server look at, in its order. */
export const points = [
	'form',
	'alg',
	'key',
	'signature',
	'htm',
	'htu',
	'iat',
	'nonce',
	'ath',
	'jti'
] as const;
export type Point = (typeof points)[number];

/** `holds` is undefined where there was nothing to look at. */
interface Finding {
	holds?: boolean;
	expected?: Said;
	actual: Said;
}

export interface ProofReading {
	findings: Record<Point, Finding>;
	/** The thumbprint of the key, when every point holds: RFC 9449 §6.1. */
	jkt?: string;
}

/** What the proof is compared with. */
export interface Carrier {
	method: string;
	url: string;
	/** Milliseconds since the epoch. */
	now: number;
	/** The access token that it goes with. */
	accessToken?: string | undefined;
	/** Whether this nonce is one of the server's; without it the server asks for none. */
	isOwnNonce?: ((nonce: string) => Promise<boolean>) | undefined;
	/** Whether a proof of this name was seen before. From now on it was: `until` then, in milliseconds since the epoch. */
	sawBefore: (key: string, until: number) => Promise<boolean>;
}

/** Asymmetric ones only, never `none`: RFC 9449 §4.2. */
export const proofAlgorithms = ['ES256', 'RS256', 'PS256', 'EdDSA', 'Ed25519'];

/** Seconds that a proof is good for, and seconds that clocks may be apart: RFC 9449 §11.1. */
export const proofLifetime = 300;
export const proofLeeway = 60;

const maxLength = 8_192;
/** What only a private or a secret key has (RFC 7518 §6.2.2, §6.3.2, §6.4.1). */
export const privateParts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;

/** One JWT: two headers arrive joined by a comma, which no JWT has. */
function parse(text: string): DecodedToken | undefined {
	const isOne = text.length <= maxLength && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
	const decoded = isOne ? decodeToken(text) : undefined;
	return decoded?.ok ? decoded.value : undefined;
}

/**
 * What was found, as everybody may see it: a word of the standards, or a number. What is anything else may be a secret
 * that was put in the wrong place.
 */
function shown(value: unknown): Said {
	if (value === undefined) return say('missing');
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && /^[\w/+.-]{1,30}$/.test(value) ? value : say('something-else');
}
const shownHash = (value: unknown): Said =>
	typeof value === 'string' ? say('another', maskSecret(value)) : shown(value);

/** One spelling for each escape: RFC 3986 §6.2.2. What need not be escaped is not. */
const oneSpelling = (path: string): string =>
	path.replace(/%[0-9a-f]{2}/gi, (escape) => {
		const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
		return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
	});

/** Without query and fragment, normalised by syntax and by scheme: RFC 9449 §4.3. */
export function proofTarget(url: unknown): string | undefined {
	if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
	const { origin, pathname } = new URL(url);
	return origin + oneSpelling(pathname);
}

/**
 * What a proof is remembered by: its key, its target and its `jti`. The query is no part of the target, or one proof
 * would be good for each query. Another key cannot use up a `jti`, and a long one takes no more room: RFC 9449 §11.1.
 */
const nameOf = (jkt: string, htu: unknown, jti: string): Promise<string> =>
	hashOf(JSON.stringify([jkt, proofTarget(htu), jti]));

const nothing: Finding = { actual: say('no-readable-proof') };

const none = (): Record<Point, Finding> => ({
	form: nothing,
	alg: nothing,
	key: nothing,
	signature: nothing,
	htm: nothing,
	htu: nothing,
	iat: nothing,
	nonce: nothing,
	ath: nothing,
	jti: nothing
});

async function headerFindings(proof: string, { header }: DecodedToken) {
	const { typ, crit } = header;
	const alg = stringOf(header, 'alg') ?? '';
	const jwk = isJwk(header.jwk) ? header.jwk : undefined;
	const allowed = proofAlgorithms.includes(alg) && crit === undefined;
	const secret = privateParts.filter((name) => jwk !== undefined && Object.hasOwn(jwk, name));
	const usable = jwk !== undefined && secret.length === 0;
	const signed = allowed && usable ? await isSignedWith(proof, jwk, alg) : undefined;
	return {
		form: {
			holds: isJwtType(typ, jwtTypes.proof),
			expected: say('one-jwt-of-typ', jwtTypes.proof),
			actual: shown(typ)
		},
		alg: {
			holds: allowed,
			expected: say('one-of', ...proofAlgorithms),
			actual: crit ? say('with-crit', alg) : shown(alg)
		},
		key: {
			holds: usable,
			expected: say('public-key-in-jwk'),
			actual:
				jwk === undefined
					? say('missing')
					: secret.length > 0
						? say('private-members', secret.join(' '))
						: shown(jwk.kty)
		},
		signature:
			signed === undefined
				? { actual: say('no-key-and-algorithm') }
				: { holds: signed, expected: say('by-key-in-jwk'), actual: say(signed ? 'valid' : 'not-valid') }
	} satisfies Partial<Record<Point, Finding>>;
}

async function claimFindings({ claims }: DecodedToken, carrier: Carrier) {
	const { htm, htu, iat, nonce, ath } = claims;
	const time = Math.floor(carrier.now / 1_000);
	const url = proofTarget(carrier.url);
	const { accessToken, isOwnNonce } = carrier;
	const hash = accessToken === undefined ? undefined : await hashOf(accessToken);
	const isOwn = typeof nonce === 'string' && ((await isOwnNonce?.(nonce)) ?? false);
	return {
		htm: { holds: htm === carrier.method, expected: carrier.method, actual: shown(htm) },
		htu: {
			holds: url !== undefined && proofTarget(htu) === url,
			expected: url ?? '',
			actual: proofTarget(htu) ?? say(htu === undefined ? 'missing' : 'not-a-url')
		},
		iat: {
			holds: typeof iat === 'number' && iat >= time - proofLifetime && iat <= time + proofLeeway,
			expected: say('between', time - proofLifetime, time + proofLeeway),
			actual: shown(iat)
		},
		nonce: !isOwnNonce
			? { actual: say('not-asked-for') }
			: {
					holds: isOwn,
					expected: say('good-of-this-server', 'nonce'),
					actual: say(isOwn ? 'good' : nonce === undefined ? 'missing' : 'unknown-or-ended')
				},
		ath:
			hash === undefined
				? { actual: say('without', 'access_token') }
				: { holds: ath === hash, expected: hash, actual: ath === hash ? hash : shownHash(ath) }
	} satisfies Partial<Record<Point, Finding>>;
}

const holdAll = (findings: Record<Point, Finding>): boolean =>
	points.every((point) => findings[point].holds !== false);

/**
 * Looks at everything. Whether it was seen before is asked last, and only of a proof that is good otherwise, so that
 * nobody fills the memory with rubbish.
 * @see [RFC 9449 §4.3](https://www.rfc-editor.org/rfc/rfc9449#section-4.3)
 */
export async function lookAtProof(proof: string, carrier: Carrier): Promise<ProofReading> {
	const parts = parse(proof);
	if (!parts)
		return {
			findings: {
				...none(),
				form: { holds: false, expected: say('one-jwt-of-typ', jwtTypes.proof), actual: say('not-a-jwt') }
			}
		};
	const found = {
		...none(),
		...(await headerFindings(proof, parts)),
		...(await claimFindings(parts, carrier))
	};
	const { jti, htu, iat } = parts.claims;
	const { jwk } = parts.header;
	if (typeof jti !== 'string' || jti === '')
		return { findings: { ...found, jti: { holds: false, expected: 'jti', actual: shown(jti) } } };
	if (!holdAll(found) || !isJwk(jwk) || typeof iat !== 'number')
		return { findings: { ...found, jti: { actual: say('proof-not-good') } } };
	// RFC 9449 §11.1: remembered for as long as the proof would be accepted, which is bounded by its `iat`.
	const until = (Math.floor(iat) + proofLifetime + 1) * 1_000;
	const jkt = await calculateJwkThumbprint(jwk);
	const replayed = await carrier.sawBefore(await nameOf(jkt, htu, jti), until);
	const findings = {
		...found,
		jti: { holds: !replayed, expected: say('unseen'), actual: say(replayed ? 'seen-before' : 'unseen') }
	};
	return replayed ? { findings } : { findings, jkt };
}

/**
 * The proof of possession that went with a request, and the nonce in it. Undefined: there was none. A proof that was
 * taken out of the file, or that cannot be read, has a nonce that is not known.
 * @see [RFC 9449 §4.2](https://www.rfc-editor.org/rfc/rfc9449#section-4.2)
 */
export function proofSent({ headers }: HttpRequest): { nonce?: string; readable: boolean } | undefined {
	const proof = headerOf(headers, 'dpop');
	if (!proof) return undefined;
	const decoded = isPlaceholder(proof) ? undefined : decodeToken(proof);
	if (!decoded?.ok) return { readable: false };
	const { nonce } = decoded.value.claims;
	return { readable: true, ...(typeof nonce === 'string' ? { nonce } : {}) };
}
