/** What a token says of itself, without any trust in it: what kind it is, and whether its time has passed. */
import { bareType, credentialTypes, jwtTypes } from '$lib/lexicon/jwt-types';
import type { TokenKind, TokenTime } from '$lib/lexicon/token-says';
import { isJsonObject, stringOf, type JsonObject } from './json-body';
import type { DecodedToken } from './jwt';

type Kind = TokenKind['kind'];

const ofHeader: ReadonlyMap<string, Kind> = new Map<string, Kind>([
	[jwtTypes.accessToken, 'access'],
	[jwtTypes.proof, 'proof'],
	[jwtTypes.logout, 'logout'],
	[jwtTypes.requestObject, 'request'],
	[jwtTypes.assertion, 'assertion'],
	[jwtTypes.introspection, 'introspection'],
	...credentialTypes.map((type): [string, Kind] => [type, 'credential'])
]);

/**
 * What providers write into `token_use` (Amazon Cognito) and `typ` (Keycloak) of the claims. Keycloak calls an access
 * token that is bound to a key `DPoP`.
 */
const ofClaims: ReadonlyMap<string, Kind> = new Map<string, Kind>([
	['id', 'id'],
	['access', 'access'],
	['bearer', 'access'],
	['dpop', 'access'],
	['refresh', 'refresh'],
	['offline', 'refresh'],
	['logout', 'logout']
]);

export const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** Claims that the one kind has and the other has not (OIDC Core §2, §3.3.2.11; RFC 9068 §2.2). */
const ofIdTokens = ['nonce', 'at_hash', 'c_hash', 's_hash'];

/** With those of Entra ID, which has `appid`, `azpacr` and `idtyp` in access tokens alone, and of Okta, `cid`. */
const ofAccessTokens = ['scope', 'scp', 'client_id', 'appid', 'appidacr', 'azpacr', 'idtyp', 'cid', 'gty'];

const among = (claims: JsonObject, names: readonly string[]): string[] =>
	names.filter((name) => claims[name] !== undefined);

/** What it says in words of its own, which is more than what its members are like. */
function declaredKind({ header, claims }: DecodedToken): TokenKind | undefined {
	const type = bareType(header.typ) ?? '';
	const kind = ofHeader.get(type);
	if (kind) return { kind, by: ['typ'] };
	if (isJsonObject(claims.events)) {
		const isLogout = Object.hasOwn(claims.events, logoutEvent);
		return { kind: isLogout ? 'logout' : 'event', by: ['events'] };
	}
	if (type === jwtTypes.event) return { kind: 'event', by: ['typ'] };
	for (const name of ['token_use', 'typ']) {
		const said = ofClaims.get((stringOf(claims, name) ?? '').toLowerCase());
		if (said) return { kind: said, by: [name] };
	}
	return undefined;
}

/** What only tokens of one kind have in them. */
function likelyKind({ claims }: DecodedToken): TokenKind {
	const has = (...names: string[]): boolean => among(claims, names).length === names.length;
	if (has('htm', 'htu')) return { kind: 'proof', by: ['htm', 'htu'] };
	if (has('response_type')) return { kind: 'request', by: ['response_type'] };
	for (const name of ['vct', 'vc']) if (has(name)) return { kind: 'credential', by: [name] };
	const [one, other] = [among(claims, ofIdTokens), among(claims, ofAccessTokens)];
	if (one.length > 0 && !other.includes('scope') && !other.includes('scp')) return { kind: 'id', by: one };
	if (other.length > 0) return { kind: 'access', by: other };
	const isOwn = stringOf(claims, 'iss') !== undefined && claims.iss === claims.sub && has('jti');
	// RFC 7523 §3: a client speaks of itself, and names each assertion.
	return isOwn ? { kind: 'assertion', by: ['iss', 'sub', 'jti'] } : { kind: 'unsaid', by: [] };
}

export const kindOfToken = (token: DecodedToken): TokenKind => declaredKind(token) ?? likelyKind(token);

/** Whether the kind is said, and not only likely by what is in it. */
export const declaresKind = (token: DecodedToken): boolean => declaredKind(token) !== undefined;

/** RFC 7519 §4.1.4, §4.1.5. `now`: milliseconds since the epoch. */
export function timeOfToken({ exp, nbf }: JsonObject, now: number): TokenTime {
	if (exp === undefined) return { kind: 'unsaid' };
	if (!isNumericDate(exp)) return { kind: 'malformed' };
	if (isNumericDate(nbf) && nbf * 1000 > now) return { kind: 'not-yet', at: nbf };
	return { kind: exp * 1000 <= now ? 'expired' : 'good', at: exp };
}

/** The years 1973 to 5138 in each unit, of which it is the upper end: in seconds nobody means any of these. */
const units = { milliseconds: 1e14, microseconds: 1e17, nanoseconds: 1e20 } as const;

/** The ends of what `Date` has are ±8.64e15 milliseconds. */
const firstSecond = -8.64e12;

/** Why a number is no date in seconds: what it looks like, or that no calendar has it. Undefined: it may be one. */
export function faultOfSeconds(value: number): keyof typeof units | 'range' | undefined {
	if (value >= firstSecond && value < 1e11) return undefined;
	const names = ['milliseconds', 'microseconds', 'nanoseconds'] as const;
	return (value > 0 ? names.find((name) => value < units[name]) : undefined) ?? 'range';
}

/** RFC 7519 §2: a number of seconds. */
export const isNumericDate = (value: unknown): value is number =>
	typeof value === 'number' && faultOfSeconds(value) === undefined;

/** For whom it is: its audiences (RFC 7519 §4.1.3). */
export const audiencesOf = ({ aud }: JsonObject): string[] =>
	[aud].flat().filter((one): one is string => typeof one === 'string');
