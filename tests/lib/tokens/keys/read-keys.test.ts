import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { exportJWK, type JWK } from 'jose';
import { keyFaultTexts } from '$lib/lessons/en/tokens/key-faults';
import { readKeyNote } from '$lib/lessons/en/tokens/keys';
import type { PastedKeys } from '$lib/tokens/keys/read-keys';
import { readKeys } from '$lib/tokens/keys/read-keys';
import { selfSigned } from '../../../fixtures/self-signed';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pairs: [name: string, kind: { publicKey: KeyObject; privateKey: KeyObject }][] = [
	['RSA', rsa],
	...['P-256', 'P-384', 'P-521'].map((namedCurve): [string, typeof rsa] => [
		namedCurve,
		generateKeyPairSync('ec', { namedCurve })
	]),
	['Ed25519', generateKeyPairSync('ed25519')]
];

const spki = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }) as string;
const pkcs8 = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }) as string;
const jwkOf = (key: KeyObject): JWK => key.export({ format: 'jwk' }) as JWK;

async function read(text: string): Promise<PastedKeys> {
	const keys = await readKeys(text);
	if (!keys.ok) throw new Error(`${keys.failure.reason} ${JSON.stringify(keys.failure.where)}`);
	return keys.value;
}

const notesIn = async (text: string): Promise<string[]> => (await read(text)).notes.map(({ say }) => say);

async function faultIn(text: string): Promise<string> {
	const keys = await readKeys(text);
	if (keys.ok) return 'none';
	const { reason, where } = keys.failure;
	expect(keyFaultTexts[reason].do).not.toBe('');
	return where === undefined ? reason : `${reason}: ${readKeyNote(where)}`;
}

describe('PEM', () => {
	test.each(pairs)('a public key of %s is read', async (_, { publicKey }) => {
		expect((await read(spki(publicKey))).keys).toEqual([jwkOf(publicKey)]);
	});

	test.each(pairs)('of a private key of %s the public half is used, and said', async (_, pair) => {
		const { keys, notes } = await read(pkcs8(pair.privateKey));
		expect(keys).toEqual([jwkOf(pair.publicKey)]);
		expect(notes.map(readKeyNote)).toEqual([expect.stringContaining('is a private key')]);
	});

	test('PKCS #1 and SEC 1, public and private', async () => {
		const wanted = [jwkOf(rsa.publicKey)];
		const pkcs1 = { type: 'pkcs1', format: 'pem' } as const;
		expect((await read(rsa.publicKey.export(pkcs1) as string)).keys).toEqual(wanted);
		expect((await read(rsa.privateKey.export(pkcs1) as string)).keys).toEqual(wanted);
		const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
		const sec1 = ec.privateKey.export({ type: 'sec1', format: 'pem' }) as string;
		expect((await read(sec1)).keys).toEqual([jwkOf(ec.publicKey)]);
		const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
		expect((await read(parameters + sec1)).keys).toEqual([jwkOf(ec.publicKey)]);
	});

	test('a certificate, of which only the key is taken', async () => {
		const { keys, notes } = await read(`subject=CN=localhost\n${selfSigned.cert}`);
		expect(keys).toMatchObject([{ kty: 'EC', crv: 'P-256' }]);
		expect(notes.map(({ say }) => say)).toEqual(['certificate-not-checked']);
		const fromKey = await read(selfSigned.key);
		expect(fromKey.keys).toEqual(keys);
	});

	test('several in one text', async () => {
		const { keys, notes } = await read(`${selfSigned.cert}\n${selfSigned.cert}\n${spki(rsa.publicKey)}`);
		expect(keys.map(({ kty }) => kty)).toEqual(['EC', 'EC', 'RSA']);
		expect(notes.map(({ say }) => say)).toEqual(['certificate-not-checked', 'certificates-several']);
	});

	const pem = spki(rsa.publicKey).trim();
	const lines = pem.split('\n');
	test.each([
		['line breaks missing', lines.join(' '), 'mended-line-breaks'],
		[
			'everything in one line',
			`${lines[0]}${lines.slice(1, -1).join('')}${lines.at(-1)}`,
			'mended-line-breaks'
		],
		['\\n in place of lines', lines.join('\\n'), 'mended-escapes'],
		['a JSON string', JSON.stringify(`${pem}\n`), 'mended-quotes'],
		['strings put together in a program', lines.map((line) => `"${line}\\n" +`).join('\n'), 'mended-escapes'],
		['no lines BEGIN and END', lines.slice(1, -1).join('\n'), 'mended-armour'],
		['lines of Windows', lines.join('\r\n'), undefined],
		['text around it', `KEY:\n${pem}\nand so on`, undefined]
	])('mended: %s', async (_, text, mend) => {
		expect((await read(text)).keys).toEqual([jwkOf(rsa.publicKey)]);
		const notes = await notesIn(text);
		if (mend === undefined) expect(notes).toEqual([]);
		else expect(notes).toContain(mend);
	});

	test.each([
		['cut off', pem.slice(0, 200), 'pem-cut: line 1, character 1'],
		['a wrong character', pem.replace('MIIB', 'MI…B'), 'pem-character: line 2, character 3'],
		['damaged', pem.replace(/MIIB.{20}/, ''), /^pem-damaged/],
		[
			'with a password',
			'-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----',
			/^pem-encrypted/
		],
		[
			'with a password, old',
			'-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIB\n-----END RSA PRIVATE KEY-----',
			/^pem-encrypted/
		],
		[
			'a request',
			'-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----',
			/^pem-request/
		],
		[
			'OpenSSH',
			'-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----',
			/^pem-openssh/
		],
		['PGP', '-----BEGIN PGP PUBLIC KEY BLOCK-----\nmQEN\n-----END PGP PUBLIC KEY BLOCK-----', /^pem-pgp/],
		['another label', '-----BEGIN DH KEY-----\nMAA=\n-----END DH KEY-----', /^pem-label/],
		[
			'a key that no browser has',
			spki(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey),
			'kind-not-here: secp256k1'
		],
		['Ed448', spki(generateKeyPairSync('ed448').publicKey), 'kind-not-here: Ed448']
	])('refused with its reason: %s', async (_, text, fault) => {
		const found = await faultIn(text);
		if (typeof fault === 'string') expect(found).toBe(fault);
		else expect(found).toMatch(fault);
	});
});

