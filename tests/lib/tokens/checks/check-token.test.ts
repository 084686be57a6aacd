import fc from 'fast-check';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { sayOfToken, say } from '$lib/lexicon/said';
import { tokenUses } from '$lib/lexicon/token-uses';
import { tokenTextOf } from '$lib/lessons/en/tokens/phrases';
import { checkToken, type TokenCheck } from '$lib/tokens/checks/check-token';
import type { TokenContext } from '$lib/tokens/context';
import {
	at,
	clientId,
	createSigner,
	forgeToken,
	idTokenClaims,
	issuer,
	nonce,
	now,
	signToken,
	signWith,
	type Signer
} from '../../../fixtures/tokens';

let es256: Signer;
let rs256: Signer;
let stranger: Signer;

beforeAll(async () => {
	[es256, rs256, stranger] = await Promise.all([
		createSigner('ES256'),
		createSigner('RS256'),
		createSigner('ES256', 'stranger')
	]);
});

const keysOf = (...signers: Signer[]) => ({ keys: signers.map(({ publicJwk }) => publicJwk) });
const of = (checks: readonly TokenCheck[], id: TokenCheck['id']) => {
	const { status, actual } = checks.find((check) => check.id === id) ?? {};
	return { status, says: typeof actual === 'object' ? actual.say : actual };
};

describe('a text that is no signed JWT', () => {
	it.each([
		['rubbish', 'fail', 'parts'],
		['', 'fail', 'parts'],
		['a.b.c', 'fail', 'not-base64url'],
		['e30.W10.', 'fail', 'not-json-object'],
		[`${Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')}..a.b.c`, 'warn', 'encrypted-with']
	])('%j has one check, of its form: %s', async (text, status, says) => {
		for (const use of tokenUses) {
			const checks = await checkToken(text, use, { at });
			const id = use === 'id' ? 'id-token-form' : 'jwt-form';
			expect(checks.map((check) => check.id)).toEqual([id]);
			expect(of(checks, id)).toEqual({ status, says });
		}
	});

	it('two proofs in one header are two, and no encrypted token', async () => {
		const proof = forgeToken({ typ: 'dpop+jwt', alg: 'ES256' }, {}, 'AAAA');
		const checks = await checkToken(`${proof}, ${proof}`, 'proof', { at });
		expect(checks.map(({ id, status }) => [id, status])).toEqual([['proof-single', 'fail']]);
	});
});

describe('the signature of a token', () => {
	it('passes by the key that was named, and says nothing of it without keys', async () => {
		const token = await signToken(es256, idTokenClaims());
		const context: TokenContext = { at, keys: keysOf(rs256, es256), issuer, audience: clientId, nonce };
		const checks = await checkToken(token, 'id', context);
		expect(checks.filter(({ status }) => status === 'fail' || status === 'warn')).toEqual([]);
		expect(of(checks, 'id-token-signature')).toEqual({ status: 'pass', says: 'valid-by' });
		expect(of(await checkToken(token, 'other', { at }), 'jwt-signature')).toEqual({
			status: 'skipped',
			says: 'no-key-set'
		});
	});

	it('fails where a claim was changed, and is not judged where its key is not there', async () => {
		const [header, , signature] = (await signToken(es256, idTokenClaims())).split('.');
		const payload = Buffer.from(JSON.stringify({ ...idTokenClaims(), sub: 'x' })).toString('base64url');
		const changed = `${header}.${payload}.${signature}`;
		const found = of(await checkToken(changed, 'id', { at, keys: keysOf(es256) }), 'id-token-signature');
		expect(found.status).toBe('fail');
		const without = await checkToken(changed, 'access', { at, keys: keysOf(stranger) });
		expect(of(without, 'jwt-signature')).toEqual({ status: 'skipped', says: 'no-key' });
		expect(of(without, 'jwt-key')).toEqual({ status: 'fail', says: 'kid-not-in-set' });
	});

	it('of an HMAC is checked with the secret, and not without', async () => {
		const secret = new TextEncoder().encode('a secret of 32 characters at least');
		const token = await new SignJWT(idTokenClaims()).setProtectedHeader({ alg: 'HS256' }).sign(secret);
		const by = async (context: Partial<TokenContext>) =>
			of(await checkToken(token, 'other', { at, ...context }), 'jwt-signature');
		expect(await by({ secret })).toEqual({ status: 'pass', says: 'made-with-secret' });
		expect(await by({ secret: secret.slice(1) })).toEqual({
			status: 'fail',
			says: 'made-with-another-secret'
		});
		expect(await by({})).toEqual({ status: 'skipped', says: 'of-secret' });
		expect(await by({ secret: new Uint8Array() })).toEqual({ status: 'skipped', says: 'of-secret' });
	});

	it('by the key in its own header is a forgery, unless that key is trusted', async () => {
		const token = await signWith(stranger, { jwk: stranger.publicJwk });
		const forged = await checkToken(token, 'id', { at, keys: keysOf(es256) });
		expect(of(forged, 'jwt-own-key')).toEqual({ status: 'fail', says: 'signed-by-own-key' });
		const known = await checkToken(token, 'id', { at, keys: keysOf(es256, stranger) });
		expect(of(known, 'jwt-own-key')).toEqual({ status: 'pass', says: 'brings-known-key' });
		expect(of(await checkToken(token, 'id', { at }), 'jwt-own-key')).toEqual({
			status: 'warn',
			says: 'brings-key'
		});
	});
});

