/** What clients sign: request objects and assertions, verified with the public keys that the application registered. */
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import type { JWK, JWTPayload, ProtectedHeaderParameters } from 'jose';
import { say, type Said } from '$lib/lexicon/said';
import type { Application } from './settings';

/** Asymmetric ones only: RFC 9101 §10.5 warns of `none`, and a secret is no key of a public client. */
export const clientAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'] as const;

export interface ClientJwt {
	text: string;
	alg: string;
	typ: string | undefined;
	kid: string | undefined;
	claims: JWTPayload;
}

/** A JWT whose algorithm is allowed, not verified yet. */
export function readClientJwt(text: string): ClientJwt | undefined {
	try {
		const { alg = '', typ, kid, crit }: ProtectedHeaderParameters = decodeProtectedHeader(text);
		if (crit !== undefined || !clientAlgorithms.some((known) => known === alg)) return undefined;
		return { text, alg, typ, kid, claims: decodeJwt(text) };
	} catch {
		return undefined;
	}
}

async function verifies(text: string, jwk: JWK, alg: string): Promise<boolean> {
	try {
		await compactVerify(text, await importJWK(jwk, alg), { algorithms: [alg] });
		return true;
	} catch {
		return false;
	}
}

const fits = (jwk: JWK, { alg, kid }: ClientJwt): boolean =>
	(kid === undefined || jwk.kid === undefined || jwk.kid === kid) &&
	(jwk.alg === undefined || jwk.alg === alg || (jwk.alg === 'EdDSA' && alg === 'Ed25519')) &&
	(jwk.use === undefined || jwk.use === 'sig');

/** Whether one of the application's own keys signed it: RFC 9101 §6.2, RFC 7523 §3. */
export async function isSignedBy({ jwks }: Application, jwt: ClientJwt): Promise<boolean> {
	for (const jwk of jwks?.keys ?? [])
		if (fits(jwk, jwt) && (await verifies(jwt.text, jwk, jwt.alg))) return true;
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
export function timeFault({ exp, nbf }: JWTPayload, now: number): TimeFault | undefined {
	const time = now / 1_000;
	if (typeof exp !== 'number') return { words: 'no exp', found: say('without', 'exp') };
	if (exp <= time - leeway) return { words: `expired at ${exp}`, found: say('expired-at', exp) };
	if (nbf !== undefined && !(typeof nbf === 'number' && nbf <= time + leeway))
		return { words: `not before ${nbf}`, found: say('not-before', nbf) };
	return undefined;
}

export const audiencesOf = ({ aud }: JWTPayload): string[] =>
	(Array.isArray(aud) ? aud : [aud]).filter((one) => typeof one === 'string');
