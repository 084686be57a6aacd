/** What clients sign: request objects and assertions, verified with the public keys that the application registered. */
import { say, type Said } from '$lib/lexicon/said';
import type { JWK } from 'jose';
import { shown, stringOf, type JsonObject } from '$lib/message/json-body';
import { decodeToken } from '$lib/message/jwt';
import type { Application } from './settings';
import { isSignedWith } from '$lib/message/signature';

/** Asymmetric ones only: RFC 9101 §10.5 warns of `none`, and a secret is no key of a public client. */
export const clientAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'] as const;

export interface ClientJwt {
	text: string;
	alg: string;
	typ: string | undefined;
	kid: string | undefined;
	claims: JsonObject;
}

/** A JWT whose algorithm is allowed, not verified yet. */
export function readClientJwt(text: string): ClientJwt | undefined {
	const decoded = decodeToken(text);
	if (!decoded.ok) return undefined;
	const { header, claims } = decoded.value;
	const alg = stringOf(header, 'alg') ?? '';
	if (header.crit !== undefined || !clientAlgorithms.some((known) => known === alg)) return undefined;
	return { text, alg, typ: stringOf(header, 'typ'), kid: stringOf(header, 'kid'), claims };
}

const fits = (jwk: JWK, { alg, kid }: ClientJwt): boolean =>
	(kid === undefined || jwk.kid === undefined || jwk.kid === kid) &&
	(jwk.alg === undefined || jwk.alg === alg || (jwk.alg === 'EdDSA' && alg === 'Ed25519')) &&
	(jwk.use === undefined || jwk.use === 'sig');

/** Whether one of the application's own keys signed it: RFC 9101 §6.2, RFC 7523 §3. */
export async function isSignedBy({ jwks }: Application, jwt: ClientJwt): Promise<boolean> {
	for (const jwk of jwks?.keys ?? [])
		if (fits(jwk, jwt) && (await isSignedWith(jwt.text, jwk, jwt.alg))) return true;
	return false;
}

/** Seconds that the clocks of client and server may be apart. */
const leeway = 60;

/** `words` are for an `error_description`. */
export interface TimeFault {
	words: string;
	found: Said;
}

/** What is wrong with `exp` and `nbf` at this time in milliseconds; undefined when they are good. */
export function timeFault({ exp, nbf }: JsonObject, now: number): TimeFault | undefined {
	const time = now / 1_000;
	if (typeof exp !== 'number') return { words: 'no exp', found: say('without', 'exp') };
	if (exp <= time - leeway) return { words: `expired at ${exp}`, found: say('expired-at', exp) };
	if (nbf !== undefined && !(typeof nbf === 'number' && nbf <= time + leeway))
		return { words: `not before ${nbf}`, found: say('not-before', shown(nbf)) };
	return undefined;
}

export const audiencesOf = ({ aud }: JsonObject): string[] =>
	[aud].flat().filter((one) => typeof one === 'string');
