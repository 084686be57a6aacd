import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CompactEncrypt, exportJWK, type JWK } from 'jose';
import { openFaultTexts } from '$lib/lessons/en/tokens/key-faults';
import { readKeyNote } from '$lib/lessons/en/tokens/keys';
import { decryptToken, mostRounds, type OpenedToken } from '$lib/tokens/keys/open';
import { createSigner, idTokenClaims, signToken } from '../../../fixtures/tokens';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

type Header = Record<string, unknown> & { alg: string };

const seal = (
	content: string | Uint8Array,
	key: Parameters<CompactEncrypt['encrypt']>[0],
	{ enc = 'A256GCM', ...header }: Header & { enc?: string }
): Promise<string> =>
	new CompactEncrypt(typeof content === 'string' ? bytes(content) : content)
		.setProtectedHeader({ enc, ...header })
		.encrypt(key);

async function open(jwe: string, key: string | Uint8Array): Promise<OpenedToken> {
	const opened = await decryptToken(jwe, key);
	if (!opened.ok) throw new Error(opened.failure.reason);
	return opened.value;
}

/** The reason, and what it is about. */
async function faultOf(jwe: string, key: string | Uint8Array): Promise<string> {
	const opened = await decryptToken(jwe, key);
	if (opened.ok) return 'none';
	const { reason, where } = opened.failure;
	expect(openFaultTexts[reason].do).not.toBe('');
	return where === undefined ? reason : `${reason}: ${readKeyNote(where)}`;
}

const said = ({ notes }: OpenedToken): string[] => notes.map(({ say }) => say);

describe('what is inside', () => {
	test('a signed token is handed back to be looked at by itself', async () => {
		const token = await signToken(await createSigner('ES256'), idTokenClaims());
		const opened = await open(await seal(token, rsa.publicKey, { alg: 'RSA-OAEP-256', cty: 'JWT' }), pem);
		expect(opened).toMatchObject({ holds: 'jwt', text: token, header: { cty: 'JWT' } });
		expect(said(opened)).toEqual(['opened-by', 'opened-nested']);
	});

	test('claims, which nobody signed', async () => {
		const opened = await open(await seal('{"sub":"a"}', rsa.publicKey, { alg: 'RSA-OAEP' }), pem);
		expect(opened).toMatchObject({ holds: 'claims', claims: { sub: 'a' } });
		expect(said(opened)).toEqual(['opened-by', 'opened-claims']);
	});

	test('text, and bytes that are none', async () => {
		expect(await open(await seal('hello', rsa.publicKey, { alg: 'RSA-OAEP' }), pem)).toMatchObject({
			holds: 'text'
		});
		const opened = await open(await seal(Uint8Array.of(255, 254), rsa.publicKey, { alg: 'RSA-OAEP' }), pem);
		expect(opened.holds).toBe('bytes');
		expect(opened.text).toBeUndefined();
	});
});

describe('the key', () => {
	test('as JWK, alone, in a set where its kid names it, or tried', async () => {
		const jwk = rsa.privateKey.export({ format: 'jwk' }) as JWK;
		const other = otherRsa.privateKey.export({ format: 'jwk' }) as JWK;
		const named = await seal('a', rsa.publicKey, { alg: 'RSA-OAEP', kid: 'a' });
		const keys = [other, { ...jwk, kid: 'a' }];
		for (const text of [jwk, { keys }, keys, { keys: [other, jwk] }])
			expect((await open(named, JSON.stringify(text))).text).toBe('a');
	});

	test('that says it is for something else is used, and that is told', async () => {
		const jwk = { ...(rsa.privateKey.export({ format: 'jwk' }) as JWK), use: 'sig', alg: 'RS256' };
		const opened = await open(await seal('a', rsa.publicKey, { alg: 'RSA-OAEP' }), JSON.stringify(jwk));
		expect(said(opened).slice(2)).toEqual(['opened-for-else', 'opened-for-else']);
	});

	test.each(['A128KW', 'A192KW', 'A256KW', 'A128GCMKW', 'A256GCMKW', 'PBES2-HS256+A128KW'])(
		'a secret of %s',
		async (alg) => {
			const length = alg.startsWith('PBES2') ? 9 : Number(/A(\d+)/.exec(alg)?.[1]) / 8;
			const secret = new Uint8Array(length).fill(1);
			expect((await open(await seal('a', secret, { alg }), secret)).text).toBe('a');
			const wrong = await faultOf(await seal('a', secret, { alg }), new Uint8Array(length).fill(2));
			expect(wrong).toBe(/^A\d+KW$/.test(alg) ? 'wrong-key' : 'does-not-open');
		}
	);

	test.each([
		['none', '', 'no-key'],
		['words', 'my key', 'key-unreadable'],
		['a public key', rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string, 'key-public'],
		['the wrong one', otherRsa.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, 'wrong-key'],
		[
			'of another kind',
			ec.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
			'key-of-another-kind: EC'
		],
		['a secret', new Uint8Array(32), 'key-of-another-kind: oct'],
		[
			'too short',
			generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({
				type: 'pkcs8',
				format: 'pem'
			}) as string,
			'key-too-short: 1024'
		]
	])('%s does not open it, and the reason is said', async (_, key, reason) => {
		expect(await faultOf(await seal('a', rsa.publicKey, { alg: 'RSA-OAEP' }), key)).toBe(reason);
	});

	test('a secret of another length', async () => {
		const jwe = await seal('a', new Uint8Array(32), { alg: 'dir' });
		expect(await faultOf(jwe, new Uint8Array(31))).toBe('key-length: There are 31 bytes, and 32 are wanted.');
	});

	test('a curve other than that of epk', async () => {
		const jwe = await seal('a', ec.publicKey, { alg: 'ECDH-ES' });
		const other = await exportJWK(generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey);
		expect(await faultOf(jwe, JSON.stringify(other))).toBe('key-of-another-kind: P-384');
	});
});

