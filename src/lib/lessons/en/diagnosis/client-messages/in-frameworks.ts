import type { ClientMessageTexts } from './client-message-text';

export const frameworkTexts = {
	'auth-js/no-state-kept': {
		means: 'The cookie that keeps state did not come back, or could not be decrypted.',
		look: 'See whether sign-in and callback run on the same host and scheme, and whether the secret is the same on all instances.'
	},
	'auth-js/no-verifier': {
		means: 'The cookie that keeps code_verifier did not come back, or could not be decrypted.',
		look: 'See whether sign-in and callback run on the same host and scheme, and whether AUTH_SECRET is the same on all instances.'
	},
	'next-auth/no-verifier': {
		means: 'The cookie that keeps code_verifier did not come back, or could not be decrypted.',
		look: 'See whether NEXTAUTH_URL is the address in the browser, and whether the cookie is sent: a callback by POST needs SameSite=None.'
	},
	'next-auth/other-provider': {
		means: 'The cookie belongs to a sign-in with another provider than the one that calls back.',
		look: 'See whether two sign-ins ran at once, and whether the redirect URI ends with the id of this provider.'
	},
	'auth-js/host-not-trusted': {
		means: 'The request came under a host name that the configuration does not trust.',
		look: 'Set AUTH_TRUST_HOST=true or trustHost behind your own proxy, or AUTH_URL to the public address.'
	},
	'auth-js/account-not-linked': {
		means:
			'The person has an account with this e-mail address by another way of signing in, and the two are not linked by themselves.',
		look: 'Let the person sign in the way they did at first, and link the second account then.'
	},
	'auth-js/no-secret': {
		means: 'No secret is configured with which cookies are encrypted.',
		look: 'Set AUTH_SECRET in the environment in which this runs.'
	},
	'auth-js/callback-failed': {
		means: 'The callback could not be finished. Why is said in the cause below it in the log.',
		look: 'Read the line [auth][cause] after this one, and paste it here.'
	},
	'next-auth/callback-failed': {
		means: 'The callback could not be finished. Why is said in the lines after it in the log.',
		look: 'Read error and error_description after this line, and paste them here.'
	},
	'next-auth/fetch-failed': {
		means: 'The page could not load the session from the application’s own route.',
		look: 'See whether NEXTAUTH_URL is right, and what /api/auth/session answers with.'
	},
	'better-auth/no-state-kept': {
		means: 'For the state in the callback there is no record in the database, or no cookie came back.',
		look: 'See whether all instances share one database, and whether the callback came long after the start or a second time.'
	},
	'better-auth/state-not-of-this-browser': {
		means: 'The signed cookie with state is missing, or is not the state of the callback URL.',
		look: 'See whether sign-in and callback run on the same host, and whether the cookie may be sent (SameSite, secure).'
	},
	'mcp/no-registration': {
		means: 'The client has no client ID, and the authorization server registers none by itself.',
		look: 'Register a client at the server by hand, and give its client ID to the MCP client.'
	},
	'mcp/method': {
		means: 'The metadata of the authorization server does not list S256 for PKCE.',
		look: 'Look at code_challenge_methods_supported in the metadata: S256 has to stand there.'
	},
	'mcp/response-type': {
		means: 'The metadata of the authorization server does not list this response type.',
		look: 'Look at response_types_supported in the metadata: code has to stand there.'
	},
	'mcp/no-client-kept': {
		means: 'A code came back, and the client that asked for it is not kept any more.',
		look: 'See whether clientInformation of the provider gives after the redirect what was saved before.'
	},
	'mcp/other-resource': {
		means: 'The metadata of the MCP server names another resource than its address.',
		look: 'Compare the two addresses in the message: path, port and http or https behind a proxy.'
	},
	'mcp/no-resource-metadata': {
		means: 'The MCP server has no metadata at /.well-known/oauth-protected-resource.',
		look: 'Open that address at the server, with the path of the server behind it too.'
	},
	'mcp/state-differs': {
		means: 'The state in the callback is not the one that was sent.',
		look: 'See whether the callback belongs to this attempt, and whether the handler gives back state unchanged.'
	},
	'mcp/token-request-failed': {
		means: 'The token endpoint refused. Status and answer stand in the message.',
		look: 'Read error and error_description in the rest of the message.'
	}
} satisfies ClientMessageTexts;
