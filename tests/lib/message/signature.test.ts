import { expect, it } from 'vitest';
import { isSignedWith } from '$lib/message/signature';
import { createSigner, forgeToken, idTokenClaims, signToken } from '../../fixtures/tokens';

it('a signature is of the key that made it, by the algorithm that was named', async () => {
	const [signer, other] = await Promise.all([createSigner('ES256'), createSigner('ES256')]);
	const token = await signToken(signer, idTokenClaims());
	const [header = '', payload = '', signature = ''] = token.split('.');
	const ask = (jws: string, key = signer.publicJwk, alg = 'ES256') => isSignedWith(jws, key, alg);
	expect(await ask(token)).toBe(true);
	expect(await ask(token, other.publicJwk)).toBe(false);
	expect(await ask(token, signer.publicJwk, 'RS256')).toBe(false);
	expect(await ask(token, { kty: 'EC', kid: 'a' })).toBe(false);
	expect(await ask(`${header}.${payload}x.${signature}`)).toBe(false);
	expect(await ask(forgeToken({ alg: 'none' }, idTokenClaims()))).toBe(false);
	expect(await ask('')).toBe(false);
});
