/** Keys out of a pasted text, as they stand there: whole, with what is private in them. */
import type { JWK } from 'jose';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { note, type Phrase } from '$lib/lexicon/said';
import { isJsonObject, stringOf, type JsonObject } from '$lib/message/json-body';
import { decodeBase64, encodeBase64 } from '$lib/wire/base64';
import { readJson } from '$lib/wire/json';
import { isSequence } from './der';
import type { KeyFault } from './fault';
import { blocksOf, keyOfBlock, labelsToTry, lineOf } from './pem';

/** `keys`: members of a set as they are written, not yet judged. `all`: how many there were. */
export interface Material {
	keys: unknown[];
	notes: Phrase[];
}

type Read = Result<Material, KeyFault>;

/** Characters. A set of a thousand keys with their certificates stays below it. */
export const longestText = 5_000_000;

const holdsPem = (text: string): boolean => text.includes('-----BEGIN ');

/** Quotes around, and the signs of a string in a program: `\n` for a line, a quote at both ends of each. */
function mended(text: string): { text: string; notes: Phrase[] } {
	const notes: Phrase[] = [];
	let now = text.replace(/^\uFEFF/, '').trim();
	const bare = now.replace(/^["'“”]/, '').replace(/["'“”][,;]?$/, '');
	if (bare.length < now.length && (holdsPem(bare) || bare.startsWith('{'))) {
		now = bare.trim();
		notes.push(note('mended-quotes'));
	}
	if (!holdsPem(now) && !now.startsWith('{\\"')) return { text: now, notes };
	if (now.startsWith('{') && !now.startsWith('{\\"')) return { text: now, notes };
	const plain = now
		.replace(/\\r?\\n|\\n/g, '\n')
		.replace(/["'][ \t\r]{0,20}[+.,]?[ \t\r]{0,20}\n[ \t]{0,40}["']/g, '\n')
		.replaceAll('\\"', '"');
	if (plain !== now) notes.push(note('mended-escapes'));
	return { text: plain, notes };
}

async function keysOfPem(text: string, notes: Phrase[]): Promise<Read> {
	const blocks = blocksOf(text);
	if (!blocks.ok) return blocks;
	if (blocks.value.length === 0) return fail({ reason: 'no-keys' });
	const keys: JWK[] = [];
	let certificates = 0;
	for (const block of blocks.value) {
		const read = await keyOfBlock(block, text);
		if (!read.ok) return read;
		keys.push(read.value.jwk);
		if (read.value.isCertificate) certificates++;
	}
	const isOneLine = ({ body }: { body: string }): boolean => body.length > 80 && !body.trim().includes('\n');
	if (blocks.value.some(isOneLine)) notes.push(note('mended-line-breaks'));
	return ok({ keys, notes: [...notes, ...aboutCertificates(certificates)] });
}

const aboutCertificates = (count: number): Phrase[] => [
	...(count > 0 ? [note('certificate-not-checked')] : []),
	...(count > 1 ? [note('certificates-several', count)] : [])
];

/** Certificates and keys under their names, as Google publishes them, or the file of a service account. */
async function keysOfNamedPem(object: JsonObject): Promise<Read | undefined> {
	const own = stringOf(object, 'private_key');
	const named = own ? { [stringOf(object, 'private_key_id') ?? '']: own } : object;
	const pems = Object.entries(named).filter(
		(entry): entry is [string, string] => typeof entry[1] === 'string' && holdsPem(entry[1])
	);
	if (pems.length === 0 || pems.length > 100) return undefined;
	const keys: JWK[] = [];
	const notes: Phrase[] = [];
	for (const [kid, pem] of pems) {
		const read = await keysOfPem(pem, []);
		if (!read.ok) return read;
		for (const key of read.value.keys) if (isJsonObject(key)) keys.push(kid === '' ? key : { ...key, kid });
		notes.push(...read.value.notes);
	}
	return ok({ keys, notes: notes.slice(0, 1) });
}

async function keysOfJson(value: unknown, notes: Phrase[]): Promise<Read> {
	if (Array.isArray(value)) {
		const isChain = value.length > 0 && value.every((one) => typeof one === 'string');
		return isChain ? keysOfTexts(value, notes) : ok({ keys: value, notes });
	}
	if (!isJsonObject(value)) return fail({ reason: 'json-of-else' });
	const { keys, jwks } = value;
	if (Array.isArray(keys)) return ok({ keys, notes });
	if (typeof value.kty === 'string') return ok({ keys: [value], notes });
	if (isJsonObject(jwks) && Array.isArray(jwks.keys)) return ok({ keys: jwks.keys, notes });
	const address = stringOf(value, 'jwks_uri');
	if (address !== undefined) return fail({ reason: 'metadata', where: address });
	const named = await keysOfNamedPem(value);
	if (named) return named;
	// RFC 7517 §4.7: the key is in the first of its certificates.
	return Array.isArray(value.x5c) ? ok({ keys: [value], notes }) : fail({ reason: 'json-of-else' });
}

/** A list of texts: PEM each, or the base64 of certificates. */
const keysOfTexts = (texts: readonly string[], notes: Phrase[]): Promise<Read> =>
	keysOfPem(
		texts
			.slice(0, 100)
			.map((text) =>
				holdsPem(text) ? text : `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`
			)
			.join('\n'),
		notes
	);

/** Base64 alone, which was cut out of its lines: what it is, is tried. */
async function keysOfBare(text: string, notes: Phrase[]): Promise<Read | undefined> {
	const der = /^[A-Za-z0-9+/=\s]{40,200000}$/.test(text) ? decodeBase64(text.replace(/\s+/g, '')) : undefined;
	if (!der || !isSequence(der)) return undefined;
	const body = encodeBase64(der.slice(0, 100_000));
	let first: KeyFault | undefined;
	for (const label of labelsToTry) {
		const read = await keyOfBlock({ label, body, at: 0 }, body);
		const { isCertificate = false } = read.ok ? read.value : {};
		const said = [...notes, note('mended-armour'), ...aboutCertificates(isCertificate ? 1 : 0)];
		if (read.ok) return ok({ keys: [read.value.jwk], notes: said });
		if (read.failure.reason === 'kind-not-here') first ??= read.failure;
	}
	return fail(first ?? { reason: 'pem-damaged' });
}

/** What it is that has no keys in it, as far as it can be seen. */
function faultOf(text: string): KeyFault {
	if (text.startsWith('<')) return { reason: 'html' };
	if (/^https?:\/\/\S{1,2000}$/.test(text)) return { reason: 'address', where: text };
	if (/^(?:ssh-|ecdsa-sha2-|sk-ssh-)/.test(text)) return { reason: 'ssh-line' };
	const parts = text.split('.', 6).length;
	if (text.startsWith('eyJ') && parts === 5) return { reason: 'encrypted-token' };
	if (text.startsWith('eyJ') && parts > 1) return { reason: 'token' };
	return { reason: 'unknown' };
}

/** Where the platform stopped reading: it says so in words of its own. */
function placeIn(text: string, words: string): Phrase | undefined {
	const [, position] = /position (\d+)/.exec(words) ?? [];
	if (position !== undefined) return lineOf(text, Math.min(Number(position), text.length));
	const [, line, column] = /line (\d+) column (\d+)/.exec(words) ?? [];
	return line === undefined || column === undefined ? undefined : note('in-line', line, column);
}

/** The keys of a text in any of the forms in which people have them; nothing in it is trusted or judged here. */
export async function readMaterial(pasted: string): Promise<Read> {
	if (pasted.length > longestText) return fail({ reason: 'too-long' });
	const { text, notes } = mended(pasted);
	if (text === '') return fail({ reason: 'empty' });
	if (text.startsWith('{') || text.startsWith('[')) {
		const read = readJson(text);
		if (read.ok) return keysOfJson(read.value, notes);
		const where = placeIn(text, read.failure.where);
		return fail({ reason: 'not-json', ...(where && { where }) });
	}
	if (holdsPem(text)) return keysOfPem(text, notes);
	return (await keysOfBare(text, notes)) ?? fail(faultOf(text));
}
