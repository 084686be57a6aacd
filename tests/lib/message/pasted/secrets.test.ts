import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretsIn, secretsOf } from '$lib/message/pasted/secrets';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL3gifQ.c2lnbmF0dXJlc2lnbmF0dXJl';

describe('a secret in a text', () => {
	it.each<[string, string, string[]]>([
		[
			'a header',
			'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abcdefgh12345678\n\n',
			['access_token']
		],
		['a header of letters alone', 'Authorization: Bearer abcdefghijklmnop', ['access_token']],
		['a proof', 'Authorization: DPoP mF_9.B5f-4.1JqM', ['access_token']],
		['a user with a password', 'Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW', ['credentials']],
		['the same alone', 'Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW', ['credentials']],
		['an address', 'https://admin:s3cr3tPw!@sso.acme.io/realms/prod', ['credentials']],
		['a command', "curl -s -u 's6BhdRkqt3:gX1fBat3bV' https://sso.acme.io/token", ['credentials']],
		['a command over lines', 'curl https://a.io \\\n  --user me:pw', ['credentials']],
		['a cookie', 'Cookie: sid=abcdef', ['cookie']],
		['a cookie of a command', "curl https://a.io -b 'sid=abcdef'", ['cookie']],
		['a cookie in quotes', `curl https://a.io -H 'cookie: __Secure-next-auth.session-token=abc'`, ['cookie']],
		[
			'names of programs',
			'{"accessToken":"abcdef","clientSecret":"ghijkl"}',
			['accessToken', 'clientSecret']
		],
		['names with capitals', '"ClientSecret":"abc~DEF123"', ['ClientSecret']],
		['a header of its own', 'x-api-key: 9f8e7d6c1234', ['x-api-key']],
		['the address of a log', '"GET /callback?code=abcdef&state=a HTTP/1.1" 302', ['code']],
		['a form', 'grant_type=password&password=abc', ['password']],
		['lines of settings', 'username: jane\npassword: hunter22abc', ['password']],
		['a member', '{"username":"jane","password":"hunter"}', ['password']],
		['a sign-out', `https://sso.acme.io/logout?id_token_hint=${jwt}`, ['id_token_hint']],
		['a setting of PowerShell', '  client_secret = "f3b1c2d4-aaaa"', ['client_secret']],
		['a step of Keycloak', 'https://sso.acme.io/login?session_code=mJ3kfjwl3k2jf92', ['session_code']],
		['a token alone', `log: eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.`, ['token']],
		['a sentence', `My token ${jwt} is refused, why?`, ['token']],
		['what an error names', `invalid_token: ${jwt}`, ['token']],
		['a token of GitHub', 'push with gho_16C7e42F292c6912E7710c838347Ae178B4a fails', ['token']],
		['a key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7bq\n', ['private_key']],
		['a key in JSON', '{"kty":"EC","crv":"P-256","x":"a","y":"b","d":"c2VjcmV0"}', ['private_key']]
	])('is named: of %s', (_, text, names) => {
		expect(secretsIn(text)).toEqual(names);
	});

	it('is named as often as there are names, each once', () => {
		const text = `Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW\ncode_verifier=abc&code_verifier=d&client_secret=x1`;
		expect(secretsIn(text)).toEqual(['code_verifier', 'client_secret', 'credentials']);
	});

	it.each([
		'client_secret=[redacted] access_token: null id_token=*** refresh_token="" client_secret: $SECRET',
		'client_secret=YOUR_CLIENT_SECRET client_secret: <your secret> access_token=undefined',
		'error code: 400, Unexpected token: <, the access_token is missing',
		'Bearer resource_metadata="https://mcp.acme.io/.well-known/oauth-protected-resource"',
		'WWW-Authenticate: Bearer resource_metadata=https://mcp.acme.io/x1, error=invalid_token',
		'Bearer authentication is required',
		'Use Bearer authorization, not Basic authentication',
		'Full authentication is required: Basic realm="Keycloak"',
		'Authorization: Bearer $ACCESS_TOKEN_1',
		'curl -u "$ID:$SECRET" https://a.io',
		'https://id.example/authorize?client_id=a&login_hint=jane%40acme.io',
		'Enter your password: then press return',
		'-----BEGIN PUBLIC KEY-----\nMIIBIjANBg',
		'{"kty":"RSA","n":"abc","e":"AQAB"}',
		'token_type=Bearer&token_endpoint=https://a.io/token',
		'https://id.example:8443/realms/a@b',
		'code: 400'
	])('is not there: %s', (text) => {
		expect(secretsIn(text)).toEqual([]);
	});

	it('of parameters is one with a value, and no name of a person', () => {
		expect(
			secretsOf([
				['code', 'a'],
				['code_verifier', ''],
				['login_hint', 'jane']
			])
		).toEqual(['code']);
	});

	it('is looked for in anything, in a time that the text is worth', () => {
		fc.assert(fc.property(fc.string(), (text) => Array.isArray(secretsIn(text))));
		const long = ['curl ', 'Bearer ', 'a_', 'https://a:', 'ey', '"kty"', 'a=b&', "-u '"];
		for (const part of long) secretsIn(part.repeat(200_000 / part.length));
	}, 4_000);
});
