import { beforeAll, describe, expect, test } from 'vitest';
import type { KeySet } from '$lib/client/key-set';
import { readKeyNote } from '$lib/lessons/en/tokens/keys';
import { signatureStory, type SignatureStory, type StoryContext } from '$lib/tokens/keys/story';
import { createSigner, idTokenClaims, now, signToken, signWith, type Signer } from '../../../fixtures/tokens';

let [a, b, stranger, bare]: Signer[] = [];
const made = (signer: Signer | undefined): Signer => {
	if (!signer) throw new Error('not made yet');
	return signer;
};

beforeAll(async () => {
	[a, b, stranger] = await Promise.all(['a', 'b', 'c'].map((kid) => createSigner('ES256', kid)));
	const signer = await createSigner('ES256', '');
	const { kid: _, ...publicJwk } = signer.publicJwk;
	bare = { ...signer, publicJwk: publicJwk as Signer['publicJwk'] };
});

const setOf = (...signers: (Signer | undefined)[]): KeySet => ({
	keys: signers.map((signer) => made(signer).publicJwk)
});

const ids = ({ told }: SignatureStory): string[] => told.map(({ say }) => say);

const tell = (token: string, context: StoryContext): Promise<SignatureStory> =>
	signatureStory(token, context);

describe('a key fits', () => {
	test('that the token names', async () => {
		const story = await tell(await signToken(made(b), idTokenClaims()), { keys: setOf(a, b) });
		expect(story).toMatchObject({ verdict: 'fits', alg: 'ES256', key: made(b).publicJwk, warnings: [] });
		expect(story.told.map(readKeyNote)).toEqual([
			'The signature is valid: the key b, which the token names, made it with ES256.'
		]);
	});

	test('of several, where it names none', async () => {
		const token = await signToken(made(b), idTokenClaims(), {});
		const story = await tell(token, { keys: setOf(a, b) });
		expect(story).toMatchObject({ verdict: 'fits', key: made(b).publicJwk });
		expect(ids(story)).toEqual(['fits-of-several']);
		expect(ids(await tell(token, { keys: setOf(b) }))).toEqual(['fits-only']);
	});

	test('that was given without a kid', async () => {
		const token = await signToken(made(bare), idTokenClaims(), { kid: 'x' });
		const story = await tell(token, { keys: setOf(a, bare) });
		expect(story.told.map(readKeyNote)).toEqual([
			'The signature is valid: key number 2 made it with ES256. The token names the key x, and this one was given without a kid.'
		]);
	});

	test('and is for something else: nothing is said of others, and not that it is missing', async () => {
		const encrypting = { keys: [{ ...made(a).publicJwk, use: 'enc' }] };
		const story = await tell(await signToken(made(a), idTokenClaims()), { keys: encrypting });
		expect([story.verdict, ids(story)]).toEqual(['unknown', ['named-for-else']]);
		const beside = { keys: [...encrypting.keys, made(stranger).publicJwk] };
		expect(ids(await tell(await signToken(made(a), idTokenClaims()), { keys: beside }))).toEqual([
			...['named-for-else', 'differs-other', 'why-kid-absent', 'tell-fetch-again', 'tell-issuer']
		]);
	});

	test('other than the one that the token names, which is said', async () => {
		const token = await signToken(made(b), idTokenClaims(), { kid: 'a' });
		const story = await tell(token, { keys: setOf(a, b) });
		expect(story).toMatchObject({ verdict: 'fits', key: made(b).publicJwk });
		expect(ids(story)).toEqual(['fits-other', 'differs-named', 'why-named-other-fits']);
		const gone = await signToken(made(b), idTokenClaims(), { kid: 'gone' });
		expect(ids(await tell(gone, { keys: setOf(a, b) }))).toEqual(['fits-other']);
	});
});

