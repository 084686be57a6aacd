import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BroughtKind } from '$lib/lexicon/brought';
import { recognise } from '$lib/recording/intake';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = `${encode({ alg: 'RS256', kid: 'a' })}.${encode({ iss: 'https://id.example', sub: 'erin' })}.c2lnbmF0dXJl`;
const encrypted = `${encode({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.a2V5.aXY.dGV4dA.dGFn`;
const metadata = JSON.stringify({ issuer: 'https://id.example', token_endpoint: 'https://id.example/token' });
const keySet = JSON.stringify({ keys: [{ kty: 'EC', crv: 'P-256', x: 'a', y: 'b' }] });

const examples: [BroughtKind, string[]][] = [
	['nothing', ['', ' \n\t ']],
	[
		'issuer',
		[
			'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
			'https://accounts.google.com',
			'https://dev-12345.okta.com/oauth2/default',
			'https://acme.eu.auth0.com/',
			'http://localhost:8080/realms/master',
			'https://id.example/.well-known/openid-configuration',
			'https://id.example/.well-known/oauth-authorization-server/tenant'
		]
	],
	[
		'domain',
		[
			'dev-12345.okta.com',
			'acme.eu.auth0.com',
			'id.example.com',
			'localhost:8080',
			'login.example.com/tenant'
		]
	],
	[
		'resource',
		[
			'https://api.example.com/v1/orders',
			'https://mcp.example.com/mcp',
			'https://example.com/sse',
			'https://example.com/.well-known/oauth-protected-resource/mcp',
			'api.example.com'
		]
	],
	['address', ['https://www.example.com', 'https://example.com/somewhere', 'http://192.168.1.20:3000/']],
	[
		'callback-error',
		[
			'https://app.example/callback?error=access_denied&error_description=no&state=a',
			'http://localhost:3000/#error=login_required',
			'com.example.app:/callback?error=invalid_scope',
			'error=invalid_request&state=x',
			'?error=server_error'
		]
	],
	[
		'callback-code',
		[
			'https://app.example/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=xyz',
			'com.example.app:/oauth?code=abc&state=d',
			'?code=abc&state=d',
			'https://app.example/cb#code=a&state=b'
		]
	],
	[
		'authorization',
		[
			'https://id.example/authorize?response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fapp.example&state=x',
			'https://id.example/authorize?client_id=a&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Ab'
		]
	],
	[
		'token-request',
		[
			'curl -X POST https://id.example/token -d grant_type=authorization_code -d code=a -d code_verifier=b',
			"curl 'https://id.example/token' \\\n  -H 'content-type: application/x-www-form-urlencoded' \\\n  --data-raw 'grant_type=refresh_token&refresh_token=r'"
		]
	],
	[
		'request',
		[
			'curl https://api.example/me -H "Authorization: Bearer abcdefghijklmnop"',
			'curl https://id.example/token -d grant_type=client_credentials'
		]
	],
	[
		'jwt',
		[
			jwt,
			`Bearer ${jwt}`,
			`Authorization: Bearer ${jwt}`,
			`"${jwt}"`,
			jwt.replace(/.{40}/g, '$&\n'),
			`GET /me HTTP/1.1\nHost: api.example\nAuthorization: Bearer ${jwt}\n`
		]
	],
	['encrypted-token', [encrypted]],
	[
		'opaque-token',
		[
			'ya29.a0AfH6SMBx7-oK3d9f0gkq1J2m',
			'gho_16C7e42F292c6912E7710c838347Ae178B4a',
			'Bearer 2YotnFZFEjr1zCsicMWpAA00'
		]
	],
	[
		'broken-token',
		[
			`${jwt.slice(0, jwt.lastIndexOf('.'))}`,
			`${jwt}.abcd`,
			jwt.replace('.', '=.'),
			`Bearer ${jwt.slice(0, 30)}`,
			`"${jwt}*"`
		]
	],
	[
		'tokens',
		[
			`${jwt}\n${jwt}`,
			`access_token: gho_16C7e42F292c6912E7710c838347Ae178B4a\nid_token: ${jwt}`,
			`refresh_token=8xLOxBtZp8\naccess_token=abcdef`
		]
	],
	[
		'token-answer',
		[JSON.stringify({ access_token: 'opaque', token_type: 'Bearer' }), `https://app.example/#id_token=${jwt}`]
	],
	['key-set', [keySet, JSON.stringify({ kty: 'RSA', n: 'a', e: 'AQAB' })]],
	[
		'har',
		[
			JSON.stringify({ log: { version: '1.2', entries: [] } }),
			`{ "log": {"entries": [${'1,'.repeat(150_000)}1]}}`
		]
	],
	['walk', [JSON.stringify({ format: 'pkce-playground-trace', version: 1, facts: [] })]],
	['metadata', [metadata]],
	[
		'resource-metadata',
		[JSON.stringify({ resource: 'https://mcp.example/mcp', authorization_servers: ['https://id.example'] })]
	],
	[
		'error',
		[
			'AADSTS50011: The redirect URI does not match',
			'AADSTS9002326',
			'invalid_grant',
			'interaction_required',
			'{"error":"invalid_grant","error_description":"Code expired"}',
			'TypeError: Failed to fetch',
			'ERR_TOO_MANY_REDIRECTS',
			'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"',
			"Access to fetch at 'https://id.example/token' from origin 'https://app.example' has been blocked by CORS policy",
			'[12:41:07] POST https://login.example/token 400 (Bad Request)',
			`Error: jwt expired ${jwt}`,
			`invalid_token, sent access_token: ${jwt}`,
			'<!doctype html><html><body>Something went wrong</body></html>'
		]
	],
	[
		'unknown',
		['hello there', 'What is PKCE', '12345', '9188040d-6c67-4c5b-b112-36a304b66dad', '[1,2]', '{"a":1}']
	]
];