describe('JSON', () => {
	const key = { ...jwkOf(rsa.publicKey), kid: 'a' };

	test.each([
		['a set', { keys: [key] }],
		['a key', key],
		['a list', [key]],
		['client metadata with its set', { client_id: 'c', jwks: { keys: [key] } }],
		['certificates by their kid', { a: spki(rsa.publicKey), b: 'else' }],
		[
			'a service account',
			{ type: 'service_account', private_key_id: 'a', private_key: pkcs8(rsa.privateKey) }
		]
	])('%s', async (_, value) => {
		expect((await read(JSON.stringify(value))).keys).toEqual([key]);
	});

	test('a private JWK: only what is public goes on', async () => {
		const { keys, notes } = await read(JSON.stringify({ keys: [jwkOf(rsa.privateKey)] }));
		expect(keys).toEqual([jwkOf(rsa.publicKey)]);
		expect(notes.map(({ say }) => say)).toEqual(['private-key']);
	});

	test('x5c alone is enough, and has to agree with the key beside it', async () => {
		const x5c = [selfSigned.cert.replace(/-----[A-Z ]+-----|\s/g, '')];
		expect((await read(JSON.stringify({ x5c }))).keys).toMatchObject([{ kty: 'EC', crv: 'P-256' }]);
		expect((await read(JSON.stringify(x5c))).keys).toMatchObject([{ kty: 'EC', crv: 'P-256' }]);
		const other = await exportJWK(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);
		expect(await notesIn(JSON.stringify({ ...other, x5c }))).toEqual(['x5c-differs']);
	});

	test('what cannot be used is left out, and told with its reason', async () => {
		const one = { ...key, kid: 'one', e: 'AQ' };
		const even = { ...key, kid: 'even', e: 'Ag' };
		const huge = { ...key, kid: 'huge', n: 'A'.repeat(3000).replace('A', '_') };
		const { keys, notes } = await read(JSON.stringify({ keys: [key, one, even, huge, 3, {}] }));
		expect(keys).toEqual([key]);
		expect(notes.map(readKeyNote)).toEqual([
			expect.stringMatching(/^The key one was left out: its public exponent is 1/),
			expect.stringMatching(/^The key even was left out: its public exponent is 2/),
			expect.stringMatching(/^The key huge was left out: it has 18000 bits/),
			'Key number 5 was left out: it is no JSON object.',
			'Key number 6 was left out: it has no kty.'
		]);
	});

	test('keys of 16,384 bits are used, and of one byte more are not', async () => {
		const ofBytes = (count: number): object => ({
			...key,
			n: Buffer.alloc(count, 255).toString('base64url')
		});
		expect((await read(JSON.stringify(ofBytes(2048)))).keys).toHaveLength(1);
		expect(await faultIn(JSON.stringify(ofBytes(2049)))).toMatch(/^none-usable.*16392 bits/);
	});

	test('a secret is none of the public keys', async () => {
		const secret = { kty: 'oct', k: 'c2VjcmV0', kid: 's' };
		expect(await faultIn(JSON.stringify(secret))).toBe('only-secrets');
		expect(await notesIn(JSON.stringify({ keys: [secret, key] }))).toEqual(['secret-in-keys']);
	});

	test('the same kid twice is told', async () => {
		expect(await notesIn(JSON.stringify([key, key]))).toEqual(['kid-twice']);
	});

	test('a thousand keys are read, with a pause after each, and no more', async () => {
		let pauses = 0;
		const keys = Array.from({ length: 1001 }, (_, at) => ({ ...key, kid: String(at) }));
		const found = await readKeys(JSON.stringify({ keys }), () => Promise.resolve(void pauses++));
		expect(found.ok && found.value.keys).toHaveLength(1000);
		expect(found.ok && found.value.notes.map(readKeyNote)).toEqual([
			'Of 1001 keys, the first 1000 were read.'
		]);
		expect(pauses).toBe(1000);
	});

	test.each([
		['nothing', ' ', 'empty'],
		['cut off', '{"keys": [{"kty": "RSA",', /^not-json/],
		['metadata', '{"issuer":"https://a","jwks_uri":"https://a/keys"}', 'metadata: https://a/keys'],
		['something else', '{"access_token":"a"}', 'json-of-else'],
		['an empty set', '{"keys":[]}', 'no-keys'],
		['a page', '<!doctype html>', 'html'],
		['an address', 'https://a/keys', 'address: https://a/keys'],
		['OpenSSH', 'ssh-rsa AAAAB3NzaC1yc2E me@here', 'ssh-line'],
		['a token', 'eyJhbGciOiJub25lIn0.e30.', 'token'],
		['an encrypted token', 'eyJhbGciOiJkaXIifQ..a.b.c', 'encrypted-token'],
		['words', 'my key', 'unknown'],
		['far too much', `{${' '.repeat(5_000_000)}}`, 'too-long']
	])('refused with its reason: %s', async (_, text, fault) => {
		const found = await faultIn(text);
		if (typeof fault === 'string') expect(found).toBe(fault);
		else expect(found).toMatch(fault);
	});
});
