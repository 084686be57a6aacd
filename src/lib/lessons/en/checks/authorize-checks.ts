import type { authorizationServerChecks } from '$lib/lexicon/authorization-server-checks';
import type { CheckText } from './check-text';

/** What the authorization server decides at its authorization endpoint and on its pages. */
export const authorizeCheckTexts = {
	'as-method': {
		label: 'Method is GET or POST',
		fails: 'The authorization endpoint was called with another method than GET or POST.',
		fix: 'Open the authorization URL in the browser as a normal navigation, not with fetch.'
	},
	'as-parameters-once': {
		label: 'Each parameter once',
		fails:
			'A parameter was sent more than once. The server cannot know which of the values the client means, so it refuses the request.',
		fix: 'Send each parameter once. Look for a free parameter that repeats a built-in one.'
	},
	'as-parameters-form': {
		label: 'Parameters are well formed',
		fails: 'A parameter is longer than this server accepts, or it holds control characters.',
		fix: 'Shorten the value and remove line breaks or other invisible characters. They often come from copying.'
	},
	'as-client-known': {
		label: 'Client is registered',
		fails:
			'The client_id is missing or unknown here. The server shows an error page and does not redirect, because it cannot know whether the redirect URI is safe.',
		fix: 'Copy the client_id from the application’s settings. Check that the application belongs to this issuer or tenant.'
	},
	'as-redirect-uri-present': {
		label: 'Redirect URI present',
		fails: 'The redirect_uri is missing, so the server has no agreed place to send the answer to.',
		fix: 'Send the redirect_uri with each authorization request, exactly as it is registered.'
	},
	'as-redirect-uri-registered': {
		label: 'Redirect URI is registered',
		fails:
			'The redirect_uri is not identical to a registered one. A server that accepts similar addresses can be made to hand codes to an attacker.',
		fix: 'Register this exact URI. Compare scheme, host, port, path and trailing slash. Only the port of a loopback address may vary.'
	},
	'as-response-type': {
		label: 'Response type is code',
		fails: 'The response_type is missing or not supported here.',
		fix: 'Send response_type=code. The implicit types that return tokens in the URL are no longer recommended.'
	},
	'as-grant-allowed': {
		label: 'Client may use codes',
		fails: 'This application is not allowed to use the authorization code grant.',
		fix: 'Enable the grant in the application’s settings, or use another application. A machine-to-machine application has no user to send.'
	},
	'as-state-present': {
		label: 'State present',
		fails:
			'The request has no state, and this server requires it. Without state or another binding, an attacker can finish a flow of their own in the user’s browser.',
		fix: 'Send a random state that is bound to this browser session.'
	},
	'as-nonce-present': {
		label: 'Nonce present',
		fails:
			'The request asks for an ID token but has no nonce. OpenID Connect makes nonce optional in the code flow. This server recommends or requires it.',
		fix: 'Send a random nonce and compare it with the nonce claim of the ID token.'
	},
	'as-challenge-present': {
		label: 'Code challenge present',
		fails:
			'The request has no code_challenge. Without PKCE, anyone who gets hold of the code of a public client can redeem it.',
		fix: 'Send code_challenge and code_challenge_method=S256.'
	},
	'as-challenge-method': {
		label: 'Challenge method is accepted',
		fails:
			'The code_challenge_method is unknown, or it is plain, which this server does not allow. If the method is left out, it means plain.',
		fix: 'Send code_challenge_method=S256. Mind the capital S.'
	},
	'as-challenge-form': {
		label: 'Form of the code challenge',
		fails:
			'The code_challenge does not have 43 to 128 unreserved characters. No code verifier can match it later.',
		fix: 'Send the SHA-256 of the code verifier in base64url without padding. That is always 43 characters.'
	},
	'as-audience-known': {
		label: 'API is known',
		fails:
			'The audience or resource does not name an API of this server, so no access token can be made for it.',
		fix: 'Copy the identifier of the API from its settings. It is compared exactly, and it is not always the address of the API.'
	},
	'as-scope-allowed': {
		label: 'Scopes are allowed',
		fails: 'A requested scope is malformed, or the API and the application do not allow it.',
		fix: 'Request only scopes that the API defines, separated by single spaces. Check that audience names the API that defines them.'
	},
	'as-user-authenticated': {
		label: 'User signed in',
		fails:
			'The user has not signed in, or a new sign-in is needed. With prompt=none the server may not ask, so it answers login_required.',
		fix: 'Sign in at the authorization server. Leave out prompt=none unless a session exists.'
	},
	'as-consent-given': {
		label: 'User gave consent',
		fails:
			'The user refused, or consent is needed and was not given. The client gets access_denied or consent_required.',
		fix: 'Start again and accept. If users refuse often, request fewer scopes.'
	},
	'as-form-origin': {
		label: 'Form comes from here',
		fails:
			'The form was sent from a page of another origin. Otherwise a foreign site could sign a user in or consent without being seen.',
		fix: 'Start again from the authorization URL, and use the server’s own page.'
	},
	'as-interaction-known': {
		label: 'Sign-in is under way',
		fails:
			'The form belongs to no page that waits for an answer. It was answered before, it is too old, or it was not made by this server.',
		fix: 'Nothing was sent a second time. Follow the link on the page, or start again at the application.'
	}
} satisfies Partial<Record<keyof typeof authorizationServerChecks, CheckText>>;
