import { beforeAll, describe, expect, it } from 'vitest';
import { readKeyNote } from '$lib/lessons/en/tokens/keys';
import { judge, type Typed } from '$lib/tokens/judging';
import { at, createSigner, now, signWith, type Signer } from '../../fixtures/tokens';

let [own, issuers]: Signer[] = [];
const made = (signer: Signer | undefined): Signer => {
	if (!signer) throw new Error('not made yet');
	return signer;
};

beforeAll(async () => {
	[own, issuers] = await Promise.all(['own', 'issuer'].map((kid) => createSigner('ES256', kid)));
});

/** The public key as a client writes it into the header, without a name. */
const bare = ({ publicJwk: { kid: _, use: _use, alg: _alg, ...jwk } }: Signer) => jwk;
const claims = { jti: 'j1', htm: 'GET', htu: 'https://api.example/me', iat: now };
const typed: Typed = { method: 'GET', url: 'https://api.example/me' };

const proof = (header: Record<string, unknown> = {}, payload: unknown = claims) =>
	signWith(made(own), { typ: 'dpop+jwt', jwk: bare(made(own)), ...header }, payload);

async function judged(token: string, more: Typed = {}) {
	const { verdict, story, checks } = await judge({ token, use: 'proof', typed: { ...typed, ...more }, at });
	const failed = checks.filter(({ status }) => status === 'fail').map(({ id }) => id);
	const ids = [...story.told, ...story.warnings].map(({ say }) => say);
	return { verdict, story, failed, ids };
}

/** RFC 9449 §4.2, §4.3: a proof is verified by the key in its header, and by no key of a server. */
describe('a DPoP proof that was brought alone', () => {
	it('is verified by the key in its header, and nothing is said against that key', async () => {
		const { verdict, story, ids } = await judged(await proof());
		expect([verdict, story.verdict, ids]).toEqual(['verified', 'fits', ['fits-proof']]);
		expect(story.told.map(readKeyNote).join()).toContain('the key in its header made it with ES256');
	});

	it('is verified beside the keys of the issuer, which have no part in it', async () => {
		const keys = JSON.stringify({ keys: [made(issuers).publicJwk] });
		expect(await judged(await proof(), { fetched: keys })).toMatchObject({ verdict: 'verified' });
		expect(await judged(await proof({ kid: 'issuer' }), { keys })).toMatchObject({ verdict: 'verified' });
	});

	it('is refused where another key made it, and where it was changed', async () => {
		const other = await judged(await proof({ jwk: bare(made(issuers)) }));
		expect(other).toMatchObject({ verdict: 'refused', ids: ['differs-proof'], failed: ['proof-signature'] });
		const [header, , signature] = (await proof()).split('.');
		const payload = Buffer.from(JSON.stringify({ ...claims, jti: 'j2' })).toString('base64url');
		expect(await judged(`${header}.${payload}.${signature}`)).toMatchObject({ verdict: 'refused' });
	});

	it.each([
		['no key', undefined, 'proof-without-key'],
		['no object', 'key', 'proof-without-key'],
		['a shared secret', { kty: 'oct', k: 'c2VjcmV0' }, 'proof-without-key'],
		['a key with a member that is no text', { kty: 'RSA', n: 5, e: 'AQAB' }, 'proof-without-key'],
		['a key of another kind', { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) }, 'proof-key-kind']
	])('says that it cannot be checked where its header has %s', async (_, jwk, said) => {
		const { ids, verdict } = await judged(await proof({ jwk }));
		expect([ids, verdict]).toEqual([[said], 'refused']);
	});

	it('is none by a shared secret, whichever secret was typed', async () => {
		const token = await proof({ alg: 'HS256' });
		const { ids, failed } = await judged(token, { secret: 'a secret of 32 characters or more' });
		expect(ids).toEqual(['proof-of-secret']);
		expect(failed).toContain('proof-alg');
	});

	it('says nothing of one whose header demands what is not known', async () => {
		const changed = await proof({ crit: ['x'], x: 1, jwk: bare(made(issuers)) });
		expect(await judged(changed)).toMatchObject({ story: { verdict: 'unknown' } });
	});

	it.each([['JWT'], ['dpop-jwt'], [5], [undefined]])('is refused with typ %j', async (typ) => {
		expect((await judged(await proof({ typ }))).failed).toContain('proof-typ');
	});

	it('is refused by an RSA key of 1024 bits, of which it says so', async () => {
		const pair = await crypto.subtle.generateKey(
			{
				...{ name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 1024 },
				publicExponent: new Uint8Array([1, 0, 1])
			},
			true,
			['sign', 'verify']
		);
		const { kty, n, e } = await crypto.subtle.exportKey('jwk', pair.publicKey);
		const signer = { ...made(own), alg: 'RS256', privateKey: pair.privateKey };
		const token = await signWith(signer, { typ: 'dpop+jwt', jwk: { kty, n, e } }, claims);
		const { verdict, failed, story } = await judged(token);
		expect([verdict, failed]).toEqual(['refused', ['proof-key']]);
		expect(story.warnings.map(readKeyNote)).toEqual([
			'The key in its header has 1024 bits. RFC 7518 wants 2048 or more for RSA.'
		]);
	});
});
