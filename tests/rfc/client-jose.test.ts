import { expect, test } from 'vitest';
import { checkSignature, signatureVerdict } from '$lib/client/jws';
import { decodeToken, type DecodedToken } from '$lib/message/jwt';
import { readKeySet, type PublicKey } from '$lib/client/key-set';
import { answer } from '../fixtures/messages';
import { createSigner, idTokenClaims, signToken, signWith } from '../fixtures/tokens';

/** The payload of all the examples: `{"iss":"joe", "exp":1300819380, "http://example.com/is_root":true}`. */
const payload =
	'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';
const claims = { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true };

const rs256 = {
	token: `eyJhbGciOiJSUzI1NiJ9.${payload}.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw`,
	key: {
		kty: 'RSA',
		n: 'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ',
		e: 'AQAB'
	}
};

const es256 = {
	token: `eyJhbGciOiJFUzI1NiJ9.${payload}.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q`,
	key: {
		kty: 'EC',
		crv: 'P-256',
		x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
		y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0'
	}
};

const decode = (token: string): DecodedToken => {
	const decoded = decodeToken(token);
	if (!decoded.ok) throw new Error(decoded.failure.reason);
	return decoded.value;
};
const verdict = async (token: string, ...keys: PublicKey[]): Promise<string[]> =>
	(await checkSignature(decode(token), { keys })).map(({ status }) => status);
const withFlippedBit = (token: string): string => {
	const [header = '', body = '', signature = ''] = token.split('.');
	const bytes = Buffer.from(signature, 'base64url');
	bytes[5] = (bytes[5] ?? 0) ^ 1;
	return `${header}.${body}.${bytes.toString('base64url')}`;
};

test('RFC 7515 §5.2: the RS256 example of Appendix A.2 is valid, and invalid with one bit changed', async () => {
	expect(decode(rs256.token)).toMatchObject({ header: { alg: 'RS256' }, claims });
	expect(await verdict(rs256.token, rs256.key)).toEqual(['pass', 'pass', 'pass']);
	expect(await verdict(withFlippedBit(rs256.token), rs256.key)).toEqual(['pass', 'pass', 'fail']);
});

test('RFC 7515 §5.2: the ES256 example of Appendix A.3 is valid, and invalid with one bit changed', async () => {
	expect(decode(es256.token)).toMatchObject({ header: { alg: 'ES256' }, claims });
	expect(await verdict(es256.token, es256.key)).toEqual(['pass', 'pass', 'pass']);
	expect(await verdict(withFlippedBit(es256.token), es256.key)).toEqual(['pass', 'pass', 'fail']);
});

test('RFC 7519 §3.1: the example JWT is taken apart; its HMAC is nothing that a page can trust', async () => {
	const token = `eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.${payload}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`;
	expect(decode(token)).toMatchObject({ header: { typ: 'JWT', alg: 'HS256' }, claims });
	expect(await verdict(token, rs256.key)).toEqual(['fail', 'skipped', 'skipped']);
});

test('RFC 7519 §6.1: the example of an unsecured JWT is taken apart, and never accepted', async () => {
	const token = `eyJhbGciOiJub25lIn0.${payload}.`;
	expect(decode(token)).toMatchObject({
		header: { alg: 'none' },
		claims,
		parts: [expect.anything(), payload, '']
	});
	expect(await verdict(token, rs256.key)).toEqual(['fail', 'skipped', 'skipped']);
});

test('RFC 7519 §7.2: what has not three parts is no signed JWT', () => {
	for (const token of ['', 'a', 'a.b', 'a.b.c.d', 'a.b.c.d.e']) expect(decodeToken(token).ok).toBe(false);
});

test('RFC 7515 §4.1.11: a critical header that is not understood makes the token invalid, whatever its signature', async () => {
	const signer = await createSigner('ES256');
	const key = signer.publicJwk as PublicKey;
	const token = await signWith(signer, { crit: ['exp'], exp: 1 });
	expect(await verdict(token, key)).toEqual(['pass', 'pass', 'pass']);
	const { id, status } = await signatureVerdict(decode(token), { keys: [key] });
	expect(`${id} ${status}`).toBe('id-token-crit fail');
});

test('RFC 7517 §4.5: kid chooses between several keys', async () => {
	const [first, second] = await Promise.all([createSigner('ES256', 'a'), createSigner('ES256', 'b')]);
	const keys = [first.publicJwk as PublicKey, second.publicJwk as PublicKey];
	expect(await verdict(await signToken(second, idTokenClaims()), ...keys)).toEqual(['pass', 'pass', 'pass']);
	expect(await verdict(await signToken(second, idTokenClaims(), { kid: 'a' }), ...keys)).toEqual([
		'pass',
		'pass',
		'fail'
	]);
	expect(await verdict(await signToken(second, idTokenClaims(), { kid: 'c' }), ...keys)).toEqual([
		'pass',
		'fail',
		'skipped'
	]);
});

test('RFC 7517 §5: members of a key set that are not understood are left out', () => {
	const { value } = readKeySet(answer({ keys: [es256.key, { kty: 5 }, { kty: 'future', x: 'y' }] }));
	expect(value?.keys.map(({ kty }) => kty)).toEqual(['EC', 'future']);
});

test('RFC 7518 §3.6: alg none is never accepted, whatever the key set', async () => {
	expect(await verdict(`eyJhbGciOiJub25lIn0.${payload}.`, rs256.key, es256.key)).toEqual([
		'fail',
		'skipped',
		'skipped'
	]);
});
