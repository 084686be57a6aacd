import type { ClientMessageTexts } from './client-message-text';

export const pythonTexts = {
	'msal-python/no-flow-kept': {
		means:
			'The flow that was handed over has no state: it is empty, most often since the session is a new one.',
		look: 'See whether the session that keeps the flow is the same at the callback: cookie, host name, session store.'
	},
	'msal-python/state-differs': {
		means: 'The state in the callback is not the one of the flow that was kept.',
		look: 'See whether a second sign-in was started in another tab, or an old callback was opened again.'
	},
	'msal-python/reserved-scope': {
		means: 'openid, profile and offline_access are added by the library, and may not be handed over.',
		look: 'Leave these three out of the list of scopes.'
	},
	'oauthlib/state-differs': {
		means: 'The state in the callback is not the one with which the session object was made.',
		look: 'Keep state in the session of the person at the start, and hand it to OAuth2Session at the callback.'
	},
	'authlib/state-differs': {
		means: 'The state in the callback has no entry in the session, or is another one.',
		look: 'See whether the session cookie came back: SameSite, host name (127.0.0.1 is not localhost), and a secret key that stays the same.'
	},
	'oauthlib-or-authlib/state-differs': {
		means: 'The state in the callback is not the one that was kept.',
		look: 'See whether the session at the callback is the one in which the sign-in started: cookie, host name, secret key.'
	},
	'oauthlib/https-only': {
		means: 'An address is plain http: the token endpoint, or the callback URL as the application sees it.',
		look: 'Behind a proxy that speaks https, let the application know it (X-Forwarded-Proto). OAUTHLIB_INSECURE_TRANSPORT is for development alone.'
	},
	'oauthlib-or-authlib/https-only': {
		means: 'An address is plain http: the token endpoint, or the callback URL as the application sees it.',
		look: 'Behind a proxy that speaks https, let the application know it (X-Forwarded-Proto).'
	},
	'oauthlib/no-token': {
		means: 'The token response had no access_token, and no error either.',
		look: 'Print the response itself: often it is a web page, or an error in a form of its own.'
	},
	'oauthlib/no-code': {
		means: 'The callback URL that was handed over has no code.',
		look: 'Hand over the whole URL, and look whether it has an error instead.'
	},
	'oauthlib/scope-changed': {
		means: 'The server granted other scopes than were asked for, and the library takes that for an error.',
		look: 'Compare the two lists in the message. If the difference is all right, set OAUTHLIB_RELAX_TOKEN_SCOPE.'
	},
	'mozilla-django-oidc/no-state-kept': {
		means: 'The session has no entry for the state in the callback.',
		look: 'See whether the session cookie came back, and whether the callback was opened a second time or long after.'
	},
	'mozilla-django-oidc/nonce-differs': {
		means: 'The ID token carries another nonce than the one that was kept.',
		look: 'See whether the server puts nonce into the ID token at all; otherwise OIDC_USE_NONCE turns it off.'
	},
	'mozilla-django-oidc/algorithm': {
		means: 'The ID token is signed with another algorithm than OIDC_RP_SIGN_ALGO names.',
		look: 'Set OIDC_RP_SIGN_ALGO to the algorithm in the message: it is HS256 unless it is set.'
	},
	'mozilla-django-oidc/key-not-configured': {
		means: 'The algorithm needs a public key, and none is configured.',
		look: 'Set OIDC_OP_JWKS_ENDPOINT to jwks_uri of the metadata.'
	},
	'mozilla-django-oidc/no-key': {
		means: 'The key set of the server has no key that fits the header of the ID token.',
		look: 'Compare kid and alg in the header with the keys at OIDC_OP_JWKS_ENDPOINT.'
	},
	'allauth/login-failed': {
		means: 'This page stands for every failure of a sign-in. The reason is not on it.',
		look: 'Log it: on_authentication_error of the adapter is given the error and the exception.'
	},
	'allauth/no-token': {
		means: 'The token endpoint answered with no access token. What it said stands in the message.',
		look: 'Read error and error_description in the rest of the message.'
	},
	'social-core/no-state-kept': {
		means: 'The session has no state: it is not the one in which the sign-in started.',
		look: 'See whether the session cookie came back: SameSite, host name, https.'
	},
	'social-core/state-differs': {
		means: 'The state in the callback is not the one in the session.',
		look: 'See whether a second sign-in was started in another tab, or an old callback was opened again.'
	}
} satisfies ClientMessageTexts;
