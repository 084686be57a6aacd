import { compactDecrypt, errors, type CompactDecryptResult, type JWK } from 'jose';
import type { OpenFaultReason } from '$lib/lexicon/key-notes';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { note, type Phrase } from '$lib/lexicon/said';
import { readEncrypted } from '$lib/message/compact';
import { isJsonObject, shown, type JsonObject } from '$lib/message/json-body';
import { isJwk } from '$lib/message/jwt';
import { modulusBytes } from '$lib/message/signature';
import { encodeBase64url } from '$lib/wire/base64url';
import { parseJson } from '$lib/wire/json';
import { bytesOfMember } from './judged';
import { readMaterial } from './material';
import { opensKey } from './opens-key';
import type { KeyFault } from './fault';

/** What was in an encrypted token. `jwt`: another token, signed or encrypted, to be looked at by itself (RFC 7519 §5.2). */
export interface OpenedToken {
	header: JsonObject;
	holds: 'jwt' | 'claims' | 'text' | 'bytes';
	bytes: Uint8Array;
	/** Undefined where it is no UTF-8. */
	text?: string;
	claims?: JsonObject;
	notes: readonly Phrase[];
}

/** Why it was not opened. `where`: the part, the member or the number that it is about; `key`: why the pasted text is no key. */
export interface OpenFault {
	reason: OpenFaultReason;
	where?: string | Phrase;
	key?: KeyFault;
}

/** As RFC 7516 §7.2.1 names them. */
const partNames = ['protected', 'encrypted_key', 'iv', 'ciphertext', 'tag'] as const;

/** Rounds of PBKDF2 that a page makes: some hundred milliseconds, beside the page. RFC 7518 §4.8.1.2 asks for at least 1,000. */
export const mostRounds = 1_000_000;

/** Bytes that compressed content may become. */
const mostInflated = 5_000_000;

const keyBits = (alg: string): number => Number(/A(128|192|256)(?:GCM)?KW$/.exec(alg)?.[1] ?? 0);

/** Bytes of the content key (RFC 7518 §5.1). */
const contentKeys: Readonly<Record<string, number>> = {
	A128GCM: 16,
	A192GCM: 24,
	A256GCM: 32,
	'A128CBC-HS256': 32,
	'A192CBC-HS384': 48,
	'A256CBC-HS512': 64
};

/** What an algorithm of RFC 7518 §4.1 wants: the kind of key, and what has to be in the header. */
function needsOf(alg: string): { kty: readonly string[]; header: readonly string[] } | undefined {
	if (/^RSA-OAEP(?:-256|-384|-512)?$/.test(alg)) return { kty: ['RSA'], header: [] };
	if (/^ECDH-ES(?:\+A(?:128|192|256)KW)?$/.test(alg)) return { kty: ['EC', 'OKP'], header: ['epk'] };
	if (/^A(?:128|192|256)KW$/.test(alg) || alg === 'dir') return { kty: ['oct'], header: [] };
	if (/^A(?:128|192|256)GCMKW$/.test(alg)) return { kty: ['oct'], header: ['iv', 'tag'] };
	return /^PBES2-HS(?:256\+A128|384\+A192|512\+A256)KW$/.test(alg)
		? { kty: ['oct'], header: ['p2s', 'p2c'] }
		: undefined;
}

interface Sealed {
	header: JsonObject;
	alg: string;
	enc: string;
	parts: Uint8Array[];
	kty: readonly string[];
}

