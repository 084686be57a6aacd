import { expect, it } from 'vitest';
import { isSecretHeader, isSecretParameter, maskSecret } from '$lib/lexicon/secrets';

it('knows secret parameters by their exact name', () => {
	expect(['code', 'code_verifier', 'access_token', 'client_secret'].every(isSecretParameter)).toBe(true);
	expect(['state', 'nonce', 'code_challenge', 'constructor'].some(isSecretParameter)).toBe(false);
});

it('knows secret headers in any case', () => {
	expect(isSecretHeader('Authorization')).toBe(true);
	expect(isSecretHeader('Accept')).toBe(false);
});

it('masks all but the first characters', () => {
	expect(maskSecret('0123456789')).toBe('012345…');
});
