import { describe, expect, it } from 'vitest';
import { diagnosePasted } from '$lib/diagnosis/explain';

const first = async (text: string): Promise<string | undefined> =>
	(await diagnosePasted(text, {}))?.causes[0]?.code;
const taken = async (text: string): Promise<unknown> => (await diagnosePasted(text, {}))?.seen.error;

const event = (fields: Record<string, string>, quote: string): string =>
	`2026-03-12 10:15:32,123 WARN  [org.keycloak.events] (executor-thread-12) ${Object.entries(fields)
		.map(([name, value]) => `${name}=${quote}${value}${quote}`)
		.join(', ')}`;
const around = { realmId: '1a2b', clientId: 'portal', userId: 'null', ipAddress: '10.0.0.1' };
const redeemed = { grant_type: 'authorization_code', code_id: '55d3', client_auth_method: 'client-secret' };
const asked = { response_type: 'code', redirect_uri: 'https://portal.example/cb', response_mode: 'query' };

describe.each([
	['in quotes', '"'],
	['without quotes', '']
])('an event of Keycloak, %s, is read by its own error', (_, quote) => {
	it.each([
		['CODE_TO_TOKEN_ERROR', { error: 'invalid_code', ...redeemed }],
		['CODE_TO_TOKEN_ERROR', { error: 'pkce_verification_failed', ...redeemed }],
		['CODE_TO_TOKEN_ERROR', { error: 'invalid_client_credentials', ...redeemed }],
		['LOGIN_ERROR', { error: 'invalid_user_credentials', auth_method: 'openid-connect', ...asked }],
		['LOGIN_ERROR', { error: 'client_not_found', ...asked }],
		['LOGIN_ERROR', { error: 'invalid_redirect_uri', ...asked }]
	])('%s %j', async (type, fields) => {
		expect(await taken(event({ type, ...around, ...fields }, quote))).toBe(fields.error);
	});

	it('and no parameter of the request is the cause', async () => {
		const code = event({ type: 'CODE_TO_TOKEN_ERROR', ...around, error: 'invalid_code', ...redeemed }, quote);
		expect(await first(code)).toMatch(/^code-/);
		const person = event(
			{ type: 'LOGIN_ERROR', ...around, error: 'invalid_user_credentials', ...asked },
			quote
		);
		expect(await first(person)).not.toMatch(/redirect|response|client/);
	});
});

describe('a line of names and values', () => {
	it.each([
		[
			'of Hydra',
			'time=2026-03-12T10:15:32Z level=warning msg="token request" error=invalid_scope client_auth_method=client_secret_basic redirect_uri=https://a.example/cb grant_type=refresh_token',
			'invalid_scope',
			'scope-not-allowed'
		],
		[
			'of Okta',
			'severity=WARN eventType=app.oauth2.as.token.grant outcome.result=FAILURE outcome.reason=invalid_client_secret client.id=0oa1 debugData.grantType=authorization_code debugData.redirectUri=https://a.example/cb',
			'invalid_client_secret',
			'client-authentication-required'
		],
		[
			'of Entra',
			'level=error msg="sign-in" errorCode=AADSTS50011 redirect_uri=https://a.example/cb client_auth_method=secret code_challenge_method=S256',
			'AADSTS50011',
			'redirect-uri-not-registered'
		],
		[
			'of a gateway',
			'ts=2026-03-12T10:15:32Z level=error component=oauth error=login_required prompt=none redirect_uri=https://a.example/cb client_auth_method=none',
			'login_required',
			'login-required'
		],
		[
			'with commas',
			'type=oauth, level=error, error=unsupported_grant_type, client_auth=client_secret_post, redirect_uri=https://a.example/cb, scope=openid',
			'unsupported_grant_type',
			'grant-not-enabled'
		]
	])('%s', async (_, text, error, code) => {
		expect(await taken(text)).toBe(error);
		expect(await first(text)).toBe(code);
	});

	it('says it in the words under its own name', async () => {
		const text =
			'time=2026-03-12T10:15:32Z level=error msg="The authorization code has expired" client_auth_method=client_secret_basic redirect_uri=https://a.example/cb grant_type=authorization_code';
		expect(await first(text)).toBe('code-expired');
	});

	it('is words where it is a sentence with a few of them', async () => {
		const text =
			'client_id=a response_type=code redirect_uri=https://a.example/cb scope=openid were sent, but this redirect_uri is not registered for the client';
		expect(await first(text)).toBe('redirect-uri-not-registered');
	});

	it('without a cause in its words gives way to the words that the server wrote in the same second', async () => {
		const text = `2026-03-12 10:15:32,100 WARN  [org.keycloak.protocol.oidc] (executor-thread-12) PKCE verification failed. Code verifier does not match\n${event({ type: 'CODE_TO_TOKEN_ERROR', ...around, error: 'invalid_code', ...redeemed }, '"')}`;
		expect(await first(text)).toBe('pkce-verifier-mismatch');
	});
});

describe('an entry in JSON', () => {
	it.each([
		[
			'the reason of an outcome of Okta',
			{
				eventType: 'app.oauth2.as.authorize',
				outcome: { result: 'FAILURE', reason: 'no_matching_policy' },
				severity: 'WARN',
				debugContext: {
					debugData: {
						requestUri: '/oauth2/default/v1/authorize',
						redirectUri: 'https://a.example/cb',
						responseType: 'code'
					}
				}
			},
			'no_matching_policy'
		],
		[
			'a redirect at Okta',
			{
				eventType: 'app.oauth2.authorize',
				outcome: { result: 'FAILURE', reason: 'mismatched_redirect_uri' },
				debugContext: {
					debugData: { requestUri: '/oauth2/v1/authorize', clientAuthType: 'client_secret_basic' }
				}
			},
			'mismatched_redirect_uri'
		],
		[
			'a flat one',
			{
				level: 'error',
				error: 'invalid_scope',
				grant_type: 'authorization_code',
				client_auth_method: 'client-secret',
				code_challenge_method: 'plain'
			},
			'invalid_scope'
		],
		[
			'of PingOne',
			{
				action: { type: 'TOKEN.CREATED' },
				result: { status: 'FAILED', reason: 'invalid_client_auth' },
				resources: [{ type: 'APPLICATION', redirectUri: 'https://a.example/cb' }]
			},
			'invalid_client_auth'
		]
	])('%s', async (_, entry, error) => {
		expect(await taken(JSON.stringify(entry))).toBe(error);
	});
});