/** Everything that can be seen of it without a key. */
function readSealed(jwe: string): Result<Sealed, OpenFault> {
	const read = readEncrypted(jwe);
	if (!read.ok) {
		const { count, part } = read.failure;
		if (count !== undefined) return fail({ reason: 'not-five-parts', where: String(count) });
		return part === undefined
			? fail({ reason: 'header-unreadable' })
			: fail({ reason: 'part-malformed', where: partNames[part] ?? '' });
	}
	const { header, parts } = read.value;
	const { alg, enc, zip, crit, p2c } = header;
	if (typeof alg !== 'string') return fail({ reason: 'alg-missing' });
	if (alg === 'RSA1_5') return fail({ reason: 'rsa1_5' });
	const needs = needsOf(alg);
	if (!needs) return fail({ reason: 'alg-not-here', where: alg.slice(0, 100) });
	if (typeof enc !== 'string' || !Object.hasOwn(contentKeys, enc))
		return fail({ reason: 'enc-not-here', where: shown(enc) });
	if (crit !== undefined) return fail({ reason: 'crit-not-understood', where: shown(crit) });
	if (zip !== undefined && zip !== 'DEF') return fail({ reason: 'zip-unknown', where: shown(zip) });
	const absent = needs.header.find((name) => header[name] === undefined);
	if (absent !== undefined) return fail({ reason: 'header-incomplete', where: absent });
	if (typeof p2c === 'number' && p2c > mostRounds)
		return fail({ reason: 'too-many-rounds', where: String(p2c) });
	const [, , iv, , tag] = parts;
	const isGcm = enc.endsWith('GCM');
	if (iv?.length !== (isGcm ? 12 : 16)) return fail({ reason: 'part-malformed', where: partNames[2] });
	if (tag?.length !== (isGcm ? 16 : (contentKeys[enc] ?? 0) / 2))
		return fail({ reason: 'part-malformed', where: partNames[4] });
	return ok({ header, alg, enc, parts, kty: needs.kty });
}

/** What a key lacks for this token. Undefined: nothing that can be seen. */
function faultOfKey(key: JWK, { alg, enc, header }: Sealed): OpenFault | undefined {
	if (key.kty === 'oct') {
		const bytes = bytesOfMember(key.k);
		const wanted = alg === 'dir' ? contentKeys[enc] : keyBits(alg) / 8;
		if (!bytes || bytes.length === 0) return { reason: 'key-unreadable' };
		const isPassword = alg.startsWith('PBES2');
		return isPassword || bytes.length === wanted
			? undefined
			: { reason: 'key-length', where: note('differs-length', bytes.length, wanted ?? 0) };
	}
	if (key.d === undefined) return { reason: 'key-public' };
	const bits = (modulusBytes(key.n ?? '') ?? 0) * 8;
	if (key.kty === 'RSA' && bits < 2048) return { reason: 'key-too-short', where: String(bits) };
	const { epk } = header;
	if (key.kty === 'RSA' || !isJsonObject(epk) || epk.crv === key.crv) return undefined;
	return { reason: 'key-of-another-kind', where: key.crv ?? key.kty ?? '' };
}

/** The keys that may be meant: that with the `kid` of the header, or all of the kind that it takes. */
function candidates(keys: readonly JWK[], { header, kty }: Sealed): readonly JWK[] {
	const ofKind = keys.filter((key) => kty.includes(key.kty ?? ''));
	const named = ofKind.filter(({ kid }) => kid !== undefined && kid === header.kid);
	return named.length > 0 ? named : ofKind.slice(0, 50);
}

async function keysOf(key: string | Uint8Array): Promise<Result<readonly JWK[], OpenFault>> {
	if (typeof key !== 'string')
		return key.length === 0 ? fail({ reason: 'no-key' }) : ok([{ kty: 'oct', k: encodeBase64url(key) }]);
	if (key.trim() === '') return fail({ reason: 'no-key' });
	const read = await readMaterial(key);
	if (!read.ok) return fail({ reason: 'key-unreadable', key: read.failure });
	const keys = read.value.keys.filter(isJwk);
	return keys.length > 0 ? ok(keys) : fail({ reason: 'key-unreadable', key: { reason: 'none-usable' } });
}

