/** A JWS in the compact form, taken apart as far as its signature is concerned: what it says is read elsewhere. */
import { fail, ok, type Result } from '$lib/lexicon/result';
import { note, type Phrase } from '$lib/lexicon/said';
import { isJsonObject, stringOf, type JsonObject } from './json-body';
import { decodeBase64url } from '$lib/wire/base64url';
import { parseJson } from '$lib/wire/json';
import { flawsOfJson } from '$lib/wire/json-flaws';

export interface Compact {
	header: JsonObject;
	alg: string;
	/** As they were written: also a payload that is not encoded (RFC 7797 §3). */
	parts: [header: string, payload: string, signature: string];
	/** What deserves a word whatever comes of the signature. */
	notes: Phrase[];
	/** Extensions that have to be understood and are not: what is signed, and how, may depend on them. */
	unknown: string[];
}

/**
 * Takes it apart. Refused, with the reason: another number of parts, a header that is no JSON object, no `alg`.
 * @see [RFC 7515 §5.2](https://www.rfc-editor.org/rfc/rfc7515#section-5.2)
 */
export function readCompact(token: string): Result<Compact, Phrase> {
	const text = token.trim();
	const [head = '', payload = '', signature = '', ...more] = text.split('.', 6);
	const count = text.split('.').length;
	if (count === 5 && more.length === 2) return fail(note('encrypted-token'));
	if (count !== 3) return fail(note('not-compact', count));
	const bytes = decodeBase64url(head);
	const written = bytes.ok ? new TextDecoder().decode(bytes.value) : '';
	const header = parseJson(written);
	if (!isJsonObject(header)) return fail(note('header-unreadable'));
	if (typeof header.alg !== 'string') return fail(note('alg-missing'));
	const { doubled } = flawsOfJson(written);
	const crit = critOf(header);
	return ok({
		header,
		alg: header.alg,
		parts: [head, payload, signature],
		unknown: crit.unknown,
		notes: [
			...(doubled.length > 0 ? [note('header-doubled', listed(doubled))] : []),
			...crit.notes,
			...unencoded(header)
		]
	});
}

/** Names in a sentence, cut to what fits it. */
const listed = (names: readonly string[]): string =>
	names
		.slice(0, 5)
		.map((name) => name.slice(0, 60))
		.join(', ');

/** RFC 7515 §4.1.11: a list of names in the header, each once, none of RFC 7515 itself. `b64` is understood here. */
function critOf({ crit, ...header }: JsonObject): { notes: Phrase[]; unknown: string[] } {
	if (crit === undefined) return { notes: [], unknown: [] };
	const names: unknown[] = Array.isArray(crit) ? crit : [];
	const texts = names.filter((name) => typeof name === 'string');
	const isGood =
		texts.length > 0 &&
		texts.length === names.length &&
		new Set(texts).size === texts.length &&
		texts.every((name) => Object.hasOwn(header, name));
	if (!isGood) return { notes: [note('crit-malformed')], unknown: [] };
	const unknown = texts.filter((name) => name !== 'b64');
	return { notes: unknown.length > 0 ? [note('crit-unknown', listed(unknown))] : [], unknown };
}

/** RFC 7797 §6: `crit` has to name it. §7: no JWT is signed like that. */
function unencoded({ b64, crit, typ }: JsonObject): Phrase[] {
	if (b64 !== false) return [];
	const isNamed = Array.isArray(crit) && crit.includes('b64');
	return [
		note('payload-unencoded'),
		...(isNamed ? [] : [note('b64-not-critical')]),
		...(typeof typ === 'string' && /jwt$/i.test(typ) ? [note('payload-unencoded-jwt')] : [])
	];
}
/** The claims, where the payload is some; nothing of them is trusted. */
function claimsOf({ header, parts }: Compact): JsonObject | undefined {
	const bytes = decodeBase64url(parts[1]);
	const text = header.b64 === false ? parts[1] : bytes.ok ? new TextDecoder().decode(bytes.value) : '';
	const value = parseJson(text);
	return isJsonObject(value) ? value : undefined;
}

/** What a token says of when it was issued, in milliseconds, where that is a date. */
export function issuedAt(token: Compact): number | undefined {
	const iat = claimsOf(token)?.iat;
	return typeof iat === 'number' && iat > 0 && iat < 8e12 ? iat * 1000 : undefined;
}

export function issuerOf(token: Compact): string | undefined {
	const claims = claimsOf(token);
	return claims && stringOf(claims, 'iss');
}

/** The place of the first character of the signature that is not base64url, from zero; undefined where each is. */
export function badInSignature({ parts }: Compact): number | undefined {
	const bytes = decodeBase64url(parts[2]);
	return bytes.ok ? undefined : bytes.failure.position;
}

/** What is encrypted, taken apart (RFC 7516 §3.1). */
export interface Encrypted {
	header: JsonObject;
	/** The bytes of its five parts, in their order. */
	parts: Uint8Array[];
}

/** Fails with the count of parts, the place of the part that is not base64url, or neither: a header that is none. */
export function readEncrypted(token: string): Result<Encrypted, { count?: number; part?: number }> {
	const texts = token.split('.', 6);
	if (texts.length !== 5) return fail({ count: token.split('.').length });
	const parts: Uint8Array[] = [];
	for (const [part, text] of texts.entries()) {
		const bytes = decodeBase64url(text);
		if (!bytes.ok) return fail({ part });
		parts.push(bytes.value);
	}
	const header = parseJson(new TextDecoder().decode(parts[0]));
	return isJsonObject(header) ? ok({ header, parts }) : fail({});
}