describe('what somebody brought', () => {
	it.each(
		examples
			.flatMap(([kind, texts]) => texts.map((text): [string, BroughtKind] => [text.slice(0, 90), kind]))
			.map(([shown, kind], index) => ({ shown, kind, index }))
	)('$kind: $shown', ({ kind, index }) => {
		const text = examples.flatMap(([, texts]) => texts)[index]!;
		expect(recognise(text).kind).toBe(kind);
		expect(recognise(`  ${text}\n`).kind).toBe(kind);
	});

	it('keeps the address by which it goes on', () => {
		expect(recognise('dev-1.okta.com').address).toBe('https://dev-1.okta.com');
		expect(recognise('localhost:8080/realms/a').address).toBe('http://localhost:8080/realms/a');
		expect(recognise(metadata).address).toBe('https://id.example');
		expect(recognise('https://app.example/cb?code=a&state=b').address).toBe('https://app.example/cb');
	});

	it('keeps each token of an answer, and the answer under a command', () => {
		const both = JSON.stringify({ access_token: 'opaque', id_token: jwt });
		expect(recognise(both).tokens).toEqual([
			['id_token', jwt],
			['access_token', 'opaque']
		]);
		const command = 'curl https://id.example/token -d grant_type=authorization_code -d code=a';
		expect(recognise(`${command}\n{"error":"invalid_grant"}`)).toMatchObject({
			kind: 'token-request',
			request: { url: 'https://id.example/token' },
			response: { status: 400 },
			assumed: true
		});
		expect(recognise(command)).not.toHaveProperty('response');
	});

	it('goes by the address of a command, whatever other addresses stand in it', () => {
		const command =
			'curl -s https://id.example/token -d grant_type=authorization_code -d redirect_uri=https://app.example/cb -x https://proxy.example';
		expect(recognise(command).request?.url).toBe('https://id.example/token');
	});

	it.each([
		[jwt, ['token']],
		['https://app.example/cb?code=a&state=b', ['code']],
		[
			'curl https://id.example/token -d grant_type=authorization_code -d code=abcdefgh -d code_verifier=b -u me:pw',
			['code', 'code_verifier', 'credentials']
		],
		['https://sso.example/logout?id_token_hint=abc.def', ['id_token_hint']],
		['https://admin:s3cret@sso.example/realms/a', ['credentials']],
		['GET /cb?code=abcdef&state=a HTTP/1.1', ['code']],
		['https://id.example/authorize?response_type=code&client_id=a&login_hint=erin', []],
		['Bearer authentication is required', []],
		['the log says client_secret=abcdefgh and more', ['client_secret']],
		['{"access_token":"a","refresh_token":"b"}', ['access_token', 'refresh_token']],
		['{"kty":"EC","d":"private"}', ['private_key']],
		['invalid_grant', []],
		['https://id.example', []]
	])('names the secrets in it: %s', (text, secrets) => {
		expect(recognise(text).secrets.toSorted()).toEqual(secrets);
	});

	it('never throws, and always has a kind', () => {
		fc.assert(fc.property(fc.string(), (text) => typeof recognise(text).kind === 'string'));
		fc.assert(
			fc.property(
				fc.webUrl({ withFragments: true, withQueryParameters: true }),
				(url) => recognise(url).kind !== 'unknown'
			)
		);
	});
});

