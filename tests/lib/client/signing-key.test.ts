import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { importSigningKey } from '$lib/client/signing-key';

const privateJwk = async (alg: string) =>
	exportJWK((await generateKeyPair(alg, { extractable: true })).privateKey);

describe('importSigningKey', () => {
	it.each(['ES256', 'RS256', 'EdDSA'])(
		'takes a private %s key and shows only its public part',
		async (alg) => {
			const jwk = await privateJwk(alg);
			const imported = await importSigningKey(JSON.stringify({ ...jwk, kid: 'k-1' }));
			if (!imported.ok) throw new Error(imported.failure.where);
			const { key, kid, publicJwk } = imported.value;
			expect(kid).toBe('k-1');
			expect(key).toMatchObject({ type: 'private', extractable: false });
			expect(JSON.parse(publicJwk)).toMatchObject({ kty: jwk.kty, kid: 'k-1', alg, use: 'sig' });
			expect(publicJwk).not.toContain(jwk.d);
		}
	);

	it('names a new key by its thumbprint', async () => {
		const imported = await importSigningKey(JSON.stringify(await privateJwk('ES256')), true);
		expect(imported.ok && imported.value.kid).toMatch(/^[\w-]{43}$/);
	});

	it('gives no kid to a key that may be registered without one', async () => {
		const imported = await importSigningKey(JSON.stringify(await privateJwk('ES512')));
		if (!imported.ok) throw new Error(imported.failure.where);
		expect(imported.value).not.toHaveProperty('kid');
		expect(JSON.parse(imported.value.publicJwk)).not.toHaveProperty('kid');
		expect(JSON.parse(imported.value.publicJwk)).toMatchObject({ alg: 'ES512' });
	});

	it.each([
		'',
		'{',
		'[]',
		'{"kty":"EC"}',
		'{"kty":"oct","k":"AA","d":"AA"}',
		'{"kty":"EC","crv":"P-256","d":"x"}'
	])('refuses %j', async (text) => {
		expect(await importSigningKey(text)).toMatchObject({ ok: false, failure: { reason: 'key-unusable' } });
	});

	it('refuses a public key', async () => {
		const { publicKey } = await generateKeyPair('ES256');
		expect((await importSigningKey(JSON.stringify(await exportJWK(publicKey)))).ok).toBe(false);
	});
});
