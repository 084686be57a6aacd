import { beforeAll, describe, expect, it } from 'vitest';
import { checkSignature, signatureVerdict } from '$lib/client/jws';
import { decodeToken, type DecodedToken } from '$lib/message/jwt';
import type { PublicKey } from '$lib/client/key-set';
import { say } from '$lib/lexicon/said';
import { failures } from '../../fixtures/messages';
import {
	createSigner,
	forgeToken,
	idTokenClaims,
	signToken,
	signWith,
	type Signer
} from '../../fixtures/tokens';

const decode = (token: string): DecodedToken => {
	const decoded = decodeToken(token);
	if (!decoded.ok) throw new Error(decoded.failure.reason);
	return decoded.value;
};

describe('checkSignature', () => {
	let rs256: Signer;
	let es256: Signer;
	let es384: Signer;
	let eddsa: Signer;
	beforeAll(async () => {
		[rs256, es256, es384, eddsa] = await Promise.all([
			createSigner('RS256', 'a'),
			createSigner('ES256', 'b'),
			createSigner('ES384', 'c'),
			createSigner('EdDSA', 'd')
		]);
	});

	const statusesOf = async (token: string, keys: PublicKey[] | undefined): Promise<string> => {
		const [, key, signature] = await checkSignature(decode(token), keys && { keys });
		return `${key.status} ${signature.status}`;
	};
	const bare = ({ publicJwk: { kid: _kid, alg: _alg, use: _use, ...key } }: Signer): PublicKey =>
		key as PublicKey;
	const keyOf = ({ publicJwk }: Signer): PublicKey => publicJwk as PublicKey;

	it('verifies with each kind of key', async () => {
		for (const signer of [rs256, es256, es384, eddsa]) {
			const keys = [rs256, es256, es384, eddsa].map(keyOf);
			expect(await statusesOf(await signToken(signer, idTokenClaims()), keys)).toBe('pass pass');
		}
	});

	it('finds the only key that fits when there is no kid', async () => {
		const keys = [rs256, es256, es384, eddsa].map(bare);
		for (const signer of [rs256, es256, es384, eddsa]) {
			expect(await statusesOf(await signToken(signer, idTokenClaims(), {}), keys)).toBe('pass pass');
		}
	});

	it('names no key among several without a kid, and tells whose signature it is', async () => {
		const other = await createSigner('ES256', 'b2');
		const token = await signToken(es256, idTokenClaims(), {});
		expect(await statusesOf(token, [keyOf(other), keyOf(es256)])).toBe('warn pass');
		expect(await statusesOf(token, [keyOf(other), keyOf(other)])).toBe('warn fail');
	});

	it('names no key among two of the same kid', async () => {
		const token = await signToken(es256, idTokenClaims());
		const twin = await createSigner('ES256', 'b');
		expect(await statusesOf(token, [keyOf(es256), keyOf(es256)])).toBe('warn pass');
		expect(await statusesOf(token, [keyOf(es256), keyOf(twin)])).toBe('warn pass');
	});

	it('finds no key for a kid that the set does not have', async () => {
		const token = await signToken(es256, idTokenClaims(), { kid: 'rotated-away' });
		const [, key, signature] = await checkSignature(decode(token), { keys: [keyOf(es256)] });
		expect(key).toMatchObject({
			status: 'fail',
			expected: say('one-key-with-kid', 'EC P-256', 'rotated-away'),
			actual: say('kid-of-no-key', 'b')
		});
		expect(signature.status).toBe('skipped');
	});

	it.each([
		[true, 'warn'],
		[undefined, 'fail']
	])('says that the key that fits has no kid: keys that a person gave: %s', async (given, status) => {
		const token = await signToken(es256, idTokenClaims(), { kid: 'x' });
		const { kid: _, ...unnamed } = keyOf(es256);
		const other = await createSigner('ES256', 'b2');
		const about = given ? { given } : {};
		const [, key, signature] = await checkSignature(decode(token), { keys: [keyOf(other), unnamed] }, about);
		expect(key).toMatchObject({ status, actual: say('key-without-name', say('key-at', 2)) });
		expect(signature.status).toBe('pass');
		// One that has another name stays another, whoever gave it.
		const [, named] = await checkSignature(decode(token), { keys: [keyOf(es256)] }, about);
		expect(named).toMatchObject({ status: 'fail', actual: say('kid-of-no-key', 'b') });
	});

	it('fails with the wrong key of the same kid', async () => {
		const impostor = await createSigner('ES256', 'b');
		expect(await statusesOf(await signToken(impostor, idTokenClaims()), [keyOf(es256)])).toBe('pass fail');
	});

	it('fails when a claim was changed after signing', async () => {
		const [head = '', , signature = ''] = (await signToken(es256, idTokenClaims())).split('.');
		const forged = Buffer.from(JSON.stringify({ ...idTokenClaims(), sub: 'admin' })).toString('base64url');
		expect(await statusesOf(`${head}.${forged}.${signature}`, [keyOf(es256)])).toBe('pass fail');
	});

	it.each([
		['use', { use: 'enc' }],
		['alg', { alg: 'RS512' }],
		['key_ops', { key_ops: ['encrypt'] }],
		['kty', { kty: 'EC' }]
	])('leaves out a key whose %s is for something else', async (_, changes) => {
		const token = await signToken(rs256, idTokenClaims());
		expect(await statusesOf(token, [{ ...keyOf(rs256), ...changes }])).toBe('fail skipped');
	});

	it.each([['none'], ['HS256'], ['constructor'], ['toString'], ['__proto__'], ['RS1'], ['']])(
		'takes no signature of alg %j',
		async (alg) => {
			const token = forgeToken({ alg, kid: 'a' }, idTokenClaims(), 'c2ln');
			for (const keys of [[keyOf(rs256)], undefined]) {
				const [signed] = await checkSignature(decode(token), keys && { keys });
				expect(signed).toMatchObject({ id: 'id-token-signed', status: 'fail' });
				expect(await statusesOf(token, keys)).toBe('skipped skipped');
			}
		}
	);

	it('takes no HMAC made with the public key', async () => {
		const octets: PublicKey = { kty: 'oct', kid: 'a', k: 'c2VjcmV0' };
		const token = forgeToken({ alg: 'HS256', kid: 'a' }, idTokenClaims(), 'c2ln');
		expect(failures(await checkSignature(decode(token), { keys: [octets] }))).toEqual(['id-token-signed']);
	});

	it('takes no critical header that it does not know', async () => {
		const token = forgeToken({ alg: 'ES256', kid: 'b', crit: ['x'], x: 1 }, idTokenClaims(), 'c2ln');
		expect(await statusesOf(token, [keyOf(es256)])).toBe('pass fail');
		const good = await signWith(es256, { kid: 'b', crit: ['x'], x: 1 });
		expect(await statusesOf(good, [keyOf(es256)])).toBe('pass pass');
		expect(await signatureVerdict(decode(good), { keys: [keyOf(es256)] })).toMatchObject({
			id: 'id-token-crit',
			status: 'fail'
		});
	});

	it('fails, and does not throw, with a key that is rubbish', async () => {
		const token = await signToken(rs256, idTokenClaims());
		expect(await statusesOf(token, [{ kty: 'RSA', kid: 'a', n: 'AQAB', e: 'AQAB' }])).toBe('pass fail');
		expect(await statusesOf(token, [{ kty: 'RSA', kid: 'a' }])).toBe('fail skipped');
	});

	it('waits for the key set', async () => {
		expect(await statusesOf(await signToken(es256, idTokenClaims()), undefined)).toBe('skipped skipped');
	});
});
