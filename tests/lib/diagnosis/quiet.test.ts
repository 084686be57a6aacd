import { describe, expect, it } from 'vitest';
import { diagnosePasted, type PastedReport } from '$lib/diagnosis/explain';
import { recognise } from '$lib/recording/intake';
import { corpus } from '../../diagnosis/corpus';
import { readPasted } from '$lib/diagnosis/pasted';
import { isQuiet } from '$lib/lexicon/brought';

const read = async (text: string): Promise<PastedReport> => {
	const report = await diagnosePasted(text, {});
	if (!report) throw new Error('The text could not be read.');
	return report;
};

const token = 'https://sso.example/realms/prod/protocol/openid-connect/token';
const form =
	'grant_type=authorization_code&client_id=portal&code=abc&redirect_uri=https%3A%2F%2Fa.example%2Fcb';

describe('a request without an answer', () => {
	it.each([
		[
			'fetch of a browser',
			`fetch("${token}", {\n  "headers": {\n    "content-type": "application/x-www-form-urlencoded"\n  },\n  "body": "${form}",\n  "method": "POST",\n  "mode": "cors"\n});`
		],
		[
			'Invoke-WebRequest',
			`Invoke-WebRequest -UseBasicParsing -Uri "${token}" \`\n-Method "POST" \`\n-Body "${form}"`
		],
		[
			'Invoke-RestMethod',
			`$answer = Invoke-RestMethod -Method Post -Uri https://login.microsoftonline.com/t/oauth2/v2.0/token -Body @{ grant_type='client_credentials'; client_id='a' }`
		],
		['wget', `wget --post-data '${form}' https://tenant.eu.auth0.com/oauth/token -O -`],
		[
			'HTTPie',
			`http --form POST ${token} grant_type=authorization_code code=abc redirect_uri=https://a.example/cb`
		],
		[
			'a file of requests',
			`### exchange\nPOST ${token} HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code\n&code=abc\n&client_id=x`
		],
		[
			'as it was sent',
			`POST /oauth2/token HTTP/1.1\nHost: id.example\nContent-Type: application/x-www-form-urlencoded\n\n${form}`
		],
		['a form', form],
		[
			'parameters line by line',
			'grant_type: authorization_code\nclient_id: portal\ncode: abc\nredirect_uri: https://a.example/cb'
		],
		[
			'axios',
			`axios.post('${token}', qs.stringify({ grant_type: 'authorization_code', code, redirect_uri }))`
		],
		[
			'requests of Python',
			`requests.post('${token}', data={'grant_type': 'authorization_code', 'code': code, 'client_id': CLIENT_ID})`
		]
	])('%s', async (_, text) => {
		expect(await read(text)).toMatchObject({ kind: 'asked', causes: [] });
		expect(recognise(text).kind).not.toBe('error');
	});

	it('and one with an answer that refuses has a cause', async () => {
		const text = `POST /oauth2/token HTTP/1.1\nHost: id.example\n\n${form}\n\nHTTP/1.1 401 Unauthorized\n\n{"error":"invalid_client"}`;
		expect((await read(text)).causes.length).toBeGreaterThan(0);
	});
});