describe('the token', () => {
	const changed = (jwe: string, at: number, part: string): string => jwe.split('.').with(at, part).join('.');
	const headed = (header: object, rest = '.AA.AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA'): string =>
		Buffer.from(JSON.stringify(header)).toString('base64url') + rest;

	test('changed content is told from a wrong key', async () => {
		const jwe = await seal('hello', rsa.publicKey, { alg: 'RSA-OAEP-256' });
		expect(await faultOf(changed(jwe, 3, 'AAAAAAA'), pem)).toBe('changed');
		const kw = await seal('hello', new Uint8Array(16), { alg: 'A128KW' });
		expect(await faultOf(changed(kw, 3, 'AAAAAAA'), new Uint8Array(16))).toBe('changed');
	});

	test.each([
		['three parts', 'a.b.c', 'not-five-parts: 3'],
		['a part that is not base64url', `${headed({ alg: 'dir' }, '..a*.AA.AA')}`, 'part-malformed: iv'],
		['no header', 'AA....', 'header-unreadable'],
		['no alg', headed({}), 'alg-missing'],
		['an alg of nobody', headed({ alg: 'RSA-OAEP-257', enc: 'A128GCM' }), 'alg-not-here: RSA-OAEP-257'],
		['HPKE', headed({ alg: 'HPKE-0' }), 'alg-not-here: HPKE-0'],
		['no enc', headed({ alg: 'dir' }), /^enc-not-here/],
		['another enc', headed({ alg: 'dir', enc: 'C20P' }), 'enc-not-here: C20P'],
		['crit', headed({ alg: 'dir', enc: 'A128GCM', crit: ['x'], x: 1 }), /^crit-not-understood/],
		['another zip', headed({ alg: 'dir', enc: 'A128GCM', zip: 'GZ' }), 'zip-unknown: GZ'],
		['no epk', headed({ alg: 'ECDH-ES', enc: 'A128GCM' }), 'header-incomplete: epk'],
		['a short iv', headed({ alg: 'dir', enc: 'A128CBC-HS256' }), 'part-malformed: iv'],
		[
			'a short tag',
			headed({ alg: 'dir', enc: 'A128GCM' }, '..AAAAAAAAAAAAAAAA.AA.AAAA'),
			'part-malformed: tag'
		]
	])('%s', async (_, jwe, reason) => {
		const found = await faultOf(jwe, new Uint8Array(16));
		if (typeof reason === 'string') expect(found).toBe(reason);
		else expect(found).toMatch(reason);
	});

	test.each([
		[mostRounds + 1, 'too-many-rounds: 1000001'],
		[2 ** 31, 'too-many-rounds: 2147483648'],
		['many', 'header-malformed'],
		[-1, 'header-malformed']
	])('%s rounds of PBES2 are not made', async (p2c, reason) => {
		const jwe = headed({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2s: 'AAAAAAAAAAAAAAAA', p2c });
		expect(await faultOf(jwe, bytes('password'))).toBe(reason);
	});

	test('the second part is there where it may not be, and missing where it has to be', async () => {
		const rest = '.AA.AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA';
		const secret = new Uint8Array(16);
		const direct = headed({ alg: 'dir', enc: 'A128GCM' }, rest);
		expect(await faultOf(direct, secret)).toBe('part-malformed: encrypted_key');
	});

	test('content that becomes too much is not unpacked to its end', async () => {
		const secret = new Uint8Array(16);
		const jwe = await seal(new Uint8Array(6_000_000), secret, { alg: 'A128KW', zip: 'DEF' });
		expect(jwe.length).toBeLessThan(20_000);
		expect(await faultOf(jwe, secret)).toBe('inflates-too-far');
	});
});
