import type { ClientMessage, MessageSource } from './client-message';

const nextAuth: MessageSource = { library: 'next-auth', docs: 'https://next-auth.js.org/errors' };
const nextAuthChecks: MessageSource = {
	library: 'next-auth',
	docs: 'https://github.com/nextauthjs/next-auth/blob/5bca2399a79ba8d116ca5179b4b1ebcd152e7f05/packages/next-auth/src/core/lib/oauth/checks.ts'
};
const authJs = (error: string): MessageSource => ({
	library: 'authjs',
	docs: `https://errors.authjs.dev#${error}`
});
const betterAuth: MessageSource = {
	library: 'better-auth',
	docs: 'https://better-auth.com/docs/reference/errors/state_mismatch'
};

const mcpTypeScript: MessageSource = {
	library: 'mcp-typescript',
	docs: 'https://github.com/modelcontextprotocol/typescript-sdk/blob/1def37035aca3e2e4b07d24f220d17e4e2669934/src/client/auth.ts'
};
const mcpPython: MessageSource = {
	library: 'mcp-python',
	docs: 'https://github.com/modelcontextprotocol/python-sdk/blob/023c442c97a98275608e66d3a9c96d7ed56c33e4/src/mcp/client/auth/oauth2.py'
};

export const frameworkMessages: readonly ClientMessage[] = [
	{
		id: 'auth-js/no-state-kept',
		says: ['State cookie was missing', 'State value could not be parsed'],
		of: [nextAuthChecks, authJs('invalidcheck')],
		code: 'state-mismatch'
	},
	{
		id: 'auth-js/no-verifier',
		says: ['pkceCodeVerifier cookie was missing', 'pkceCodeVerifier value could not be parsed'],
		of: [authJs('invalidcheck')],
		code: 'pkce-verifier-missing'
	},
	{
		id: 'next-auth/no-verifier',
		says: ['PKCE code_verifier cookie was missing', 'PKCE code_verifier value could not be parsed'],
		of: [nextAuthChecks],
		code: 'pkce-verifier-missing'
	},
	{
		id: 'next-auth/other-provider',
		says: ['cookie was created for a different provider than the one handling the callback'],
		of: [nextAuthChecks]
	},
	{
		id: 'auth-js/host-not-trusted',
		says: ['Host must be trusted. URL was: *'],
		of: [authJs('untrustedhost')]
	},
	{
		id: 'auth-js/account-not-linked',
		says: ['Another account already exists with the same e-mail address', 'OAuthAccountNotLinked'],
		of: [nextAuth, authJs('oauthaccountnotlinked')],
		open: true
	},
	{
		id: 'auth-js/no-secret',
		says: ['MissingSecret: Please define a `secret`'],
		of: [authJs('missingsecret')]
	},
	{
		id: 'auth-js/callback-failed',
		says: ['errors.authjs.dev#callbackrouteerror', 'errors.authjs.dev#oauthcallbackerror'],
		of: [authJs('callbackrouteerror')],
		wraps: true
	},
	{
		id: 'next-auth/callback-failed',
		says: ['[next-auth][error][OAUTH_CALLBACK_ERROR]', 'next-auth.js.org/errors#oauth_callback_error'],
		of: [nextAuth],
		wraps: true
	},
	{
		id: 'next-auth/fetch-failed',
		says: ['[next-auth][error][CLIENT_FETCH_ERROR]', 'next-auth.js.org/errors#client_fetch_error'],
		of: [nextAuth]
	},
	{
		id: 'better-auth/no-state-kept',
		says: [
			'State Mismatch. Verification not found',
			'error=please_restart_the_process',
			'auth state cookie not found'
		],
		of: [betterAuth],
		code: 'state-mismatch'
	},
	{
		id: 'better-auth/state-not-of-this-browser',
		says: ['state_security_mismatch', 'State not persisted correctly'],
		of: [betterAuth],
		code: 'state-mismatch'
	},
	{
		id: 'mcp/no-registration',
		says: ['Incompatible auth server: does not support dynamic client registration'],
		of: [mcpTypeScript],
		code: 'registration-failed'
	},
	{
		id: 'mcp/method',
		says: [
			'Incompatible auth server: does not support code challenge method *',
			'does not support S256 code challenge method required by MCP specification'
		],
		of: [mcpTypeScript],
		code: 'pkce-not-advertised'
	},
	{
		id: 'mcp/response-type',
		says: ['Incompatible auth server: does not support response type *'],
		of: [mcpTypeScript],
		code: 'response-type-unsupported'
	},
	{
		id: 'mcp/no-client-kept',
		says: ['Existing OAuth client information is required when exchanging an authorization code'],
		of: [mcpTypeScript]
	},
	{
		id: 'mcp/other-resource',
		says: ['Protected resource * does not match expected *'],
		of: [mcpTypeScript, mcpPython],
		code: 'resource-metadata-mismatch'
	},
	{
		id: 'mcp/no-resource-metadata',
		says: ['Resource server does not implement OAuth 2.0 Protected Resource Metadata'],
		of: [mcpTypeScript],
		code: 'discovery-failed'
	},
	{
		id: 'mcp/state-differs',
		says: ['State parameter mismatch: * != *'],
		of: [mcpPython],
		code: 'state-mismatch'
	},
	{
		id: 'mcp/token-request-failed',
		says: ['OAuthTokenError: Token exchange failed (*): *'],
		of: [mcpPython],
		wraps: true
	}
];
