import type { JWK } from 'jose';
import { jwtDecode } from 'jwt-decode';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { say, type Said } from '$lib/lexicon/said';
import { decodeBase64url } from '$lib/wire/base64url';
import { isJsonObject, stringOf, type JsonObject } from './json-body';

/** A token taken apart. `parts` are the three texts between the dots. */
export interface DecodedToken {
	header: JsonObject;
	claims: JsonObject;
	parts: [header: string, payload: string, signature: string];
}

/** Why a text is not a JWT in the compact form: which part, and what is wrong with it. */
type DecodeFailure =
	| { reason: 'parts'; count: number }
	| { reason: 'encrypted' }
	| { reason: 'base64url'; part: 'header' | 'payload' | 'signature'; position: number }
	| { reason: 'json'; part: 'header' | 'payload' };

/**
 * Takes a JWT apart, without any trust in it. Refused: not three parts, five parts (encrypted, RFC 7516), a part
 * that is not base64url, a header or payload that is not a JSON object.
 * @see [RFC 7519 §7.2](https://www.rfc-editor.org/rfc/rfc7519#section-7.2)
 */
export function decodeToken(token: string): Result<DecodedToken, DecodeFailure> {
	const [header = '', payload = '', signature = '', ...more] = token.trim().split('.');
	const count = token.trim().split('.').length;
	if (count === 5) return fail({ reason: 'encrypted' });
	if (count !== 3 || more.length > 0) return fail({ reason: 'parts', count });
	for (const [part, text] of [
		['header', header],
		['payload', payload],
		['signature', signature]
	] as const) {
		const bytes = decodeBase64url(text);
		if (!bytes.ok) return fail({ reason: 'base64url', part, position: bytes.failure.position });
	}
	const decodedHeader = tryDecode(token, true);
	if (!isJsonObject(decodedHeader)) return fail({ reason: 'json', part: 'header' });
	const claims = tryDecode(token, false);
	if (!isJsonObject(claims)) return fail({ reason: 'json', part: 'payload' });
	return ok({ header: decodedHeader, claims, parts: [header, payload, signature] });
}

/** The header of an encrypted token, which alone is not encrypted (RFC 7516 §3.1). */
export function encryptedHeader(token: string): JsonObject | undefined {
	if (token.trim().split('.').length !== 5) return undefined;
	const header = tryDecode(token, true);
	return isJsonObject(header) ? header : undefined;
}

function tryDecode(token: string, header: boolean): unknown {
	try {
		return jwtDecode<unknown>(token.trim(), { header });
	} catch {
		return undefined;
	}
}

/** A claim that is text, of a token that can be read, without any trust in it. */
export function claimIn(token: string, name: string): string | undefined {
	const decoded = decodeToken(token);
	return decoded.ok ? stringOf(decoded.value.claims, name) : undefined;
}

/** Whether it may be a key (RFC 7517 §4): what else has to be in it, whoever imports it says. */
export const isJwk = (value: unknown): value is JWK => isJsonObject(value) && typeof value.kty === 'string';

/** The failure in a few words, for the `actual` of a check. */
export function formatDecodeFailure(failure: DecodeFailure): Said {
	switch (failure.reason) {
		case 'parts':
			return say('parts', failure.count);
		case 'encrypted':
			return say('encrypted');
		case 'base64url':
			return say('not-base64url', failure.part, failure.position + 1);
		case 'json':
			return say('not-json-object', failure.part);
	}
}
