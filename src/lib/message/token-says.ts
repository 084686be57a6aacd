/** What a token says of itself, without any trust in it: what kind it is, and whether its time has passed. */
import { isJwtType, jwtTypes } from '$lib/lexicon/jwt-types';
import type { TokenKind, TokenTime } from '$lib/lexicon/token-says';
import { stringOf, type JsonObject } from './json-body';
import type { DecodedToken } from './jwt';

/** What providers write into `typ` and `token_use` of the claims, where they do. */
const named: Readonly<Record<string, TokenKind['kind']>> = {
	id: 'id',
	access: 'access',
	bearer: 'access',
	refresh: 'refresh',
	offline: 'refresh',
	logout: 'logout'
};

/** Claims that the one kind has and the other has not (OIDC Core §2, §3.3.2.11; RFC 9068 §2.2). */
const ofIdTokens = ['nonce', 'at_hash', 'c_hash', 's_hash'];
const ofAccessTokens = ['scope', 'scp', 'client_id'];

const among = (claims: JsonObject, names: readonly string[]): string[] =>
	names.filter((name) => claims[name] !== undefined);

export function kindOfToken({ header, claims }: DecodedToken): TokenKind {
	if (isJwtType(header.typ, jwtTypes.accessToken)) return { kind: 'access', by: ['typ'] };
	if (isJwtType(header.typ, jwtTypes.proof)) return { kind: 'proof', by: ['typ'] };
	if (claims.events !== undefined && claims.nonce === undefined) return { kind: 'logout', by: ['events'] };
	for (const name of ['token_use', 'typ']) {
		const kind = named[(stringOf(claims, name) ?? '').toLowerCase()];
		if (kind) return { kind, by: [name] };
	}
	const [one, other] = [among(claims, ofIdTokens), among(claims, ofAccessTokens)];
	if (one.length > 0 && !other.includes('scope') && !other.includes('scp')) return { kind: 'id', by: one };
	return other.length > 0 ? { kind: 'access', by: other } : { kind: 'unsaid', by: [] };
}

/** RFC 7519 §4.1.4, §4.1.5. `now`: milliseconds since the epoch. */
export function timeOfToken({ exp, nbf }: JsonObject, now: number): TokenTime {
	if (exp === undefined) return { kind: 'unsaid' };
	if (!isNumericDate(exp)) return { kind: 'malformed' };
	if (isNumericDate(nbf) && nbf * 1000 > now) return { kind: 'not-yet', at: nbf };
	return { kind: exp * 1000 <= now ? 'expired' : 'good', at: exp };
}

/** The years 1973 to 5138 in milliseconds: in seconds nobody means any of these. */
export const isMilliseconds = (value: number): boolean => value >= 1e11 && value < 1e14;

/** RFC 7519 §2: a number of seconds. */
export const isNumericDate = (value: unknown): value is number =>
	typeof value === 'number' && !isMilliseconds(value);

/** For whom it is: its audiences (RFC 7519 §4.1.3). */
export const audiencesOf = ({ aud }: JsonObject): string[] =>
	[aud].flat().filter((one): one is string => typeof one === 'string');
