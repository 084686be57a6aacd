/** Whatever is pasted: an answer in words, never a throw, never markup, and work that grows with the text alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyFaultTexts, openFaultTexts } from '$lib/lessons/en/tokens/key-faults';
import { readKeyNote } from '$lib/lessons/en/tokens/keys';
import { decryptToken } from '$lib/tokens/keys/open';
import { readKeys } from '$lib/tokens/keys/read-keys';
import { readSecret, secretForms } from '$lib/tokens/keys/secret';
import { signatureStory } from '$lib/tokens/keys/story';
import { selfSigned } from '../../../fixtures/self-signed';
import jwe from '../../../fixtures/vectors/jwe.json';
import jws from '../../../fixtures/vectors/jws.json';

const wholeKey = jws.vectors[1]?.key ?? {};
const wholeToken = jwe.vectors[1]?.jwe ?? '';

/** Texts near to what is meant, because text without any likeness is refused at its first character. */
const pieces = fc.constantFrom(
	...[
		'-----BEGIN ',
		'-----END ',
		'PUBLIC KEY-----',
		'CERTIFICATE-----',
		'\n',
		'\\n',
		'"',
		"'",
		'{',
		'}',
		'[',
		']'
	],
	...[
		'"keys":',
		'"kty":"RSA"',
		'"kty":"EC"',
		'"kty":"oct"',
		'"n":"AQAB"',
		'"e":"AQ"',
		'"x5c":["MIIB"]',
		',',
		'.'
	],
	...[
		'"__proto__":{"kty":"RSA"}',
		'"constructor":',
		'eyJhbGciOiJIUzI1NiJ9',
		'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0'
	],
	...[
		'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
		'MIGHAgEAMBMGByqG',
		'<img src=x onerror=alert(1)>',
		'\ud800',
		'\u0000',
		'﻿'
	]
);
const text = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.array(pieces, { maxLength: 30 }).map((some) => some.join('')),
	fc.json({ maxDepth: 5 }),
	fc.nat(selfSigned.cert.length).map((at) => selfSigned.cert.slice(0, at) + selfSigned.cert.slice(at + 3)),
	fc.nat(wholeToken.length).map((at) => wholeToken.slice(0, at) + wholeToken.slice(at + 2)),
	fc
		.dictionary(
			fc.constantFrom(
				'kty',
				'n',
				'e',
				'crv',
				'x',
				'y',
				'kid',
				'use',
				'alg',
				'key_ops',
				'd',
				'k',
				'x5c',
				'__proto__'
			),
			fc.jsonValue()
		)
		.map((key) => JSON.stringify({ ...wholeKey, ...key }))
);

const isPlain = (said: string): boolean => said !== '' && !said.includes('undefined');

describe('any text', () => {
	test('as keys', async () => {
		await fc.assert(
			fc.asyncProperty(text, async (pasted) => {
				const read = await readKeys(pasted);
				if (read.ok) {
					expect(read.value.keys.length).toBeGreaterThan(0);
					expect(read.value.notes.map(readKeyNote).every(isPlain)).toBe(true);
					for (const key of read.value.keys)
						for (const name of ['d', 'p', 'k']) expect(Object.hasOwn(key, name)).toBe(false);
				} else {
					expect(isPlain(keyFaultTexts[read.failure.reason].what)).toBe(true);
					if (read.failure.where !== undefined) expect(isPlain(readKeyNote(read.failure.where))).toBe(true);
				}
			}),
			{ numRuns: 400 }
		);
	});

	test('as a signed token, with any keys and any secret', async () => {
		await fc.assert(
			fc.asyncProperty(text, text, fc.uint8Array({ maxLength: 40 }), async (token, pasted, secret) => {
				const read = await readKeys(pasted);
				const story = await signatureStory(token, { secret, ...(read.ok && { keys: read.value }) });
				expect(story.told.length).toBeGreaterThan(0);
				expect([...story.told, ...story.warnings].map(readKeyNote).every(isPlain)).toBe(true);
				expect(story.verdict).not.toBe('fits');
			}),
			{ numRuns: 300 }
		);
	});

	test('as an encrypted token, with any key', async () => {
		await fc.assert(
			fc.asyncProperty(text, fc.oneof(text, fc.uint8Array({ maxLength: 40 })), async (token, key) => {
				const opened = await decryptToken(token, key);
				if (!opened.ok) expect(isPlain(openFaultTexts[opened.failure.reason].what)).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});

	test('as a secret', () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...secretForms), (typed, form) => {
				expect(() => readSecret(typed, form)).not.toThrow();
			})
		);
	});
});

describe('made to hurt', () => {
	const reasonOf = async (pasted: string): Promise<string> => {
		const read = await readKeys(pasted);
		return read.ok ? 'none' : read.failure.reason;
	};

	test('deep JSON', async () => {
		const deep = '['.repeat(10_000) + ']'.repeat(10_000);
		expect(await reasonOf(deep)).toBe('none-usable');
		expect(await reasonOf(`{"keys":${deep}}`)).toBe('none-usable');
		const header = Buffer.from(`{"alg":"HS256","x":${deep}}`).toString('base64url');
		expect((await signatureStory(`${header}.e30.AA`, {})).verdict).toBe('unknown');
	});

	test('a name of the language is no member and no key', async () => {
		const read = await readKeys('{"keys":[{"__proto__":{"kty":"RSA","n":"AQAB","e":"AQAB"}}]}');
		expect(read).toMatchObject({ ok: false, failure: { reason: 'none-usable' } });
		for (const kty of ['__proto__', 'constructor', 'toString'])
			expect(await reasonOf(JSON.stringify({ kty }))).toBe('none-usable');
		for (const alg of ['__proto__', 'constructor']) {
			const header = Buffer.from(JSON.stringify({ alg, enc: alg })).toString('base64url');
			expect((await signatureStory(`${header}.e30.AA`, {})).verdict).toBe('unknown');
			expect((await decryptToken(`${header}.....`.slice(0, -1), 'x')).ok).toBe(false);
		}
	});

	test('of the same member twice, the last counts, as in every reader of JSON here', async () => {
		const read = await readKeys('{"kty":"RSA","n":"AQAB","e":"AQ","e":"AQAB"}');
		expect(read.ok && read.value.keys[0]?.e).toBe('AQAB');
	});

	/** Ten times the text may take ten times as long, and not a hundred: with room for a busy machine. */
	test.each<[string, (size: number) => string]>([
		['spaces', (size) => ' '.repeat(size)],
		['quotes', (size) => `-----BEGIN ${'" '.repeat(size / 2)}`],
		['lines that begin', (size) => '-----BEGIN A-----\n'.repeat(size / 18)],
		['escapes', (size) => `-----BEGIN A-----${'\\r'.repeat(size / 2)}`],
		['base64', (size) => 'MIIB'.repeat(size / 4)],
		['brackets', (size) => '['.repeat(size)],
		['dots', (size) => `eyJ${'.'.repeat(size)}`]
	])('a long text of %s', async (_, make) => {
		const timed = async (size: number): Promise<number> => {
			const pasted = make(size);
			const start = performance.now();
			await readKeys(pasted);
			await signatureStory(pasted, {});
			await decryptToken(pasted, pasted);
			return performance.now() - start;
		};
		await timed(1_000);
		const [small, large] = [await timed(100_000), await timed(1_000_000)];
		expect(large).toBeLessThan(30 * small + 500);
	});
});