describe('settings', () => {
	it.each([
		['a line of Spring', 'issuer-uri: https://sso.example/realms/prod'],
		[
			'properties',
			'spring.security.oauth2.client.provider.keycloak.issuer-uri=https://sso.example/realms/prod'
		],
		['one variable', 'KEYCLOAK_ISSUER=https://sso.example/realms/prod'],
		[
			'variables',
			'OIDC_CLIENT_ID=portal\nOIDC_CLIENT_SECRET=f3b1c2d4aaaabbbb\nOIDC_REDIRECT_URI=https://a.example/cb'
		],
		[
			'variables with remarks',
			'# sign-in\nexport NEXTAUTH_URL=http://localhost:3000\nNEXTAUTH_SECRET="abcabcabcabc"\n\nAUTH0_DOMAIN=acme.eu.auth0.com'
		],
		[
			'YAML',
			'spring:\n  security:\n    oauth2:\n      client:\n        registration:\n          keycloak:\n            client-id: portal\n            scope: openid,profile\n        provider:\n          keycloak:\n            issuer-uri: https://sso.example/realms/prod\n            ssl-required: external'
		],
		['TOML', '[oauth]\nclient_id = "portal"\nscopes = ["openid", "email"]\nrequire_state = true'],
		[
			'an adapter of Keycloak',
			'{"realm":"prod","auth-server-url":"https://sso.example/","ssl-required":"external","resource":"portal","public-client":true}'
		],
		[
			'appsettings',
			'{"AzureAd":{"Instance":"https://login.microsoftonline.com/","TenantId":"72f988bf","ClientId":"6731de76","CallbackPath":"/signin-oidc"}}'
		],
		[
			'a client of Google',
			'{"web":{"client_id":"1.apps.googleusercontent.com","auth_uri":"https://accounts.google.com/o/oauth2/auth","client_secret":"GOCSPX-abc","redirect_uris":["http://localhost:3000/cb"]}}'
		],
		[
			'an object of MSAL',
			"const msalConfig = {\n  auth: {\n    clientId: '6731de76',\n    authority: 'https://login.microsoftonline.com/common',\n    redirectUri: 'http://localhost:3000'\n  }\n};"
		]
	])('%s', async (_, text) => {
		expect(await read(text)).toMatchObject({ kind: 'settings', causes: [] });
		expect(recognise(text).kind).not.toBe('error');
	});
});

describe('a question that names no error', () => {
	it.each([
		'How do I get a refresh token from Google?',
		'How to get a refresh token from Keycloak',
		'What is the difference between an ID token and an access token?',
		'Where do I find the client secret in Auth0?',
		'Wie bekomme ich ein Refresh Token von Google?',
		'Comment obtenir un refresh token de Google ?',
		'¿Cómo obtengo un refresh token de Google?',
		'リフレッシュトークンはどうやって取得しますか？',
		'如何获取 refresh token？'
	])('%s', async (text) => {
		expect(await read(text)).toMatchObject({ kind: 'question', causes: [] });
	});

	it.each([
		['Why do I get invalid_client?', /^client-/],
		['Warum bekomme ich die Meldung Ungültiger Client?', /^client-/],
		['Why does Google say redirect_uri_mismatch?', /^redirect-uri-/]
	])('%s is about one', async (text, code) => {
		expect((await read(text)).causes[0]?.code).toMatch(code);
	});
});

describe('an answer that succeeded', () => {
	it.each([
		[
			'RFC 8628 §3.2',
			'{"device_code":"GmRhmhcxhwAzkoEq","user_code":"WDJB-MJHT","verification_uri":"https://id.example/activate","expires_in":900,"interval":5}'
		],
		[
			'RFC 9126 §2.2',
			'{"request_uri":"urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c","expires_in":60}'
		],
		[
			'RFC 7591 §3.2.1',
			'{"client_id":"s6BhdRkqt3","client_id_issued_at":2893256800,"redirect_uris":["https://a.example/cb"],"grant_types":["authorization_code"]}'
		],
		[
			'RFC 6749 §5.1',
			'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"access_token":"abcabc","token_type":"Bearer","expires_in":3600}'
		],
		['under its command', `curl -s ${token} -d '${form}'\n{"access_token":"abcabc","token_type":"Bearer"}`],
		[
			'a person, under its command',
			'curl https://id.example/userinfo -H "Authorization: Bearer abc"\n{\n  "sub": "248289761001"\n}'
		],
		['without a body', 'HTTP/1.1 204 No Content\nDate: Mon, 02 Mar 2026 10:00:00 GMT\n\n'],
		[
			'a device, as it came',
			'HTTP/2 200\ncontent-type: application/json\n\n{"device_code":"GmRhmhcxhwAzkoEq","user_code":"WDJB-MJHT","verification_uri":"https://id.example/activate"}'
		]
	])('%s', async (_, text) => {
		expect(await read(text)).toMatchObject({ kind: 'succeeded', causes: [] });
		expect(recognise(text).kind).not.toBe('error');
	});

	it('and has not where its body says so, whatever its status', async () => {
		const text =
			'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"error":"bad_verification_code","error_description":"The code passed is incorrect or expired."}';
		expect((await read(text)).causes[0]?.code).toMatch(/^code-/);
	});

	it('RFC 7662 §2.2: a token that is not active is refused', async () => {
		expect((await read('{"active":false}')).causes[0]?.code).toBe('access-token-invalid');
	});
});

