/** Keys and certificates between lines of PEM (RFC 7468), in the states in which people paste them. */
import { exportJWK, importPKCS8, importSPKI, type JWK } from 'jose';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { note, type Phrase } from '$lib/lexicon/said';
import { decodeBase64, encodeBase64 } from '$lib/wire/base64';
import { isSequence, pkcs8OfEc, pkcs8OfRsa, rareKindOf, spkiOf, spkiOfRsa } from './der';
import type { KeyFault } from './fault';

/** What stands between a BEGIN and its END; `at`: where it begins in the text. */
export interface Block {
	label: string;
	body: string;
	at: number;
}

const begin = '-----BEGIN ';

/** More blocks than this are not looked at, and no block longer than this: no chain and no key comes near. */
const [mostBlocks, longestBlock] = [100, 100_000];

/** Labels that hold no key of ours, and what they are. */
const refused: readonly (readonly [RegExp, KeyFault['reason']])[] = [
	[/^ENCRYPTED PRIVATE KEY$/, 'pem-encrypted'],
	[/CERTIFICATE REQUEST$/, 'pem-request'],
	[/^(?:OPENSSH|SSH2)\b/, 'pem-openssh'],
	[/^PGP\b/, 'pem-pgp']
];

/** What comes beside a key and is none. */
const isBeside = (label: string): boolean => /PARAMETERS$/.test(label);

/** The blocks of a text; what stands around them is for people. Fails at the first that has no end. */
export function blocksOf(text: string): Result<Block[], KeyFault> {
	const blocks: Block[] = [];
	for (let at = text.indexOf(begin); at !== -1 && blocks.length < mostBlocks;) {
		const close = text.indexOf('-----', at + begin.length);
		const label = close === -1 ? '' : text.slice(at + begin.length, close).trim();
		const end = close === -1 ? -1 : text.indexOf(`-----END ${label}-----`, close);
		if (label.length > 40 || end === -1) return fail({ reason: 'pem-cut', where: lineOf(text, at) });
		if (!isBeside(label)) blocks.push({ label, body: text.slice(close + 5, end), at: close + 5 });
		at = text.indexOf(begin, end);
	}
	return ok(blocks);
}

/** Where in a text, as people count: from one. */
export function lineOf(text: string, at: number): Phrase {
	const before = text.slice(0, at).split('\n');
	return note('in-line', before.length, (before.at(-1)?.length ?? 0) + 1);
}

const within = (label: string): Phrase => note('in-block', label);

/** The bytes of a block. */
function bytesOf({ label, body, at }: Block, text: string): Result<Uint8Array, KeyFault> {
	if (/^\s*Proc-Type:.*ENCRYPTED/.test(body)) return fail({ reason: 'pem-encrypted', where: within(label) });
	const reason = refused.find(([pattern]) => pattern.test(label))?.[1];
	if (reason) return fail({ reason, where: within(label) });
	const bad = body.search(/[^A-Za-z0-9+/=\s]/);
	if (bad !== -1) return fail({ reason: 'pem-character', where: lineOf(text, at + bad) });
	const bytes = body.length > longestBlock ? undefined : decodeBase64(body.replace(/\s+/g, ''));
	return bytes && isSequence(bytes) ? ok(bytes) : fail({ reason: 'pem-damaged', where: within(label) });
}

const armoured = (label: string, der: Uint8Array): string =>
	`-----BEGIN ${label}-----\n${encodeBase64(der)}\n-----END ${label}-----`;

/** One for each kind of key that `jose` reads: it wants an algorithm to know what to ask the browser for. */
const asked = ['RS256', 'ECDH-ES', 'Ed25519'];

async function importAny(der: Uint8Array, isPrivate: boolean): Promise<JWK | undefined> {
	const pem = armoured(isPrivate ? 'PRIVATE KEY' : 'PUBLIC KEY', der);
	for (const alg of asked) {
		try {
			const key = await (isPrivate ? importPKCS8 : importSPKI)(pem, alg, { extractable: true });
			return await exportJWK(key);
		} catch {
			// Of another kind: the next one is asked for.
		}
	}
	return undefined;
}

/** What a block holds as SPKI or PKCS #8; undefined where it is not in there. */
function unwrapped(label: string, der: Uint8Array): Uint8Array | undefined {
	switch (label) {
		case 'PUBLIC KEY':
		case 'PRIVATE KEY':
			return der;
		case 'RSA PUBLIC KEY':
			return spkiOfRsa(der);
		case 'RSA PRIVATE KEY':
			return pkcs8OfRsa(der);
		case 'EC PRIVATE KEY':
			return pkcs8OfEc(der);
		default:
			return spkiOf(der);
	}
}

const isCertificateLabel = (label: string): boolean => /^(?:X509 |TRUSTED )?CERTIFICATE$/.test(label);
const isKeyLabel = (label: string): boolean => /^(?:(?:RSA )?PUBLIC|(?:RSA |EC )?PRIVATE) KEY$/.test(label);

/** A key with its private members, where it has some. */
export interface BlockKey {
	jwk: JWK;
	isCertificate: boolean;
}

/** The key of a block. */
export async function keyOfBlock(block: Block, text: string): Promise<Result<BlockKey, KeyFault>> {
	const { label } = block;
	const bytes = bytesOf(block, text);
	if (!bytes.ok) return bytes;
	const isCertificate = isCertificateLabel(label);
	if (!isCertificate && !isKeyLabel(label)) return fail({ reason: 'pem-label', where: within(label) });
	const der = unwrapped(label, bytes.value);
	const jwk = der && (await importAny(der, label.endsWith('PRIVATE KEY')));
	if (jwk) return ok({ jwk, isCertificate });
	const kind = der && rareKindOf(der);
	return kind === undefined
		? fail({ reason: 'pem-damaged', where: within(label) })
		: fail({ reason: 'kind-not-here', where: kind });
}

/** A certificate in base64, as `x5c` has it (RFC 7517 §4.7). */
export const derOfX5c = (text: string): Uint8Array | undefined =>
	text.length > longestBlock ? undefined : decodeBase64(text);

/** The key of such a certificate. */
export async function keyOfX5c(text: string): Promise<JWK | undefined> {
	const der = derOfX5c(text);
	const spki = der && spkiOf(der);
	return spki && importAny(spki, false);
}

/** The labels that DER without any may be given, in the order in which they are tried. */
export const labelsToTry = ['PUBLIC KEY', 'CERTIFICATE', 'PRIVATE KEY', 'RSA PUBLIC KEY', 'RSA PRIVATE KEY'];