describe('what stands around a document or a token', () => {
	const fenced = (text: string): string => `\`\`\`json\n${text}\n\`\`\``;
	const around: Record<string, (text: string) => string> = {
		'a fence': fenced,
		'the head of an answer': (text) => `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${text}`,
		'a comma': (text) => `${text},`,
		'invisible signs': (text) => `\uFEFF${text}\u200B`,
		'a fence around the head of an answer': (text) => fenced(`HTTP/2 200\ncontent-type: x\n\n${text}`)
	};

	it.each(Object.entries(around))('is left out: %s', (_, put) => {
		expect(recognise(put(metadata))).toMatchObject({ kind: 'metadata', bare: metadata });
		expect(recognise(put(keySet))).toMatchObject({ kind: 'key-set', bare: keySet });
		expect(recognise(put(jwt))).toMatchObject({ kind: 'jwt', token: jwt, secrets: ['token'] });
	});

	it('is nothing where nothing is there', () => {
		for (const text of [metadata, keySet, jwt]) expect(recognise(text)).not.toHaveProperty('bare');
	});

	it.each([
		['back-ticks', `\`${jwt}\``],
		['quotes of a word processor', `“${jwt}”`],
		['brackets', `<${jwt}>`],
		['line breaks', jwt.replace(/(.{40})/g, '$1\n')],
		['the word by which it is sent, and quotes', `"Bearer ${jwt}"`]
	])('of a token: %s', (_, text) => {
		expect(recognise(text)).toMatchObject({ kind: 'jwt', token: jwt });
	});

	it('a member without its object, quotes of a word processor, a list of keys without its object', () => {
		expect(recognise(`"id_token": "${jwt}",`)).toMatchObject({ kind: 'token-answer', secrets: ['id_token'] });
		expect(recognise(metadata.replace(/"([^"]*)"/g, '“$1”'))).toMatchObject({
			kind: 'metadata',
			bare: metadata
		});
		expect(recognise(JSON.stringify(JSON.parse(keySet).keys))).toMatchObject({ kind: 'key-set' });
	});

	it('does not take an error out of what tells more of it', () => {
		const text = fenced('{"error":"invalid_grant"}');
		expect(recognise(text)).toEqual({ kind: 'error', secrets: [] });
		expect(recognise('HTTP/1.1 400 Bad Request\ncontent-type: x\n\n{"error":"invalid_grant"}').kind).toBe(
			'error'
		);
	});

	it('is no reason to read words as something else', () => {
		for (const text of ['eyes only', '`hello`', '"quoted"', '```\nnothing\n```', '[]', '{}'])
			expect(recognise(text)).toMatchObject({ kind: 'unknown' });
	});
});