describe('what else says of no failure', () => {
	it.each([
		['a line of a log', '2026-03-12T10:15:32Z INFO  user jane logged in via oidc, 200 OK in 34 ms'],
		['a person', '{"sub":"248289761001","name":"Jane Doe","email":"jane@acme.example"}'],
		[
			'a line of a program',
			'const { access_token } = await client.callback(redirect_uri, params, { code_verifier, state });'
		],
		['a code that may be of anything', 'https://shop.example/redeem?code=SUMMER25'],
		['a code alone', 'code=SplxlOBeZQQYbYS6WxSbIA'],
		['a cookie', 'Cookie: AUTH_SESSION_ID=55d3.kc-node1; KEYCLOAK_IDENTITY=abcd']
	])('%s', async (_, text) => {
		expect(await read(text)).toMatchObject({ kind: 'silent', causes: [] });
	});
});

describe('metadata of an API', () => {
	it('RFC 9728 §2: has an address as its resource', async () => {
		const named = '{"resource":"https://mcp.example/mcp","bearer_methods_supported":["header"]}';
		expect((await read(named)).causes[0]?.code).toBe('discovery-failed');
		expect(
			(await read('{"resource":"https://mcp.example/mcp","authorization_servers":[]}')).causes[0]?.code
		).toBe('discovery-failed');
	});

	it.each([
		'{"resource":"portal","realm":"prod"}',
		'{"resource":"https://graph.microsoft.com","client_id":"a"}'
	])('%s is none', async (text) => {
		expect((await read(text)).causes).toEqual([]);
	});
});

describe('short words of an error are read for what they mean, without a code', () => {
	it.each([
		['Invalid redirect URI', /^redirect-uri-/],
		['login required', /^login-required/],
		['Need admin approval', /^admin-consent/],
		['You must use multi-factor authentication to access this', /^interaction-required/],
		['Ungültige Weiterleitungs-URI', /^redirect-uri-/],
		['リダイレクトURIが無効です', /^redirect-uri-/],
		['AADSTS50011', /^redirect-uri-/],
		['{"message":"Need admin approval"}', /^admin-consent/],
		['Error: Need admin approval', /^admin-consent/]
	])('%s', async (text, code) => {
		expect((await read(text)).causes[0]?.code).toMatch(code);
	});

	it('no text of the corpus that has a cause is taken for one in which nothing failed', () => {
		const said = corpus
			.filter(({ codes }) => codes.some((code) => code !== 'unknown'))
			.map(({ raw, error, error_description: words }) => raw ?? words ?? error ?? '')
			.filter((text) => text !== '');
		expect(said.length).toBeGreaterThan(2000);
		expect(said.filter((text) => isQuiet(readPasted(text).kind))).toEqual([]);
	});
});

describe('an answer with a good status', () => {
	const good = (body: string, type = 'application/json') =>
		`HTTP/1.1 200 OK\nContent-Type: ${type}\n\n${body}`;

	it.each([
		['{"success":false,"message":"Your session is gone"}'],
		['{"ok": false}'],
		['{"data":{"authenticated":false}}'],
		['{"result":"denied"}'],
		['{"items":[{"status":"FAILED"}]}']
	])('has not done what it says no to: %s', async (body) => {
		expect(isQuiet((await read(good(body))).kind)).toBe(false);
		expect(isQuiet((await read(body)).kind)).toBe(false);
	});

	it('is not said to be what was asked for where a page came', async () => {
		const page = '<!doctype html><title>Sign in</title><form><input name="login"></form>';
		expect(await read(good(page, 'text/html'))).toMatchObject({ kind: 'silent', causes: [] });
	});

	it.each([['{"sub":"1","email_verified":false}'], ['[]'], ['']])('has done it: %s', async (body) => {
		expect(await read(good(body))).toMatchObject({ kind: 'succeeded', causes: [] });
	});
});