describe('no key fits', () => {
	test('the one that is named: changed, forged, or a kid used again', async () => {
		const token = await signToken(made(stranger), idTokenClaims(), { kid: 'a' });
		const story = await tell(token, { keys: setOf(a, b) });
		expect(story.verdict).toBe('differs');
		expect(ids(story)).toEqual(['differs-named', 'why-named-differs', 'tell-fetch-again', 'tell-issuer']);
	});

	test('the one that is named is not there: nothing is known against the token', async () => {
		const story = await tell(await signToken(made(stranger), idTokenClaims()), { keys: setOf(a, b) });
		expect(story.verdict).toBe('unknown');
		expect(ids(story)).toEqual(['differs-other', 'why-kid-absent', 'tell-fetch-again', 'tell-issuer']);
	});

	test('of several', async () => {
		const token = await signToken(made(stranger), idTokenClaims(), {});
		expect(ids(await tell(token, { keys: setOf(a, b) }))[0]).toBe('differs-several');
		expect(ids(await tell(token, { keys: setOf(a) }))[0]).toBe('differs-only');
	});

	test.each([
		['before the token was issued', -1, true],
		['at that moment', 0, false],
		['after it', 1, false],
		['at a time that is not known', undefined, false]
	])('keys that were fetched %s', async (_, ahead, isOlder) => {
		const token = await signToken(made(stranger), idTokenClaims());
		const keysAt = ahead === undefined ? {} : { keysAt: (now + ahead) * 1000 };
		expect(ids(await tell(token, { keys: setOf(a), ...keysAt })).includes('keys-older')).toBe(isOlder);
	});

	test('a signature in DER, or cut', async () => {
		const token = await signToken(made(a), idTokenClaims());
		const [header, payload, signature = ''] = token.split('.');
		const bytes = Buffer.from(signature, 'base64url');
		const der = Buffer.concat([Buffer.of(0x30, bytes.length + 4), Buffer.alloc(4, 2), bytes]);
		const inDer = await tell(`${header}.${payload}.${der.toString('base64url')}`, { keys: setOf(a, b) });
		expect(ids(inDer)).toContain('differs-der');
		const cut = await tell(`${header}.${payload}.${signature.slice(0, 40)}`, { keys: setOf(a, b) });
		expect(cut.told.map(readKeyNote)).toContain('There are 30 bytes, and 64 are wanted.');
	});
});

