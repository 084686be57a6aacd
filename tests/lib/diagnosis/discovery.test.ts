import { describe, expect, it } from 'vitest';
import { diagnose, type SessionEvidence } from '$lib/diagnosis/diagnose';
import { diagnosePasted } from '$lib/diagnosis/explain';
import { evidenceText } from '$lib/lessons/en/diagnosis/evidence';

/** The causes of a paste, each with what was seen. */
async function told(text: string): Promise<Map<string, string>> {
	const report = await diagnosePasted(text, { step: '', provider: '' });
	return new Map(
		report?.causes.map(({ code, evidence }) => [code, evidence.map(evidenceText).join('; ')]) ?? []
	);
}

const first = async (text: string): Promise<string | undefined> => [...(await told(text)).keys()][0];

const document = 'https://mcp.example/.well-known/oauth-protected-resource';
const refusal = (...headers: string[]): string =>
	['HTTP/1.1 401 Unauthorized', ...headers, 'Content-Type: text/plain', '', ''].join('\n');

describe('a refusal that a client of unknown servers begins with', () => {
	it('names no resource_metadata', async () => {
		const causes = await told(refusal('WWW-Authenticate: Bearer realm="mcp-gateway"'));
		expect(causes.get('discovery-failed')).toContain('resource_metadata');
		expect(causes.get('request-parameter-missing')).toContain('no error');
	});

	it('names it, and no token came: discovery is not at fault', async () => {
		const causes = await told(refusal(`WWW-Authenticate: Bearer resource_metadata="${document}"`));
		expect([...causes.keys()]).toEqual([]);
	});

	const named = `WWW-Authenticate: Bearer realm="OAuth", scope="files:read", resource_metadata="${document}"`;
	const kindOf = async (text: string): Promise<string | undefined> => (await diagnosePasted(text, {}))?.kind;

	it.each([
		['as it came', refusal(named)],
		['the header alone', named],
		['its value alone', named.replace('WWW-Authenticate: ', '')],
		['by curl -v', `> POST /mcp HTTP/2\n> Host: mcp.example\n>\n< HTTP/2 401\n< ${named.toLowerCase()}\n<\n`],
		['with what it wants', `${refusal(named)}{"error":"unauthorized","message":"Authentication required"}`],
		['with what did not come', `${refusal(named)}Missing Authorization header`],
		[
			'of JSON-RPC',
			`${refusal(named)}{"jsonrpc":"2.0","error":{"code":-32000,"message":"Unauthorized"},"id":null}`
		]
	])('RFC 9728 §5.1: names it, which is no failure: %s', async (_, text) => {
		expect(await kindOf(text)).toBe('challenge');
		expect([...(await told(text)).keys()]).toEqual([]);
	});

	it.each([
		[
			'an error beside it',
			refusal(`WWW-Authenticate: Bearer error="invalid_token", resource_metadata="${document}"`)
		],
		[
			'a token was sent',
			`> GET /mcp HTTP/2\n> Host: mcp.example\n> Authorization: Bearer abcdefghijklmnop\n>\n< HTTP/2 401\n< ${named}\n<\n`
		],
		[
			'its body says what is wrong',
			`${refusal(named)}{"error":"invalid_token","error_description":"The access token expired"}`
		],
		['another status', refusal(named).replace('401 Unauthorized', '403 Forbidden')]
	])('and it is one where there is %s', async (_, text) => {
		expect(await kindOf(text)).not.toBe('challenge');
	});

	it('has another scheme before Bearer', async () => {
		const one = refusal(`WWW-Authenticate: Basic realm="x", Bearer resource_metadata="${document}"`);
		const two = refusal(
			'WWW-Authenticate: Negotiate',
			`WWW-Authenticate: Bearer resource_metadata="${document}"`
		);
		expect((await told(one)).get('discovery-failed')).toContain('basic');
		expect((await told(two)).get('discovery-failed')).toContain('negotiate');
	});

	it('has no Bearer at all', async () => {
		expect((await told(refusal('WWW-Authenticate: Basic realm="x"'))).get('discovery-failed')).toContain(
			'basic'
		);
	});

	it('is one of JSON-RPC without any challenge', async () => {
		const body = '{"jsonrpc":"2.0","error":{"code":10,"message":"Unauthorized"},"id":null}';
		const pasted = `HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n${body}`;
		expect((await told(pasted)).get('discovery-failed')).toContain('WWW-Authenticate');
	});

	it('of a token that was looked at says nothing about discovery', async () => {
		const header = 'WWW-Authenticate: Bearer error="invalid_token"';
		expect([...(await told(refusal(header))).keys()]).toEqual(['access-token-invalid']);
	});

	const bare = { step: 'api', status: 401, headers: { 'www-authenticate': 'Bearer' } };
	const codes = (session: SessionEvidence): string[] =>
		diagnose(bare, { place: 'api', ...session }).map(({ code }) => code);

	it('is no failure of discovery where a token was sent', () => {
		expect(codes({ accessTokenSent: true })).not.toContain('discovery-failed');
		expect(codes({ accessTokenSent: false })).toContain('discovery-failed');
	});

	it('says nothing of a header that a page may not see', () => {
		const hidden = diagnose({ step: 'api', status: 401 }, { place: 'api', fromPage: true });
		expect(hidden.map(({ code }) => code)).not.toContain('discovery-failed');
	});
});

