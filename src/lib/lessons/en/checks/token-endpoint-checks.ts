import type { authorizationServerChecks } from '$lib/lexicon/authorization-server-checks';
import type { CheckText } from './check-text';

/** What the authorization server decides at its token endpoint. */
export const tokenEndpointCheckTexts = {
	'as-token-method': {
		label: 'Method is POST',
		fails:
			'The token endpoint was called with another method than POST. With GET, the secrets would end up in logs.',
		fix: 'Send a POST with the parameters in the body.'
	},
	'as-token-content-type': {
		label: 'Body is a form',
		fails:
			'The body is not sent as application/x-www-form-urlencoded. A JSON body is a frequent mistake here.',
		fix: 'Encode the parameters as a form and set that Content-Type.'
	},
	'as-token-parameters-once': {
		label: 'Each parameter once',
		fails: 'A parameter was sent more than once, so its value is ambiguous.',
		fix: 'Send each parameter once, in the body only.'
	},
	'as-token-parameters-form': {
		label: 'Parameters are well formed',
		fails: 'A parameter is longer than this server accepts, or it holds control characters.',
		fix: 'Check the value for line breaks and for a second value that was appended by mistake.'
	},
	'as-token-client': {
		label: 'Client is known',
		fails: 'The client_id is missing or unknown, so the server cannot tell who asks.',
		fix: 'A public client sends its client_id in the body. Use the same one as in the authorization request.'
	},
	'as-token-client-auth': {
		label: 'Client authentication fits',
		fails:
			'The client did not authenticate as registered. A confidential client sent no valid secret, a wrong method was used, or a public client sent a secret.',
		fix: 'Compare the application’s authentication method with the request. A browser cannot keep a secret: register it as a public client with method none.'
	},
	'as-token-grant-type': {
		label: 'Grant type is accepted',
		fails: 'The grant_type is missing, unknown to this server or not allowed for this application.',
		fix: 'Send authorization_code for a code and refresh_token for a refresh. Enable the grant in the application’s settings.'
	},
	'as-code-present': {
		label: 'Code present',
		fails: 'The request has no code.',
		fix: 'Send the code from the callback, decoded once from the URL.'
	},
	'as-code-found': {
		label: 'Code found',
		fails: 'This server never issued that code, or it forgot it after its short life.',
		fix: 'Check that the code was copied whole and decoded once. Check that the token endpoint belongs to the server that issued it. Then start again.'
	},
	'as-code-unused': {
		label: 'Code used once only',
		fails:
			'The code was redeemed before. Either the client sent it twice or someone stole it, so the tokens issued from it are revoked.',
		fix: 'Send the token request once. Look for double effects, reloads of the callback page and retries.'
	},
	'as-code-not-expired': {
		label: 'Code not expired',
		fails:
			'The code is older than the server allows. Codes live briefly: ten minutes is the recommended maximum, and one minute is usual.',
		fix: 'Start again and exchange the code at once.'
	},
	'as-code-grant-active': {
		label: 'Grant is still active',
		fails:
			'What the user allowed has ended since the code was issued. It was revoked, or the user or the API is gone.',
		fix: 'Have the user sign in and allow it again. Look in the decisions before this one for a revocation.'
	},
	'as-code-client': {
		label: 'Code belongs to client',
		fails: 'The code was issued to another client. Codes are bound to the client that asked for them.',
		fix: 'Send the same client_id in the authorization request and in the token request.'
	},
	'as-code-redirect-uri': {
		label: 'Same redirect URI',
		fails:
			'The redirect_uri is not identical to the one of the authorization request. The comparison shows when a code was obtained through another address.',
		fix: 'Send exactly the same value both times. Mind trailing slashes, ports and percent-encoding.'
	},
	'as-verifier-present': {
		label: 'Code verifier and challenge pair',
		fails:
			'A code with a code challenge came without a code_verifier, or a code_verifier came for a code without a challenge. Both are refused, as either may be an attack.',
		fix: 'Send both or neither. Check that the page still had the code verifier after the redirect.'
	},
	'as-verifier-form': {
		label: 'Form of the code verifier',
		fails: 'The code_verifier does not have 43 to 128 unreserved characters.',
		fix: 'Generate it as base64url from 32 random bytes, without padding.'
	},
	'as-verifier-matches': {
		label: 'Verifier fits the challenge',
		fails:
			'The code challenge of the authorization request cannot be derived from this code_verifier. Whoever sent it is not the one who started, or the wrong verifier was kept.',
		fix: 'Keep one code verifier per attempt. Two tabs or two starts must not overwrite each other’s. Hash its characters, not its decoded bytes.'
	},
	'as-token-target': {
		label: 'API was part of the grant',
		fails: 'The token request names an API that the user did not grant in the authorization request.',
		fix: 'Name the same audience or resource in the authorization request, or leave it out here.'
	},
	'as-refresh-token-present': {
		label: 'Refresh token present',
		fails: 'The request has no refresh_token.',
		fix: 'Send the newest refresh token that the client received.'
	},
	'as-refresh-token-found': {
		label: 'Refresh token found',
		fails: 'The server does not know this refresh token. It was never issued here, or it was revoked.',
		fix: 'Have the user sign in again. Check that the token was not cut when it was stored.'
	},
	'as-refresh-token-unused': {
		label: 'Refresh token not used before',
		fails:
			'This refresh token was already replaced by a newer one. One of its two users may be a thief, so the server revokes the whole family.',
		fix: 'Store the new refresh token of each answer at once. Let only one tab or process refresh at a time.'
	},
	'as-refresh-token-not-expired': {
		label: 'Refresh token not expired',
		fails: 'The refresh token is older than the server allows.',
		fix: 'Have the user sign in again.'
	},
	'as-refresh-token-client': {
		label: 'Refresh token belongs to client',
		fails: 'The refresh token was issued to another client.',
		fix: 'Send the client_id that received the refresh token.'
	},
	'as-refresh-grant-active': {
		label: 'Grant is still active',
		fails:
			'The grant behind this refresh token has ended. It was revoked, or the user, the application or the API is gone.',
		fix: 'Have the user sign in again. Look in the decisions before this one for the reason of a revocation.'
	},
	'as-refresh-scope': {
		label: 'Scope is not wider',
		fails:
			'The request asks for a scope that the user did not grant. A refresh may narrow the scope but never widen it.',
		fix: 'Leave scope out, or name some of the granted scopes only. For more, start a new authorization request.'
	},
	'as-refresh-token-issued': {
		label: 'Refresh token issued',
		fails:
			'No refresh token was issued. It takes the scope offline_access, an API that allows offline access, and an application that may refresh.',
		fix: 'Request offline_access and name the API. Then switch on offline access in the API’s settings.'
	}
} satisfies Partial<Record<keyof typeof authorizationServerChecks, CheckText>>;
