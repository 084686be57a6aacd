/** What clients and APIs say of tokens that they refuse, each in the words of several. */
import { describe, expect, it } from 'vitest';
import { diagnose } from '$lib/diagnosis/diagnose';
import { diagnosePasted } from '$lib/diagnosis/explain';

const first = async (text: string): Promise<string> =>
	(await diagnosePasted(text, {}))?.causes[0]?.code ?? 'none';

describe('the reason why a token is refused', () => {
	it.each([
		'issuedAt of token is in the future: (iat: 2024-02-22 14:40:31 -0500 EST, now with offset: 2024-02-22)',
		'Token used too early, 1700000000 < 1700000005',
		'ImmatureSignatureError: The token is not yet valid (iat)',
		'id_token issued in the future, now 1700000000, iat 1700000009'
	])('is the clocks in %j', async (text) => {
		expect(await first(text)).toBe('clocks-differ');
	});

	it.each([
		'Jwks doesn’t have key to match kid or alg from Jwt',
		"IsIDTokenInvalid: `id_token` verification failed: Jwks doesn't have key to match kid or alg from Jwt",
		"SigningKeyNotFoundError: Unable to find a signing key that matches 'abc'",
		'JWKSNoMatchingKey: no applicable key found in the JSON Web Key Set',
		'unable to find key for kid abc in jwks'
	])('is the key in %j', async (text) => {
		expect(await first(text)).toBe('signing-key-unknown');
	});

	it.each([
		'JWT alg HS256 not allowed, expected RS256',
		'JsonWebTokenError: invalid algorithm',
		'The specified alg value is not allowed'
	])('is the algorithm in %j', async (text) => {
		expect(await first(text)).toBe('signing-algorithm-unexpected');
	});

	it.each([
		'Invalid nonce in ID token',
		'Die Nonce stimmt nicht überein',
		'Validate_id_token_nonce failed, dataIdToken.nonce: 11f8 local_nonce:--RefreshToken--'
	])('is the nonce in %j', async (text) => {
		expect(await first(text)).toBe('nonce-mismatch');
	});

	it('stays an access token that is invalid where an API says no more', () => {
		const seen = { step: 'api', status: 401, error: 'invalid_token', error_description: 'Jwt is expired' };
		expect(diagnose(seen)[0]?.code).toBe('access-token-invalid');
	});

	it('stays the proof where it is of a proof', () => {
		const seen = { step: 'token', error: 'invalid_dpop_proof', error_description: 'iat is in the future' };
		expect(diagnose(seen)[0]?.code).toBe('dpop-proof-time-invalid');
	});
});

describe('headers that are too large', () => {
	it.each([
		'HTTP/1.1 431 Request Header Fields Too Large\r\n\r\n',
		'<html><head><title>400 Request Header Or Cookie Too Large</title></head><body>nginx</body></html>',
		'Bad Request - Request Too Long\nHTTP Error 400. The size of the request headers is too long.'
	])('are told of %j', async (text) => {
		expect(await first(text)).toBe('request-headers-too-large');
	});

	it('are told with their size where the request is known', () => {
		const evidence = {
			place: 'api',
			headersRefused: true,
			headerBytes: 16_311,
			largestHeader: 'authorization',
			largestHeaderBytes: 16_278
		};
		expect(diagnose({ step: 'api', status: 413 }, evidence)).toMatchObject([
			{
				code: 'request-headers-too-large',
				evidence: [{ say: 'largest-header', with: ['authorization', '16278', '16311'] }]
			}
		]);
	});
});

describe('a document that was pasted with its address', () => {
	const document = '{"issuer":"https://api.example/v1","token_endpoint":"https://api.example/v1/token"}';
	const causes = async (address: string) =>
		(await diagnosePasted(`${address}\n${document}`, {}))?.causes.map(({ code }) => code) ?? [];

	it.each([
		'https://api.example/v1/sandbox/.well-known/openid-configuration',
		'https://api.example/.well-known/oauth-authorization-server/v2',
		'https://api.example/v1//.well-known/openid-configuration',
		'curl https://other.example/v1/.well-known/openid-configuration'
	])('is of another issuer than %s', async (address) => {
		expect((await causes(address))[0]).toBe('issuer-mismatch');
	});

	it.each([
		'https://api.example/.well-known/oauth-authorization-server/v1',
		'https://api.example/v1/.well-known/openid-configuration'
	])('is of the issuer of %s', async (address) => {
		expect(await causes(address)).not.toContain('issuer-mismatch');
	});
});