describe('messages of clients that find their server themselves', () => {
	it.each([
		'Unhandled exception. ModelContextProtocol.McpException: The WWW-Authenticate header does not contain a resource_metadata parameter',
		'Resource server does not implement OAuth 2.0 Protected Resource Metadata.',
		'Error: HTTP 404 trying to load well-known OAuth protected resource metadata.',
		'Error: HTTP 404 trying to load well-known OAuth metadata',
		'AUTH_REQUIRED_BUT_NOT_ADVERTISED'
	])('discovery: %s', async (text) => {
		expect(await first(text)).toBe('discovery-failed');
	});

	it.each([
		'Protected resource https://tenant.example/ does not match expected http://mcp.example:5050/mcp (or origin)',
		'Error: Protected Resource Metadata resource "https://api.example/mcp" does not match MCP server resolved resource "https://api.example/mcp/". The MCP server must follow OAuth spec',
		'ResourceMismatchError: Protected resource https://example.com does not match expected https://example.com/mcp',
		'Protected-resource metadata resource does not exactly match https://mcp.example/mcp'
	])('another resource: %s', async (text) => {
		expect(await first(text)).toBe('resource-metadata-mismatch');
	});

	it.each([
		'Error: Incompatible auth server: does not support dynamic client registration',
		'Dynamic client registration failed: HTTP 404',
		'Authorization server does not provide a registration_endpoint',
		'client_id metadata document: client_id does not match URL'
	])('registration: %s', async (text) => {
		expect(await first(text)).toBe('registration-failed');
	});

	it.each([
		'Incompatible auth server: does not support code challenge method S256',
		'Incompatible OIDC provider at https://login.example/: does not support S256 code challenge method required by MCP specification',
		'Authorization server metadata does not include code_challenge_methods_supported'
	])('no word of PKCE: %s', async (text) => {
		expect(await first(text)).toBe('pkce-not-advertised');
	});

	it.each([
		'Issuer mismatch: expected https://a.example, got https://b.example/',
		'iss parameter missing from authorization response, but the server advertises authorization_response_iss_parameter_supported'
	])('another issuer: %s', async (text) => {
		expect(await first(text)).toBe('issuer-mismatch');
	});

	it('a server that refuses the method of a request is another matter', async () => {
		expect(
			await first('{"error":"invalid_request","error_description":"Unsupported code challenge method"}')
		).toBe('pkce-method-unsupported');
	});
});

describe('a log of the places where metadata was looked for', () => {
	const at = (path: string, status: number): string => `GET https://mcp.example${path} -> ${status}`;
	const inserted = '/.well-known/oauth-protected-resource/v1/mcp';
	const root = '/.well-known/oauth-protected-resource';

	it('finds it at the root alone', async () => {
		const causes = await told([at(inserted, 404), at(root, 200)].join('\n'));
		expect([...causes][0]).toEqual(['discovery-failed', expect.stringContaining(`${inserted}: 404`)]);
		expect(causes.get('discovery-failed')).toContain(`${root}: 200`);
	});

	it('finds it beside the path alone', async () => {
		expect(await first([at(root, 404), at(inserted, 200)].join('\n'))).toBe('discovery-failed');
	});

	it('finds it nowhere, a status on a line of its own', async () => {
		expect(
			await first(
				`[3] PRM fetch matrix\n https://mcp.example${root} -> 404\n https://mcp.example${inserted} ->\n 404`
			)
		).toBe('discovery-failed');
	});

	it('finds it everywhere: nothing to say', async () => {
		expect((await told([at(root, 200), at(inserted, 200)].join('\n'))).has('discovery-failed')).toBe(false);
	});
});