describe('what a token has twice or too exactly', () => {
	it.each([
		['{"sub":"a","sub":"b"}', 'doubled'],
		['{"sub":"a","n":12345678901234567890}', 'inexact']
	])('%s is worth a notice', async (claims, says) => {
		const checks = await checkToken(forgeToken({ alg: 'ES256' }, claims), 'other', { at });
		expect(of(checks, 'jwt-members')).toEqual({ status: 'warn', says });
	});
});

describe('the audience of a client assertion', () => {
	it('says which endpoint of the server it is', async () => {
		const server = { issuer, pushed_authorization_request_endpoint: `${issuer}/par` };
		const token = forgeToken({ alg: 'ES256' }, { aud: [`${issuer}/par`] });
		const checks = await checkToken(token, 'assertion', { at, server });
		const found = checks.find(({ id }) => id === 'assertion-aud')?.actual ?? '';
		expect(tokenTextOf(found)).toBe(`${issuer}/par, the pushed_authorization_request_endpoint`);
	});
});

describe('the clock', () => {
	const expected = async (ahead?: number) => {
		const token = forgeToken({ alg: 'ES256' }, { exp: now });
		const checks = await checkToken(token, 'other', { at, ...(ahead === undefined ? {} : { ahead }) });
		return checks.find(({ id }) => id === 'jwt-exp')?.expected;
	};

	it('is that of the server where it is known, and what it may be off is said', async () => {
		const after = (second: number) => say('after', say('second-of', second));
		expect(await expected()).toEqual(sayOfToken('by-clock-of-device', after(now), 30));
		expect(await expected(0)).toEqual(sayOfToken('by-clock-of-server', after(now), 30));
		expect(await expected(5_000)).toEqual(sayOfToken('by-clock-of-server', after(now + 5), 30));
	});
});

describe('whatever is pasted', () => {
	const context = fc.record(
		{
			ahead: fc.oneof(fc.integer(), fc.double()),
			keys: fc.constantFrom(
				{ keys: [] },
				{ keys: [{ kty: 'RSA' }, { kty: 'EC', crv: 'P-256', x: '%', y: '' }] }
			),
			secret: fc.uint8Array({ maxLength: 40 }),
			server: fc.constantFrom({ issuer: 'https://a.example/{tenantid}' }, { issuer: '' }),
			...Object.fromEntries(
				[
					'issuer',
					'audience',
					'clientId',
					'nonce',
					'accessToken',
					'code',
					'state',
					'subject',
					'method',
					'url'
				].map((name) => [name, fc.string()])
			),
			maxAge: fc.oneof(fc.integer(), fc.double()),
			acrValues: fc.array(fc.string(), { maxLength: 2 })
		},
		{ requiredKeys: [] }
	);
	const names = [
		'iss',
		'sub',
		'aud',
		'exp',
		'iat',
		'nbf',
		'nonce',
		'azp',
		'at_hash',
		'events',
		'cnf',
		'scope'
	].concat([
		'scp',
		'htm',
		'htu',
		'jti',
		'ath',
		'auth_time',
		'acr',
		'client_id',
		'response_type',
		'__proto__',
		'tid',
		'typ'
	]);
	const members = (known: readonly string[]) =>
		fc.dictionary(fc.oneof(fc.constantFrom(...known), fc.string()), fc.jsonValue({ maxDepth: 3 }), {
			maxKeys: 12
		});
	const header = members(['alg', 'kid', 'typ', 'jwk', 'crit', 'jku', 'x5c', 'b64', 'zip']);
	const alg = fc.constantFrom('ES256', 'RS256', 'HS256', 'EdDSA', 'none', 'ES256K', 'RS1', '');
	const signature = fc.oneof(
		fc.constant(''),
		fc.base64String().map((text) => text.replace(/[+/=]/g, '_'))
	);
	const token = fc
		.tuple(header, alg, members(names), signature)
		.map(([head, name, claims, third]) => forgeToken({ ...head, alg: name }, JSON.stringify(claims), third));

	it('never throws, and says each check in words', async () => {
		const text = fc.oneof({ weight: 4, arbitrary: token }, fc.string(), fc.string({ unit: 'binary' }));
		await fc.assert(
			fc.asyncProperty(text, fc.constantFrom(...tokenUses), context, async (pasted, use, known) => {
				const checks = await checkToken(pasted, use, { at, ...known } as unknown as TokenContext);
				expect(checks.length).toBeGreaterThan(0);
				for (const { actual, expected } of checks)
					for (const said of [actual, expected]) expect(typeof tokenTextOf(said ?? '')).toBe('string');
			}),
			{ numRuns: 400 }
		);
	});
});
