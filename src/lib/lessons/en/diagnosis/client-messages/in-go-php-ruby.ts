import type { ClientMessageTexts } from './client-message-text';

export const goPhpRubyTexts = {
	'go-oidc/issuer-of-token': {
		means: 'iss of the ID token is not the issuer for which the verifier was made.',
		look: 'Compare the two URLs in the message letter by letter: http or https, slash at the end, tenant or realm, internal or public host.'
	},
	'go-oidc/issuer-of-metadata': {
		means: 'The metadata names another issuer than the address from which it was loaded.',
		look: 'Compare the two URLs in the message: the issuer that is configured has to be the one in the metadata.'
	},
	'go-oidc/audience': {
		means: 'aud of the token does not have the client ID for which the verifier was made.',
		look: 'Compare the two in the message: the token was issued to another client, or is an access token for an API.'
	},
	'go-oidc/expired': {
		means: 'By the clock of this machine the token has expired.',
		look: 'Compare the time in the message with now: get a new token, or set the clock right.'
	},
	'go-oidc/not-yet-valid': {
		means: 'By the clock of this machine the token is not valid yet, even with the leeway.',
		look: 'Compare the two times in the message, and set the clocks right.'
	},
	'go-oidc/algorithm': {
		means: 'The token is signed with an algorithm that the verifier does not take.',
		look: 'Compare the two in the message: HS256 is set for the client at the server where RS256 is expected, most often.'
	},
	'go-oidc/signature': {
		means: 'No key of the server’s key set verifies the signature.',
		look: 'Compare kid in the header of the token with the keys at jwks_uri: the token is of another server, or its keys were renewed.'
	},
	'go-oidc/malformed': {
		means: 'What was handed over is no JWT.',
		look: 'See whether an access token that is not a JWT, or an empty value, was handed over instead of the ID token.'
	},
	'go-oauth2/token-request-failed': {
		means: 'The token endpoint refused, or could not be reached. What it said stands in the message.',
		look: 'Read status and response in the rest of the message.'
	},
	'go-oauth2/no-token': {
		means: 'The token endpoint answered that all is well, and without an access_token.',
		look: 'Look at the response itself: often it is a web page, or an error in a form of its own.'
	},
	'go-oauth2/no-refresh-token': {
		means: 'The access token has expired, and there is no refresh token to renew it with.',
		look: 'See whether a refresh token was asked for (offline_access, access_type=offline) and is kept with the token.'
	},
	'oauth2-proxy/no-cookie': {
		means: 'The cookie of this sign-in did not come back with the callback.',
		look: 'See in the browser whether the cookie with _csrf in its name is set and sent: --cookie-domain, --cookie-secure, SameSite, a page left open for long.'
	},
	'oauth2-proxy/state-differs': {
		means: 'state in the callback is not the one in the cookie of this sign-in.',
		look: 'See whether several sign-ins ran at once, as when a page sends many requests, or an old callback was opened again.'
	},
	'oauth2-proxy/audience': {
		means: 'The token was issued for none of the audiences that the proxy takes.',
		look: 'Let the server put the client ID into aud (at Keycloak an audience mapper), or name the other one by --oidc-extra-audience.'
	},
	'oauth2-proxy/email-not-verified': {
		means: 'email_verified in the ID token is not true, and the proxy asks for it.',
		look: 'Let the person verify the address at the server, or allow it with --insecure-oidc-allow-unverified-email.'
	},
	'league/not-json': {
		means: 'The server answered with something that is not JSON where JSON is expected.',
		look: 'Look at the response itself: often the address is wrong and a web page comes back.'
	},
	'league/server-error': {
		means: 'The server answered with status 500 and without JSON.',
		look: 'Look into the log of the server for the time of this request.'
	},
	'league/parameter-missing': {
		means: 'A parameter that the grant needs was not handed over. The message names it.',
		look: 'For code: see whether the callback carried one, or an error instead.'
	},
	'socialite/state-differs': {
		means: 'The state in the callback is not the one in the session, or the session has none.',
		look: 'See whether the session cookie came back (SESSION_DOMAIN, SameSite, same host), and whether the callback was opened twice.'
	},
	'omniauth/state-differs': {
		means: 'The state in the callback is missing, or not the one in the session.',
		look: 'See whether the session cookie came back (SameSite with a callback by POST, another host) and whether the button was pressed twice.'
	},
	'omniauth/form-token': {
		means:
			'The start of the sign-in was asked for without the token of the form. The server was not asked yet.',
		look: 'Start with a POST from a form or button_to with its token; with Rails, add omniauth-rails_csrf_protection.'
	},
	'omniauth/invalid-credentials': {
		means: 'The callback failed: the token request was refused, most often. Why stands behind the colon.',
		look: 'Read the rest of the message: error and description of the server.'
	}
} satisfies ClientMessageTexts;
