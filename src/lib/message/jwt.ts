import type { JWK } from 'jose';
import { jwtDecode } from 'jwt-decode';
import { isCutSignature } from '$lib/lexicon/placeholders';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { say, type Said } from '$lib/lexicon/said';
import { decodeBase64url } from '$lib/wire/base64url';
import { parseJson } from '$lib/wire/json';
import { isJsonObject, stringOf, type JsonObject } from './json-body';
import { textOfPart } from './part-text';

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
	| { reason: 'disclosures'; count: number }
	| { reason: 'compressed'; zip: string }
	| { reason: 'base64url'; part: 'header' | 'payload' | 'signature'; position: number }
	| { reason: 'utf-8'; part: 'header' | 'payload' }
	| { reason: 'json'; part: 'header' | 'payload' };

/**
 * Takes a JWT apart, without any trust in it. Refused: not three parts, five parts (encrypted, RFC 7516), a part
 * that is not base64url, a header or payload that is not UTF-8 or no JSON object, a JWT with disclosures behind it (RFC 9901). A
 * signature that was cut off, or that somebody wrote over, hides nothing of the rest.
 * @see [RFC 7519 §7.2](https://www.rfc-editor.org/rfc/rfc7519#section-7.2)
 */
export function decodeToken(token: string): Result<DecodedToken, DecodeFailure> {
	const text = token.trim();
	const selective = disclosuresIn(text);
	if (selective) return fail({ reason: 'disclosures', count: selective.disclosures.length });
	const [header = '', payload = ''] = text.split('.', 2);
	const count = countOfParts(text);
	const signature = count > 2 ? text.slice(header.length + payload.length + 2) : '';
	const isCut = count > 2 && isCutSignature(signature);
	if (count === 5 && !isCut) return fail({ reason: 'encrypted' });
	if (count !== 3 && !isCut) return fail({ reason: 'parts', count });
	for (const [part, text] of [
		['header', header],
		['payload', payload],
		['signature', isCut ? '' : signature]
	] as const) {
		const bytes = decodeBase64url(text);
		if (!bytes.ok) return fail({ reason: 'base64url', part, position: bytes.failure.position });
	}
	const read = readPart(header);
	if (!read.ok) return fail({ reason: read.failure, part: 'header' });
	const claims = readPart(payload);
	if (claims.ok) return ok({ header: read.value, claims: claims.value, parts: [header, payload, signature] });
	// RFC 7516 §4.1.3 has `zip` for what is encrypted alone; some issuers compress what they sign.
	const zip = stringOf(read.value, 'zip');
	return fail(
		zip === undefined ? { reason: claims.failure, part: 'payload' } : { reason: 'compressed', zip }
	);
}

/** Parts between dots, of which a text may have a million. */
function countOfParts(text: string): number {
	let count = 1;
	for (let at = text.indexOf('.'); at !== -1; at = text.indexOf('.', at + 1)) count += 1;
	return count;
}

/**
 * The signed JWT of an SD-JWT, and the disclosures behind it; the JWT that may stand last proves who holds it.
 * @see [RFC 9901 §4](https://www.rfc-editor.org/rfc/rfc9901#section-4)
 */
export function disclosuresIn(token: string): { jwt: string; disclosures: string[] } | undefined {
	const [jwt = '', ...behind] = token.trim().split('~');
	if (behind.length === 0 || jwt.split('.', 4).length !== 3) return undefined;
	return { jwt, disclosures: behind.slice(0, -1) };
}

/** The header of an encrypted token, which alone is not encrypted (RFC 7516 §3.1). */
export function encryptedHeader(token: string): JsonObject | undefined {
	const [header = '', ...rest] = token.trim().split('.', 6);
	const read = rest.length === 4 ? readPart(header) : undefined;
	return read?.ok ? read.value : undefined;
}

/** The header of anything that begins with one, whatever stands behind it. */
export function headerIn(token: string): JsonObject | undefined {
	const [header = ''] = token.trim().split('.', 1);
	const read = readPart(header);
	return read.ok ? read.value : undefined;
}

/**
 * Characters of a part up to which the library reads it. It takes each byte by itself, which is nothing for whatever fits
 * into a header of HTTP, and a second for a megabyte: beyond, the platform reads the same.
 */
const longest = 8_000;

/** The JSON object in a part (RFC 7519 §7.2): of UTF-8, without anything that stands in for what is not. */
function readPart(part: string): Result<JsonObject, 'utf-8' | 'json'> {
	const text = textOfPart(part);
	if (text === undefined) return fail('utf-8');
	const value = part.length > longest ? parseJson(text) : tryDecode(part);
	return isJsonObject(value) ? ok(value) : fail('json');
}

function tryDecode(part: string): unknown {
	try {
		return jwtDecode<unknown>(`${part}.`, { header: true });
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
		case 'disclosures':
			return say('with-disclosures', failure.count);
		case 'compressed':
			return say('compressed', failure.zip);
		case 'base64url':
			return say('not-base64url', failure.part, failure.position + 1);
		case 'utf-8':
			return say('not-utf-8', failure.part);
		case 'json':
			return say('not-json-object', failure.part);
	}
}