describe('metadata that was pasted', () => {
	const server = {
		issuer: 'https://as.example',
		authorization_endpoint: 'https://as.example/authorize',
		token_endpoint: 'https://as.example/token',
		code_challenge_methods_supported: ['S256'],
		registration_endpoint: 'https://as.example/register'
	};
	const causesOf = async (change: object): Promise<Map<string, string>> =>
		told(JSON.stringify({ ...server, ...change }));

	it('in which nothing is missing', async () => {
		expect([...(await causesOf({})).keys()]).toEqual([]);
	});

	it('without a word of PKCE', async () => {
		const causes = await causesOf({ code_challenge_methods_supported: undefined });
		expect(causes.get('pkce-not-advertised')).toContain('code_challenge_methods_supported');
	});

	it('without S256', async () => {
		const causes = await causesOf({ code_challenge_methods_supported: ['plain'] });
		expect(causes.get('pkce-not-advertised')).toContain('S256 is not among plain');
	});

	it('of Entra, which takes S256 without saying so', async () => {
		const causes = await causesOf({
			issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
			code_challenge_methods_supported: undefined
		});
		expect(causes.get('pkce-not-advertised')).toContain('Entra');
	});

	it('of a server that knows clients by their documents and registers none', async () => {
		const causes = await causesOf({
			registration_endpoint: undefined,
			client_id_metadata_document_supported: true
		});
		expect(causes.get('registration-failed')).toContain('client_id_metadata_document_supported');
	});

	it('of a server at which nobody registers by themselves is no fault', async () => {
		expect([...(await causesOf({ registration_endpoint: undefined })).keys()]).toEqual([]);
	});

	it('of an API that names no authorization server', async () => {
		const causes = await told('{"resource":"https://mcp.example/mcp","scopes_supported":["read"]}');
		expect(causes.get('discovery-failed')).toContain('authorization_servers');
		const whole = '{"resource":"https://mcp.example/mcp","authorization_servers":["https://as.example"]}';
		expect([...(await told(whole)).keys()]).toEqual([]);
	});
});

describe('what is asked for', () => {
	const stepUp = `Bearer error="insufficient_scope", scope="files:read files:write", resource_metadata="${document}"`;

	it('a step up names its scopes', async () => {
		const causes = await told(`HTTP/1.1 403 Forbidden\nWWW-Authenticate: ${stepUp}\n`);
		expect([...causes.keys()][0]).toBe('insufficient-scope');
		expect(causes.get('insufficient-scope')).toContain('files:read files:write');
	});

	it('and is asked for together with what the token has', () => {
		const seen = { step: 'api', status: 403, headers: { 'www-authenticate': stepUp } };
		const session = { place: 'api', grantedScope: 'mail calendar', requiredScope: 'files:read files:write' };
		const [cause] = diagnose(seen, session);
		expect(cause?.code).toBe('insufficient-scope');
		expect(cause?.evidence.map(evidenceText).join('; ')).toContain('mail calendar files:read files:write');
	});

	it('a resource beside a scope of another API, at Entra', async () => {
		const causes = await told(
			"AADSTS9010010: The resource parameter provided in the request doesn't match with the requested scopes."
		);
		expect([...causes.keys()][0]).toBe('audience-not-allowed');
		expect(causes.get('audience-not-allowed')).toContain('Microsoft Graph');
	});

	it('a resource that nobody registered', async () => {
		expect(await first('{"error":"invalid_target","error_description":"Unknown resource indicator"}')).toBe(
			'audience-not-allowed'
		);
	});
});

describe('a way back on this machine with a port', () => {
	it('that is compared with an address without one', async () => {
		const causes = await told(
			'redirect_uri "http://localhost:49152/callback" does not match any registered redirect_uris in the client metadata document'
		);
		expect([...causes.keys()][0]).toBe('redirect-uri-not-registered');
		expect(causes.get('redirect-uri-not-registered')).toContain('RFC 8252');
	});

	const refused = (registered: string): string => {
		const uri = 'http://127.0.0.1:33418/';
		const [cause] = diagnose(
			{ step: 'authorize' },
			{
				place: 'authorization',
				answered: false,
				redirectUriAuthorize: uri,
				refusedFor: ['as-redirect-uri-registered'],
				registeredRedirectUris: [registered]
			}
		);
		return cause?.evidence.map(evidenceText).join('; ') ?? '';
	};

	it('is told where the registered one differs by the port alone', () => {
		expect(refused('http://127.0.0.1/')).toContain('RFC 8252');
		expect(refused('https://app.example/')).not.toContain('RFC 8252');
	});
});

describe('the issuer of the answer', () => {
	const back = (session: SessionEvidence) =>
		diagnose({ step: 'callback' }, { place: 'authorization', ...session })[0];

	it('is another one', () => {
		const cause = back({ issuerExpected: 'https://a.example', issuerReturned: 'https://b.example' });
		expect(cause?.code).toBe('issuer-mismatch');
		expect(cause?.evidence.map(evidenceText).join()).toContain('https://b.example');
	});

	it('was promised, and is not there', () => {
		expect(back({ issuerExpected: 'https://a.example', issuerPromised: true })?.code).toBe('issuer-mismatch');
		expect(back({ issuerExpected: 'https://a.example', issuerPromised: false })).toBeUndefined();
	});
});
