import { describe, expect, test } from 'vitest';
import { checkToken, type TokenCheck } from '$lib/tokens/checks/check-token';
import { decodeBase64url } from '$lib/wire/base64url';
import { forgeToken } from '../fixtures/tokens';

const statuses = (checks: readonly TokenCheck[]): Record<string, string> =>
	Object.fromEntries(checks.map(({ id, status }) => [id, status]));
const failed = (checks: readonly TokenCheck[]): string[] =>
	checks.filter(({ status }) => status === 'fail').map(({ id }) => id);

/** The header of every proof in RFC 9449: its key is that of §6.1. */
const proofHeader =
	'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJo' +
	'RjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19';

const atTokenEndpoint =
	`${proofHeader}.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29t` +
	'L3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfb' +
	'V37xRZT3Lg';

const atResource =
	`${proofHeader}.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9y` +
	'Zy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtz' +
	'bVFFbyJ9.2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA';

const atRequest = {
	at: 1_562_262_618_000,
	method: 'GET',
	url: 'https://resource.example.org/protectedresource',
	accessToken: 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU'
};

/** Claims of the bound access token of RFC 9449 §6.1, without its signature. */
const bound = (jkt: string): string =>
	forgeToken(
		{ alg: 'ES256', kid: 'BeALkb' },
		{
			...{ sub: 'someone@example.com', iss: 'https://server.example.com', nbf: 1562262611, exp: 1562266216 },
			cnf: { jkt }
		}
	);

describe('RFC 9449: the examples', () => {
	test('§4.1: the proof for the token endpoint', async () => {
		const context = { at: 1_562_262_616_000, method: 'POST', url: 'https://server.example.com/token' };
		const checks = await checkToken(atTokenEndpoint, 'proof', context);
		expect(failed(checks)).toEqual([]);
		expect(statuses(checks)).toMatchObject({
			...{ 'proof-typ': 'pass', 'proof-alg': 'pass', 'proof-key': 'pass', 'proof-signature': 'pass' },
			...{ 'proof-htm': 'pass', 'proof-htu': 'pass', 'proof-iat': 'pass', 'proof-claims': 'pass' },
			...{ 'proof-jti': 'pass', 'proof-nonce': 'skipped', 'proof-ath': 'skipped', 'proof-binding': 'skipped' }
		});
	});

	test('§7.1: the proof for a protected resource, with the hash of the access token', async () => {
		const checks = await checkToken(atResource, 'proof', atRequest);
		expect(failed(checks)).toEqual([]);
		expect(statuses(checks)).toMatchObject({ 'proof-ath': 'pass', 'proof-binding': 'skipped' });
	});

	test('§6.1: the key is that of the thumbprint in cnf, and of no other', async () => {
		const at = async (jkt: string) =>
			statuses(await checkToken(atResource, 'proof', { ...atRequest, accessToken: bound(jkt) }))[
				'proof-binding'
			];
		expect(await at('0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I')).toBe('pass');
		expect(await at('0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4J')).toBe('fail');
	});

	test('§4.3: one letter of the payload less, and it is signed by nobody', async () => {
		const [header, payload, signature] = atResource.split('.');
		const other = Buffer.from(Buffer.from(payload!, 'base64url').toString().replace('GET', 'PUT')).toString(
			'base64url'
		);
		expect(failed(await checkToken(`${header}.${other}.${signature}`, 'proof', atRequest))).toEqual([
			'proof-signature',
			'proof-htm'
		]);
	});
});

const joe = 'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';

describe('RFC 7519: the examples', () => {
	const before = 1_300_819_379_000;

	test('§3.1: an HMAC is checked with its secret, and the token expires', async () => {
		const token = `eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.${joe}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`;
		const key = decodeBase64url(
			'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow'
		);
		const secret = key.ok ? key.value : new Uint8Array();
		const checks = await checkToken(token, 'other', { at: before, secret, issuer: 'joe' });
		expect(failed(checks)).toEqual([]);
		expect(statuses(checks)).toMatchObject({
			...{ 'jwt-signature': 'pass', 'jwt-signed': 'warn', 'jwt-iss': 'pass', 'jwt-exp': 'pass' }
		});
		const later = await checkToken(token, 'other', { at: before + 31_000, secret, issuer: 'joe' });
		expect(failed(later)).toEqual(['jwt-exp']);
	});

	test('§6.1: an unsecured JWT is never taken for signed', async () => {
		const checks = await checkToken(`eyJhbGciOiJub25lIn0.${joe}.`, 'other', { at: before });
		expect(failed(checks)).toEqual(['jwt-alg', 'jwt-signed']);
		expect(statuses(checks)['jwt-signature']).toBe('skipped');
	});
});

describe('RFC 9068 §3: the example', () => {
	const claims = {
		...{ iss: 'https://authorization-server.example.com/', sub: '5ba552d67', aud: 'https://rs.example.com/' },
		...{ exp: 1639528912, iat: 1618354090, jti: 'dbe39bf3a3ba4238a513f51d6e1691c4', client_id: 's6BhdRkqt3' },
		scope: 'openid profile reademail'
	};
	const context = { at: 1_618_354_090_000, issuer: claims.iss, audience: claims.aud };
	const header = { typ: 'at+JWT', alg: 'RS256', kid: 'RjEwOwOA' };

	test('is all that §2.2 asks for', async () => {
		const checks = await checkToken(forgeToken(header, claims), 'access', context);
		expect(checks.filter(({ status }) => status === 'fail' || status === 'warn')).toEqual([]);
	});

	test.each(['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti'])('§2.2: %s is required', async (name) => {
		const token = forgeToken(header, { ...claims, [name]: undefined });
		expect(failed(await checkToken(token, 'access', context))).toEqual([`access-${name.replace('_', '-')}`]);
		const outside = forgeToken({ ...header, typ: 'JWT' }, { ...claims, [name]: undefined });
		expect(failed(await checkToken(outside, 'access', context))).toEqual([]);
	});

	test('§4: an ID token is not taken for one', async () => {
		const token = forgeToken(
			{ alg: 'RS256' },
			{ ...claims, scope: undefined, token_use: 'id', aud: 's6BhdRkqt3' }
		);
		expect(failed(await checkToken(token, 'access', context))).toEqual(['jwt-kind', 'access-aud']);
	});
});