/** The key without what it says that it is for: a person who pastes it decides that, and is told. */
function bareKey({ kty, crv, n, e, d, p, q, dp, dq, qi, x, y, k }: JWK): JWK {
	const members = { kty, crv, n, e, d, p, q, dp, dq, qi, x, y, k };
	return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** What came of one key. */
async function openWith(jwe: string, key: JWK, sealed: Sealed): Promise<Result<OpenedToken, OpenFault>> {
	const fault = faultOfKey(key, sealed);
	if (fault) return fail(fault);
	try {
		const opened = await compactDecrypt(jwe, bareKey(key), {
			keyManagementAlgorithms: [sealed.alg],
			contentEncryptionAlgorithms: [sealed.enc],
			maxPBES2Count: mostRounds,
			maxDecompressedLength: mostInflated
		});
		return ok(described(opened, key, sealed));
	} catch (error) {
		return fail(await reasonFor(error, key, sealed));
	}
}

/** RFC 7516 §11.5 lets a server tell nobody which step failed. Here who asks has the key, and may know. */
async function reasonFor(error: unknown, key: JWK, { alg, header, parts }: Sealed): Promise<OpenFault> {
	if (error instanceof errors.JWEDecryptionFailed) {
		const opens = await opensKey(alg, key, parts[1] ?? new Uint8Array());
		if (opens === undefined) return { reason: 'does-not-open' };
		return { reason: opens ? 'changed' : 'wrong-key' };
	}
	if (error instanceof errors.JOSENotSupported) return { reason: 'alg-not-here', where: alg };
	if (error instanceof DOMException && error.name === 'NotSupportedError')
		return { reason: 'alg-not-here', where: alg };
	if (error instanceof errors.JWEInvalid) {
		if (header.zip === 'DEF' && /ompress/.test(error.message)) return { reason: 'inflates-too-far' };
		return /Encrypted Key/.test(error.message)
			? { reason: 'part-malformed', where: partNames[1] }
			: { reason: 'header-malformed' };
	}
	return { reason: 'key-unreadable' };
}

function described({ plaintext }: CompactDecryptResult, key: JWK, { header, alg, enc }: Sealed): OpenedToken {
	const text = textOf(plaintext);
	const value = text === undefined ? undefined : parseJson(text);
	const isNested = text !== undefined && /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){2,4}$/.test(text);
	const claims = isJsonObject(value) ? value : undefined;
	const holds = isNested ? 'jwt' : claims ? 'claims' : text === undefined ? 'bytes' : 'text';
	const what = {
		jwt: note('opened-nested'),
		claims: note('opened-claims'),
		text: note('opened-text'),
		bytes: note('opened-bytes', plaintext.length)
	};
	return {
		header,
		holds,
		bytes: plaintext,
		...(text !== undefined && { text }),
		...(claims && { claims }),
		notes: [
			note('opened-by', alg, enc),
			what[holds],
			...(header.zip === 'DEF' ? [note('opened-compressed')] : []),
			...(key.use !== undefined && key.use !== 'enc' ? [note('opened-for-else', 'use', key.use)] : []),
			...(key.alg !== undefined && key.alg !== alg && key.alg !== enc
				? [note('opened-for-else', 'alg', key.alg)]
				: [])
		]
	};
}

function textOf(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/**
 * Opens an encrypted token with a pasted key: its text in any form that `readKeys` knows, or the bytes of a secret or a
 * password. Never throws; what is inside is not trusted by that, only read.
 * @see [RFC 7516 §5.2](https://www.rfc-editor.org/rfc/rfc7516#section-5.2)
 */
export async function decryptToken(
	token: string,
	key: string | Uint8Array
): Promise<Result<OpenedToken, OpenFault>> {
	const jwe = token.trim();
	const sealed = readSealed(jwe);
	if (!sealed.ok) return sealed;
	const keys = await keysOf(key);
	if (!keys.ok) return keys;
	const tried = candidates(keys.value, sealed.value);
	if (tried.length === 0) return fail({ reason: 'key-of-another-kind', where: keys.value[0]?.kty ?? '' });
	let first: OpenFault | undefined;
	for (const one of tried) {
		const opened = await openWith(jwe, one, sealed.value);
		if (opened.ok) return opened;
		// That content was changed is known of the right key alone.
		if (!first || opened.failure.reason === 'changed') first = opened.failure;
	}
	return fail(first ?? { reason: 'does-not-open' });
}