describe('it cannot be found out', () => {
	test.each([
		[
			'ES256K, with a key for it',
			{ alg: 'ES256K' },
			{ kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' },
			'browser-cannot'
		],
		['Ed448, with a key for it', { alg: 'Ed448' }, { kty: 'OKP', crv: 'Ed448', x: 'AA' }, 'browser-cannot'],
		['ES256K, without', { alg: 'ES256K' }, undefined, 'browser-cannot-yet'],
		['without keys', { alg: 'ES256' }, undefined, 'no-keys-yet'],
		['keys of another kind', { alg: 'ES256' }, { kty: 'RSA', n: 'AQ', e: 'AQAB' }, 'no-key-for'],
		['a key that is none', { alg: 'RS256' }, { kty: 'RSA', n: '', e: 'AQAB' }, 'keys-unusable'],
		['exponent 1', { alg: 'RS256' }, { kty: 'RSA', n: '_'.repeat(342), e: 'AQ' }, 'keys-unusable'],
		['an alg of nobody', { alg: 'XS1' }, undefined, 'alg-unknown'],
		['an alg in capitals', { alg: 'NONE' }, undefined, 'alg-unknown'],
		['a secret that is not there', { alg: 'HS256' }, undefined, 'no-secret-yet']
	])('%s', async (_, header, key, reason) => {
		const token = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.c2ln`;
		const story = await tell(token, key ? { keys: { keys: [key] } } : {});
		expect(story.verdict).toBe('unknown');
		expect(ids(story)).toEqual([reason]);
		expect(story.told.map(readKeyNote).join(' ')).not.toMatch(/nobody can|discard|forged/i);
	});

	test.each([
		['', 'not-compact'],
		['a.b', 'not-compact'],
		['a.b.c', 'header-unreadable'],
		['e30.e30.', 'alg-missing'],
		['eyJhbGciOiJkaXIifQ.a.b.c.d', 'encrypted-token'],
		['eyJhbGciOiJFUzI1NiJ9.e30.a*b', 'signature-not-base64url']
	])('"%s" is no signed token', async (token, reason) => {
		expect(ids(await tell(token, {}))).toEqual([reason]);
	});

	test('the content is somewhere else', async () => {
		const [header, , signature] = (await signToken(made(a), idTokenClaims())).split('.');
		const story = await tell(`${header}..${signature}`, { keys: setOf(a) });
		expect(story.verdict).toBe('unknown');
		expect(ids(story)[0]).toBe('payload-detached');
	});
});

describe('there is no signature', () => {
	test.each([
		['eyJhbGciOiJub25lIn0.e30.', 'alg-none'],
		['eyJhbGciOiJub25lIn0.e30.c2ln', 'alg-none-with-signature'],
		['eyJhbGciOiJFUzI1NiJ9.e30.', 'signature-missing']
	])('%s', async (token, reason) => {
		const story = await tell(token, {});
		expect(story.verdict).toBe('unsigned');
		expect(ids(story)).toEqual([reason]);
	});
});

describe('warnings', () => {
	const warned = async (header: Record<string, unknown>, signer = made(a)): Promise<[string, string[]]> => {
		const token = await signWith(signer, { kid: signer.publicJwk.kid, ...header });
		const { verdict, warnings } = await tell(token, { keys: setOf(a) });
		return [verdict, warnings.map(({ say }) => say)];
	};

	test('an extension that has to be understood is unknown, and makes no token forged', async () => {
		expect(await warned({ crit: ['x'], x: 1 })).toEqual(['fits', ['crit-unknown']]);
		expect(await warned({ crit: ['x'] })).toEqual(['fits', ['crit-malformed']]);
		expect(await warned({ crit: [] })).toEqual(['fits', ['crit-malformed']]);
		const forged = await signWith(made(b), { kid: 'a', crit: ['x'], x: 1 });
		const story = await tell(forged, { keys: setOf(a) });
		expect(story.verdict).toBe('unknown');
		expect(ids(story)[0]).toBe('why-crit');
	});

	test('content that is not encoded is verified as it is written', async () => {
		const { privateKey, publicJwk } = made(a);
		const signed = async (header: object): Promise<string> => {
			const input = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.a payload, $9`;
			const by = { name: 'ECDSA', hash: 'SHA-256' };
			const made = Buffer.from(await crypto.subtle.sign(by, privateKey, Buffer.from(input)));
			return `${input}.${made.toString('base64url')}`;
		};
		const header = { alg: 'ES256', kid: publicJwk.kid, b64: false, crit: ['b64'] };
		const good = await tell(await signed(header), { keys: setOf(a) });
		expect([good.verdict, good.warnings.map(({ say }) => say)]).toEqual(['fits', ['payload-unencoded']]);
		const { crit: _, ...without } = { ...header, typ: 'JWT' };
		const bad = await tell(await signed(without), { keys: setOf(a) });
		expect(bad.warnings.map(({ say }) => say)).toEqual([
			'payload-unencoded',
			'b64-not-critical',
			'payload-unencoded-jwt'
		]);
	});

	test('a key in the header is not trusted, whether it fits or not', async () => {
		const own = { jwk: made(stranger).publicJwk, kid: 'x' };
		expect(await warned(own, made(stranger))).toEqual(['unknown', ['carries-fitting-key']]);
		expect(await warned({ jwk: made(b).publicJwk })).toEqual(['fits', ['carries-key']]);
		expect(await warned({ jwk: made(a).publicJwk })).toEqual(['fits', ['carries-known-key']]);
		expect(await warned({ jwk: 1, x5c: ['AA'] })).toEqual(['fits', ['carries-key', 'carries-key']]);
		expect(await warned({ jku: 'https://evil.example', x5u: 'https://evil.example' })).toEqual([
			'fits',
			['carries-address', 'carries-address']
		]);
	});

	test('a name twice in the header', async () => {
		const token = await signWith(made(a), '{"alg":"none","alg":"ES256","kid":"a"}');
		const { verdict, warnings } = await tell(token, { keys: setOf(a) });
		expect([verdict, warnings.map(({ say }) => say)]).toEqual(['fits', ['header-doubled']]);
	});
});
