import type { CodeText } from './code-text';

/** The client, the page it runs in, and what it asks for. */
export const clientCodes = {
	'client-unknown': {
		title: 'The client_id is unknown',
		meaning: 'There is no enabled client with this client_id at this issuer.',
		steps: ['authorize', 'token'],
		happened: 'The server looked for the client and did not find it.',
		why: 'A typing mistake, the id of another environment or tenant, or a client that was deleted or disabled.',
		change: 'Copy client_id from the registration, and check that issuer and tenant are the right ones.',
		citations: ['RFC 6749 §2.2', 'RFC 6749 §5.2']
	},
	'client-authentication-required': {
		title: 'The server wants the client to authenticate',
		meaning: 'The client is registered as confidential: a secret or assertion was missing or wrong.',
		steps: ['token'],
		happened: 'The token endpoint did not accept the client without, or with this, authentication.',
		why: 'The client is of a web or server type, or the secret is wrong or expired.',
		change: 'Register a public client (single-page or native) with PKCE, or redeem the code on a server.',
		citations: ['RFC 6749 §2.3', 'RFC 6749 §3.2.1']
	},
	'client-secret-not-allowed': {
		title: 'A secret was sent where none may be',
		meaning: 'A public client sent client_secret or an assertion, and the server refuses that.',
		steps: ['token'],
		happened: 'The token request carried client authentication that this client must not have.',
		why: 'A secret of another registration was left in the configuration.',
		change: 'Send client_id alone, without a secret.',
		citations: ['RFC 6749 §2.1', 'RFC 6749 §2.3.1']
	},
	'client-platform-not-spa': {
		title: 'The redirect URI is not of the browser kind',
		meaning: 'The redirect URI is registered under another platform than single-page application.',
		steps: ['token'],
		happened: 'The server refuses to redeem the code from a page.',
		why: 'It allows cross-origin redemption only for redirect URIs of the single-page kind.',
		change: 'Move the redirect URI to the single-page application platform of the registration.',
		citations: ['RFC 6749 §2.1', 'WHATWG Fetch §3.3']
	},
	'origin-header-required': {
		title: 'The code must be redeemed from a browser',
		meaning:
			'The redirect URI is of the single-page kind, and the token request came without an Origin header.',
		steps: ['token'],
		happened: 'The server refused a token request that did not come from a page.',
		why: 'It was sent by a server, a command line or a proxy.',
		change:
			'Send it from the page, add the Origin header of the page, or register the redirect URI as web or native.',
		citations: ['WHATWG Fetch §3.3']
	},
	'origin-not-allowed': {
		title: 'This page’s origin is not allowed',
		meaning: 'The provider does not answer cross-origin requests from this origin for this client (CORS).',
		steps: ['authorize', 'token', 'userinfo'],
		happened: 'The browser kept the answer from the page, or the server refused the origin.',
		why: 'The origin is not in the client’s list of web origins, or the endpoint never allows other origins.',
		change: 'Add the origin (scheme, host and port, no path) to the allowed web origins of the client.',
		citations: ['WHATWG Fetch §3.3']
	},
	'endpoint-unreachable': {
		title: 'The endpoint could not be reached',
		meaning: 'No answer came at all.',
		steps: ['token', 'userinfo', 'api'],
		happened: 'The request left the page and nothing came back, or it never left.',
		why: 'Offline, a name that does not resolve, TLS, a content security policy, mixed content or an extension.',
		change: 'Open the address in a tab of its own, and look into the browser’s console for the reason.',
		citations: ['RFC 6749 §3.2']
	},
	'scope-not-allowed': {
		title: 'A scope is unknown or not allowed',
		meaning: 'A requested scope, or a combination of scopes, is not known or not enabled for the client.',
		steps: ['authorize', 'token'],
		happened: 'The server refused the list of scopes.',
		why: 'A misspelt scope, a scope of another API, or one that the client was not given.',
		change: 'Remove scopes one by one, or enable the scope for this client.',
		citations: ['RFC 6749 §3.3']
	},
	'insufficient-scope': {
		title: 'The token lacks a scope',
		meaning: 'The access token was issued without a scope that this endpoint needs.',
		steps: ['userinfo', 'api'],
		happened: 'The endpoint knows the token, but the token may not do this.',
		why: 'The scope was not requested, or the server granted less than was asked for.',
		change: 'Request the missing scope (openid for UserInfo) and get a new token.',
		citations: ['RFC 6750 §3.1']
	},
	'offline-access-not-allowed': {
		title: 'offline_access is not enabled',
		meaning: 'The scope offline_access was requested, but refresh tokens are not enabled for this client.',
		steps: ['authorize', 'token'],
		happened: 'The server refused the scope that asks for a refresh token.',
		why: 'The refresh token grant is off for the client, or offline access is off for the API.',
		change: 'Enable refresh tokens for the client (and offline access for the API), or drop the scope.',
		citations: ['OIDC Core §11', 'RFC 6749 §1.5']
	},
	'audience-not-allowed': {
		title: 'The requested API is refused',
		meaning:
			'The audience or resource is unknown, not permitted for the client, or not the one authorized before.',
		steps: ['authorize', 'token'],
		happened: 'The server does not issue tokens for this API to this client.',
		why: 'The identifier differs from the registered one, or the parameter has another name at this provider.',
		change: 'Copy the identifier of the API from its registration and permit the client to use it.',
		citations: ['RFC 8707 §2']
	},
	'grant-not-enabled': {
		title: 'The grant type is not enabled',
		meaning: 'The client may not use the authorization code (or refresh token) grant.',
		steps: ['authorize', 'token'],
		happened: 'The server refused the kind of flow for this client.',
		why: 'The client was registered for other grants.',
		change: 'Enable authorization code (and refresh token) in the settings of the client.',
		citations: ['RFC 6749 §5.2', 'RFC 6749 §4.1']
	},
	'response-type-unsupported': {
		title: 'response_type is missing or not enabled',
		meaning: 'response_type is missing, misspelt, or asks for tokens that the client may not get that way.',
		steps: ['authorize'],
		happened: 'The server refused response_type.',
		why: 'Something other than code was asked for.',
		change: 'Send response_type=code.',
		citations: ['RFC 6749 §3.1.1']
	},
	'par-required': {
		title: 'The request must be pushed first',
		meaning: 'The client or server accepts only pushed authorization requests (PAR).',
		steps: ['authorize'],
		happened: 'The server refused parameters that came in the authorization URL.',
		why: 'Pushed requests are required by the client’s or server’s settings.',
		change: 'Switch on PAR in this configuration, or switch the requirement off for the client.',
		citations: ['RFC 9126 §4', 'RFC 9126 §5']
	},
	'request-malformed': {
		title: 'The request is malformed',
		meaning: 'Method, encoding or a parameter of the request is wrong.',
		steps: ['authorize', 'token', 'userinfo'],
		happened: 'The server could not read the request.',
		why: 'GET in place of POST, JSON in place of a form, a parameter twice, or a garbled value.',
		change: 'Compare the raw request with the standard: POST, form encoding, each parameter once.',
		citations: ['RFC 6749 §3.2', 'RFC 6749 §4.1.3']
	},
	'request-parameter-missing': {
		title: 'A required parameter is missing',
		meaning: 'The request lacks a parameter that the endpoint requires.',
		steps: ['authorize', 'token', 'userinfo', 'api'],
		happened: 'The server looked for a parameter and did not find it.',
		why: 'It was left out, is empty, or was sent in the wrong place (query in place of body).',
		change:
			'Add what is missing: at the token endpoint into the form body, at an API the token into the Authorization header.',
		citations: ['RFC 6749 §4.1.1', 'RFC 6749 §4.1.3']
	},
	'rate-limited': {
		title: 'Too many requests',
		meaning: 'The client sent too many requests, or repeats one in a loop.',
		steps: ['token'],
		happened: 'The server stopped answering for a while.',
		why: 'A page that starts itself again, or many attempts in a short time.',
		change: 'Wait (see Retry-After), find the loop, and keep tokens until they expire.',
		citations: ['RFC 6585 §4']
	},
	'server-failed': {
		title: 'The server failed',
		meaning: 'The server, or a proxy before it, answered with a fault of its own.',
		steps: ['token', 'authorize', 'userinfo', 'api', 'logout'],
		happened: 'Something broke on that side while the request was worked on.',
		why: 'A program error or an outage there. This is not a statement about your request.',
		change:
			'Look into the server’s log for the time and the request id of this answer. Try again later; if the same request fails again, report it there.',
		citations: ['RFC 9110 §15.6']
	}
} as const satisfies Record<string, CodeText>;
