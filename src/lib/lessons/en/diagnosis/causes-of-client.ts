import type { CauseText } from './cause-text';

/** The client, the page it runs in, and what it asks for. */
export const clientCauses = {
	'client-unknown': {
		title: 'The client_id is unknown',
		happened: 'The server looked for the client and did not find it.',
		why: 'A typing mistake, the id of another environment or tenant, or a client that was deleted or disabled.',
		change: 'Copy client_id from the registration, and check that issuer and tenant are the right ones.'
	},
	'client-authentication-required': {
		title: 'The server wants the client to authenticate',
		happened: 'The token endpoint did not accept the client without, or with this, authentication.',
		why: 'The client is of a web or server type, or the secret is wrong or expired.',
		change: 'Register a public client (single-page or native) with PKCE, or redeem the code on a server.'
	},
	'client-secret-not-allowed': {
		title: 'A secret was sent where none may be',
		happened: 'The token request carried client authentication that this client must not have.',
		why: 'A secret of another registration was left in the configuration.',
		change: 'Send client_id alone, without a secret.'
	},
	'client-platform-not-spa': {
		title: 'The redirect URI is not of the browser kind',
		happened: 'The server refuses to redeem the code from a page.',
		why: 'It allows cross-origin redemption only for redirect URIs of the single-page kind.',
		change: 'Move the redirect URI to the single-page application platform of the registration.'
	},
	'origin-header-required': {
		title: 'The code must be redeemed from a browser',
		happened: 'The server refused a token request that did not come from a page.',
		why: 'It was sent by a server, a command line or a proxy.',
		change:
			'Send it from the page, add the Origin header of the page, or register the redirect URI as web or native.'
	},
	'origin-not-allowed': {
		title: 'This page’s origin is not allowed',
		happened: 'The browser kept the answer from the page, or the server refused the origin.',
		why: 'The origin is not in the client’s list of web origins, or the endpoint never allows other origins.',
		change: 'Add the origin (scheme, host and port, no path) to the allowed web origins of the client.'
	},
	'endpoint-unreachable': {
		title: 'The endpoint could not be reached',
		happened: 'The request left the page and nothing came back, or it never left.',
		why: 'Offline, a name that does not resolve, TLS, a content security policy, mixed content or an extension.',
		change: 'Open the address in a tab of its own, and look into the browser’s console for the reason.'
	},
	'scope-not-allowed': {
		title: 'A scope is unknown or not allowed',
		happened: 'The server refused the list of scopes.',
		why: 'A misspelt scope, a scope of another API, or one that the client was not given.',
		change: 'Remove scopes one by one, or enable the scope for this client.'
	},
	'insufficient-scope': {
		title: 'The token lacks a scope',
		happened: 'The endpoint knows the token, but the token may not do this.',
		why: 'The scope was not requested, or the server granted less than was asked for.',
		change:
			'Request the missing scope (openid for UserInfo) together with those that the token has, and get a new token.'
	},
	'offline-access-not-allowed': {
		title: 'offline_access is not enabled',
		happened: 'The server refused the scope that asks for a refresh token.',
		why: 'The refresh token grant is off for the client, or offline access is off for the API.',
		change: 'Enable refresh tokens for the client (and offline access for the API), or drop the scope.'
	},
	'audience-not-allowed': {
		title: 'The requested API is refused',
		happened: 'The server does not issue tokens for this API to this client.',
		why: 'The identifier differs from the registered one, or the parameter has another name at this provider.',
		change: 'Copy the identifier of the API from its registration and permit the client to use it.'
	},
	'grant-not-enabled': {
		title: 'The grant type is not enabled',
		happened: 'The server refused the kind of flow for this client.',
		why: 'The client was registered for other grants.',
		change: 'Enable authorization code (and refresh token) in the settings of the client.'
	},
	'response-type-unsupported': {
		title: 'response_type is missing or not enabled',
		happened: 'The server refused response_type.',
		why: 'Something other than code was asked for.',
		change: 'Send response_type=code.'
	},
	'par-required': {
		title: 'The request must be pushed first',
		happened: 'The server refused parameters that came in the authorization URL.',
		why: 'Pushed requests are required by the client’s or server’s settings.',
		change: 'Switch on PAR in this configuration, or switch the requirement off for the client.'
	},
	'request-malformed': {
		title: 'The request is malformed',
		happened: 'The server could not read the request.',
		why: 'GET in place of POST, JSON in place of a form, a parameter twice, or a garbled value.',
		change: 'Compare the raw request with the standard: POST, form encoding, each parameter once.'
	},
	'request-parameter-missing': {
		title: 'A required parameter is missing',
		happened: 'The server looked for a parameter and did not find it.',
		why: 'It was left out, is empty, or was sent in the wrong place (query in place of body).',
		change:
			'Add what is missing: at the token endpoint into the form body, at an API the token into the Authorization header.'
	},
	'rate-limited': {
		title: 'Too many requests',
		happened: 'The server stopped answering for a while.',
		why: 'A page that starts itself again, or many attempts in a short time.',
		change: 'Wait (see Retry-After), find the loop, and keep tokens until they expire.'
	},
	'request-headers-too-large': {
		title: 'The headers of the request are too large',
		happened: 'The server refused the request before it read what is in the token.',
		why: 'A token with many groups, roles or nested claims, or old cookies: servers and proxies stop between 4 and 16 kilobytes of headers.',
		change:
			'Put fewer groups and claims into the token, or let the API look them up. Of cookies, clear the old ones. Raise the limit only where every server on the way can be raised.'
	},
	'nonce-mismatch': {
		title: 'The nonce of the ID token is not the expected one',
		happened: 'The client compared nonce in the ID token with the one that it has kept, and they differ.',
		why: 'Two sign-ins ran at once, an old callback was opened again, the storage was cleared, or the client compares after a refresh, where the first nonce or none is right.',
		change:
			'Keep the nonce of each attempt by its state. After a refresh take an ID token without nonce, or with the first one.'
	},
	'signing-key-unknown': {
		title: 'The client has no key for this token',
		happened: 'The client looked for the key by kid and alg of the token, and its key set has none.',
		why: 'The keys were rotated and the set comes from a cache, the set is of another server, or the token is.',
		change:
			'Fetch the key set again when a kid is not known. Compare kid with the keys at jwks_uri, and iss of the token with the issuer that the client is set to.'
	},
	'signing-algorithm-unexpected': {
		title: 'The token is signed with another algorithm than expected',
		happened: 'The client takes one algorithm for the signature, and the header of the token has another.',
		why: 'The server signs with what this application is registered for, or with its default, and the client expects its own.',
		change:
			'Set both sides to the same: id_token_signed_response_alg of the application at the server, or the expected algorithm of the client.'
	},
	'clocks-differ': {
		title: 'The clocks of server and client differ',
		happened: 'By the clock of the machine that checks the token its time has not come yet.',
		why: 'One of the two clocks is wrong by seconds or more, and no tolerance is allowed.',
		change:
			'Set both clocks by a time server, and allow some seconds of tolerance where the token is checked.'
	},
	'discovery-failed': {
		title: 'The client cannot find the authorization server',
		happened:
			'On the way from the API to its authorization server one document is not where the client looks.',
		why: 'The 401 has no resource_metadata, or the metadata is only at the root or only beside the path of the API.',
		change:
			'Let the 401 carry Bearer resource_metadata="…" as its first challenge, and let that address answer. Serve the document with the path of the API behind the well-known part, and at the root as well where clients ask there.'
	},
	'resource-metadata-mismatch': {
		title: 'The metadata names another API',
		happened: 'The client got the metadata of an API, and its resource is not the address that was called.',
		why: 'A slash at the end, a path that is left out, http behind a proxy, or the identifier of the authorization server.',
		change: 'Let resource be the address that people give to the client, character by character.'
	},
	'registration-failed': {
		title: 'The client could not register itself',
		happened: 'The client has no client_id at this server and did not get one.',
		why: 'The server registers no clients by request, refused this one, wants an initial access token with the registration, or a document at an https address as client_id.',
		change:
			'Get an initial access token from who runs the server, where it wants one. Else register the client by hand and give it that client_id, or use one whose way the server has: registration_endpoint, or client_id_metadata_document_supported.'
	},
	'pkce-not-advertised': {
		title: 'The metadata does not say that the server has PKCE',
		happened: 'A client that has to make sure of PKCE stops before it sends anybody to the server.',
		why: 'The metadata has no code_challenge_methods_supported, or no S256 in it. Clients of MCP have to refuse then, even where the server takes S256.',
		change: 'Let the metadata list S256, or give the client a document of its own that does.'
	},
	'server-failed': {
		title: 'The server failed',
		happened: 'Something broke on that side while the request was worked on.',
		why: 'A program error or an outage there. This is not a statement about your request.',
		change:
			'Look into the server’s log for the time and the request id of this answer. Try again later; if the same request fails again, report it there.'
	}
} as const satisfies Record<string, CauseText>;
