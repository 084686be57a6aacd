/** Two tokens as wholes: which is which, and what the one is to the other. Without trust in them. */
import { decodeToken, disclosuresIn, formatDecodeFailure, type DecodedToken } from '$lib/message/jwt';
import { stringOf, type JsonObject } from '$lib/message/json-body';
import { encryptionOf, flawsOfToken } from '$lib/message/token-parts';
import { audiencesOf, isNumericDate, kindOfToken } from '$lib/message/token-says';
import type { PairSaid } from '$lib/lexicon/compared';
import type { Said } from '$lib/lexicon/said';
import type { TokenKind } from '$lib/lexicon/token-says';
import type { JsonFlaws } from '$lib/wire/json-flaws';
import { comparing, type Comparison } from './compare';
import { atOnce, type Steps } from './steps';
import { tellRead, tellToken } from './tell-token';
import type { Side } from './told';

/** A token as a whole. Moments in seconds since 1970, where it has them. */
export type TokenFace =
	| { is: 'read'; kind: TokenKind; flaws: JsonFlaws; issued?: number; expires?: number }
	| { is: 'encrypted'; alg: string; enc: string }
	| { is: 'unreadable'; actual: Said };

export interface TokenPair {
	one: TokenFace;
	other: TokenFace;
	said: PairSaid[];
	/** Undefined where one of them cannot be read. */
	comparison?: Comparison;
}

/** Taken apart once, an SD-JWT by the JWT in it. */
function read(token: string) {
	const selective = disclosuresIn(token);
	const decoded = decodeToken(selective?.jwt ?? token);
	const told = decoded.ok ? tellRead(decoded.value, selective?.disclosures) : tellToken(token);
	return { token, decoded, told };
}

type Read = ReturnType<typeof read>;

const moment = (claims: JsonObject, name: string): number | undefined => {
	const value = claims[name];
	return isNumericDate(value) ? value : undefined;
};

function faceOf({ token, decoded }: Read): TokenFace {
	if (decoded.ok) {
		const { claims } = decoded.value;
		const [issued, expires] = [moment(claims, 'iat'), moment(claims, 'exp')];
		return {
			is: 'read',
			kind: kindOfToken(decoded.value),
			flaws: flawsOfToken(decoded.value),
			...(issued === undefined ? {} : { issued }),
			...(expires === undefined ? {} : { expires })
		};
	}
	const encryption = encryptionOf(token);
	return encryption
		? { is: 'encrypted', ...encryption }
		: { is: 'unreadable', actual: formatDecodeFailure(decoded.failure) };
}

/** The client under the names that providers use (RFC 9068 §2.2, OIDC Core §2; `appid`: Entra, `cid`: Okta). */
const clientOf = (claims: JsonObject): string | undefined =>
	['client_id', 'azp', 'appid', 'cid'].map((name) => stringOf(claims, name)).find((one) => one !== undefined);

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
	one.length > 0 && JSON.stringify([...new Set(one)].sort()) === JSON.stringify([...new Set(other)].sort());

/** Of one issuer, person, audience and client, as far as both name them. */
function isOneSeries(one: JsonObject, other: JsonObject): boolean {
	const same = (name: string): boolean => stringOf(one, name) !== undefined && one[name] === other[name];
	return (
		same('iss') &&
		same('sub') &&
		sameSet(audiencesOf(one), audiencesOf(other)) &&
		clientOf(one) === clientOf(other)
	);
}

function saidOf(one: DecodedToken, other: DecodedToken): PairSaid[] {
	const [here, there] = [kindOfToken(one).kind, kindOfToken(other).kind];
	const isOne = (kind: TokenKind['kind']): 'one' | 'other' | undefined =>
		here === kind ? 'one' : there === kind ? 'other' : undefined;
	const [id, access] = [isOne('id'), isOne('access')];
	const shared = sameSet(audiencesOf(one.claims), audiencesOf(other.claims));
	if (id && access)
		return [{ say: 'id-and-access', id }, ...(shared ? [{ say: 'one-audience' } as const] : [])];
	if (here !== there) return here === 'unsaid' || there === 'unsaid' ? [] : [{ say: 'two-kinds' }];
	if (one.parts[0] === other.parts[0] && one.parts[1] === other.parts[1])
		return [{ say: one.parts[2] === other.parts[2] ? 'same' : 'other-signature' }];
	if (!isOneSeries(one.claims, other.claims)) return [];
	return [...laterOf(one.claims, other.claims)];
}

/** How far apart they were issued, and whether the person signed in between (OIDC Core §12.2 for auth_time). */
function laterOf(one: JsonObject, other: JsonObject): PairSaid[] {
	const [here, there] = [moment(one, 'iat'), moment(other, 'iat')];
	if (here === undefined || there === undefined) return [];
	const later = there >= here ? 'other' : 'one';
	const [signedIn, signedInThere] = [moment(one, 'auth_time'), moment(other, 'auth_time')];
	const known = signedIn !== undefined && signedInThere !== undefined;
	return [
		{ say: 'one-series', later, seconds: Math.abs(there - here) },
		...(known ? [{ say: signedIn === signedInThere ? 'one-sign-in' : 'two-sign-ins' } as const] : [])
	];
}

/** Compares two texts that should be tokens, in steps. Never throws. */
export function* comparingTokens(one: string, other: string): Steps<TokenPair> {
	const here = read(one);
	yield;
	const there = read(other);
	yield;
	const faces = { one: faceOf(here) };
	yield;
	const pair = {
		...faces,
		other: faceOf(there),
		said: here.decoded.ok && there.decoded.ok ? saidOf(here.decoded.value, there.decoded.value) : []
	};
	if (!here.told || !there.told) return pair;
	const [side, otherSide] = [here.told, there.told].map((told): Side => new Map([['token', told]]));
	return side && otherSide ? { ...pair, comparison: yield* comparing(side, otherSide) } : pair;
}

export const compareTokens = (one: string, other: string): TokenPair => atOnce(comparingTokens(one, other));
