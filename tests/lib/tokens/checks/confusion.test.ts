import { createHmac, createPublicKey, X509Certificate, type JsonWebKey, type KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { tokenAdviceOf } from '$lib/lessons/en/tokens/checks';
import { checkToken, type TokenCheck } from '$lib/tokens/checks/check-token';
import type { TokenContext } from '$lib/tokens/context';
import { judge } from '$lib/tokens/judging';
import { selfSigned } from '../../../fixtures/self-signed';
import { phraseOf } from '../../../fixtures/token-cases';
import { at, createSigner, forgeToken, idTokenClaims, type Signer } from '../../../fixtures/tokens';

let es256: Signer;
let rs256: Signer;
let ed25519: Signer;
beforeAll(async () => {
	[es256, rs256, ed25519] = await Promise.all([
		createSigner('ES256'),
		createSigner('RS256'),
		createSigner('EdDSA')
	]);
});

const certificate = new X509Certificate(selfSigned.cert);

/** As a key set has the key of the certificate. */
const certified = () => ({
	...{ kty: 'EC', ...certificate.publicKey.export({ format: 'jwk' }), kid: 'c' },
	x5c: [certificate.raw.toString('base64')]
});

const keyOf = ({ publicJwk }: Signer): KeyObject =>
	createPublicKey({ key: publicJwk as JsonWebKey, format: 'jwk' });

function hmacOf(secret: string | Uint8Array, alg: 'HS256' | 'HS512' = 'HS256'): string {
	const input = forgeToken({ alg }, idTokenClaims()).replace(/\.$/, '');
	const hash = alg.replace('HS', 'sha');
	return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}

const found = (checks: readonly TokenCheck[], id: TokenCheck['id']) => {
	const check = checks.find((one) => one.id === id);
	if (!check) throw new Error(`${id} is not there`);
	return { status: check.status, says: phraseOf(check) };
};

const confusionOf = async (secret: string | Uint8Array, context: Partial<TokenContext>) =>
	found(await checkToken(hmacOf(secret), 'access', { at, ...context }), 'jwt-confusion');

const ends: readonly [what: string, change: (pem: string) => string][] = [
	['as it is written', (pem) => `${pem.trim()}\n`],
	['without its last line end', (pem) => pem.trim()],
	['with the line ends of Windows', (pem) => `${pem.trim()}\n`.replaceAll('\n', '\r\n')],
	['with those, and without the last', (pem) => pem.trim().replaceAll('\n', '\r\n')]
];

/** RFC 8725 §2.1: a public key, which everybody has, taken for the secret. */
describe('an HMAC made with a public key of the set', () => {
	it.each(ends)('is a forgery by its PEM %s', async (_, change) => {
		const keys = { keys: [es256.publicJwk, rs256.publicJwk, ed25519.publicJwk, certified()] };
		const pems = [
			...[es256, rs256, ed25519].map((one) => keyOf(one).export({ type: 'spki', format: 'pem' })),
			keyOf(rs256).export({ type: 'pkcs1', format: 'pem' }),
			selfSigned.cert
		];
		for (const pem of pems)
			expect(await confusionOf(change(String(pem)), { keys })).toEqual({
				...{ status: 'fail', says: 'by-public-key-as-secret' }
			});
	});

	it('is a forgery by its DER, in each of the three wrappings', async () => {
		const keys = { keys: [certified(), rs256.publicJwk] };
		const ders = [
			keyOf(rs256).export({ type: 'spki', format: 'der' }),
			keyOf(rs256).export({ type: 'pkcs1', format: 'der' }),
			certificate.raw
		];
		for (const der of ders) expect((await confusionOf(der, { keys })).status).toBe('fail');
	});

	it('passes by a secret that is none of them, and says in which forms they were tried', async () => {
		const keys = { keys: [es256.publicJwk, { kty: 'EC', crv: 'X' }, { kty: 'RSA', n: '%', e: '' }] };
		expect(await confusionOf(new Uint8Array(32), { keys })).toEqual({
			...{ status: 'pass', says: 'public-keys-tried' }
		});
		expect(await confusionOf('x', {})).toEqual({ status: 'skipped', says: 'not-told' });
	});

	it.each([[5], [[5]], [['%']], [['A'.repeat(100_004)]]])(
		'takes no certificate out of x5c %j',
		async (x5c) => {
			const keys = { keys: [{ ...es256.publicJwk, x5c }] };
			expect((await confusionOf('x', { keys })).status).toBe('pass');
		}
	);
});

describe('a public key that was typed as the secret', () => {
	const judged = async (secret: string, typed = secret) => {
		const { verdict, checks } = await judge({
			token: hmacOf(secret),
			use: 'id',
			typed: { secret: typed },
			at
		});
		return { verdict, ...found(checks, 'jwt-confusion'), checks };
	};

	it('is refused, though it fits and no key is known', async () => {
		const jwk = JSON.stringify(es256.publicJwk);
		const spki = String(keyOf(rs256).export({ type: 'spki', format: 'pem' }));
		const pkcs1 = String(keyOf(rs256).export({ type: 'pkcs1', format: 'pem' }));
		for (const secret of [spki, `\n${pkcs1}`, selfSigned.cert, jwk]) {
			const { checks, ...found } = await judged(secret);
			expect(found).toEqual({ verdict: 'refused', status: 'fail', says: 'secret-is-public-key' });
			const check = checks.find(({ id }) => id === 'jwt-confusion');
			expect(check && tokenAdviceOf(check).fails).toContain('typed as the secret is a public key');
		}
	});

	it.each([['a secret of 32 characters or more'], ['-----BEGIN NOTHING-----'], ['{"kty":"oct","k":"AA"}']])(
		'is not what %j is',
		async (secret) => {
			expect((await judged(secret.padEnd(32))).says).toBe('not-told');
		}
	);
});

/** RFC 7518 §3.2: the secret is as long as the hash, or longer. */
describe('the length of a secret', () => {
	it.each([
		['HS256', 31, 'fail', 'secret-too-short'],
		['HS256', 32, 'pass', 'secret-given'],
		['HS512', 63, 'fail', 'secret-too-short'],
		['HS512', 64, 'pass', 'secret-given']
	] as const)('%s by %d bytes: %s', async (alg, length, status, says) => {
		const secret = new Uint8Array(length).fill(7);
		const token = hmacOf(secret, alg);
		for (const [use, id] of [
			['id', 'id-token-key'],
			['other', 'jwt-key']
		] as const) {
			const checks = await checkToken(token, use, { at, secret });
			expect(found(checks, id)).toEqual({ status, says });
			expect(found(checks, id.replace('key', 'signature') as typeof id).status).toBe('pass');
			const check = checks.find((one) => one.id === id);
			if (status === 'fail' && check) expect(tokenAdviceOf(check).fails).toContain('RFC 7518');
		}
	});
});
