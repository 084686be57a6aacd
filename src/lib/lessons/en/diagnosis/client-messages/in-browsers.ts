import type { ClientMessageTexts } from './client-message-text';

export const oidcClientTsTexts = {
	'oidc-client-ts/no-state-kept': {
		means: 'The callback has a state, and the store of this page has no entry for it.',
		look: 'See whether the callback ran twice (a reload, React’s StrictMode) or on another origin than the one that started: each entry is taken out once.'
	},
	'oidc-client-ts/no-state': {
		means: 'The callback was handled at an address without state: there is no answer to a sign-in in it.',
		look: 'Call the handler on the redirect URI alone, and see that no router takes the query away before.'
	},
	'oidc-client-ts/authority-differs': {
		means: 'The authority that is configured now is not the one with which the sign-in started.',
		look: 'Compare the authority of the page that starts with that of the callback page, letter by letter.'
	},
	'oidc-client-ts/client-differs': {
		means: 'The client_id that is configured now is not the one with which the sign-in started.',
		look: 'Compare the client_id of both pages: two configurations or environments are mixed.'
	},
	'oidc-client-ts/no-code': {
		means: 'A code was asked for, and the callback carries none.',
		look: 'Look at the whole callback URL: whether a router took the code away, or the server answered with another response_type.'
	},
	'oidc-client-ts/nonce-differs': {
		means: 'The ID token belongs to another sign-in than the one that this page has kept.',
		look: 'See whether two sign-ins ran at once, in two tabs or in a hidden frame, and start again in one.'
	},
	'oidc-client-ts/userinfo-subject': {
		means: 'UserInfo speaks of another person than the ID token, so the two are not put together.',
		look: 'Compare sub in the ID token with sub in the UserInfo response.'
	},
	'oidc-client-ts/other-person': {
		means: 'A renewal brought tokens of another person than the one who is signed in here.',
		look: 'See whether somebody else has signed in at the server in the same browser since.'
	},
	'oidc-client-ts/frame-timeout': {
		means: 'The hidden frame of a silent renewal did not come back to the redirect URI in time.',
		look: 'Open the address of the frame in a tab: a sign-in page, an error or X-Frame-Options shows there. Third-party cookies that are blocked do the same.'
	},
	'oidc-client-ts/popup-closed': {
		means: 'The window of the sign-in was closed before it had brought an answer.',
		look: 'If nobody closed it, see whether Cross-Origin-Opener-Policy of the server’s page cuts the window off.'
	},
	'oidc-client-ts/no-end-session': {
		means: 'A sign-out at the server was asked for, and its metadata has no end_session_endpoint.',
		look: 'Look for end_session_endpoint in the metadata. Without it, set it by hand or remove the user in the page alone.'
	},
	'oidc-client-ts/response-type': {
		means: 'A response_type other than code is configured, and the library has dropped all others.',
		look: 'Set response_type to code, and allow this flow for the client at the server.'
	},
	'oidc-client-ts/insecure-page': {
		means: 'The page was not loaded over https or from localhost, so the browser gives it no cryptography.',
		look: 'Open the page over https. A name or an IP address in the local network does not count as localhost.'
	},
	'oidc-client-ts/metadata-lacks': {
		means: 'The metadata that the library has loaded does not have this endpoint or value.',
		look: 'Open the metadata of the authority and look for the property that the message names.'
	},
	'oidc-client-ts/not-json': {
		means: 'The address answered with another kind of content than JSON, often a web page.',
		look: 'Open the URL in the message: an authority that is wrong leads to a page of the site instead of the metadata.'
	}
} satisfies ClientMessageTexts;

export const otherBrowserTexts = {
	'auth0/no-refresh-token': {
		means: 'A token was to be renewed, and no refresh token is kept for this audience and these scopes.',
		look: 'See whether offline_access was asked for and the API allows it, or set useRefreshTokensFallback; otherwise let the person sign in again.'
	},
	'auth0/insecure-page': {
		means: 'The page was not loaded over https or from localhost, so the browser gives it no cryptography.',
		look: 'Open the page over https, or as localhost while developing.'
	},
	'auth0/no-query': {
		means: 'handleRedirectCallback ran at an address without a query: there is no answer in it.',
		look: 'Call it only where the address has code and state, or error and state.'
	},
	'auth0/nonce-differs': {
		means: 'The ID token carries another nonce than the one that this sign-in had sent.',
		look: 'See whether an old callback was opened again, or two sign-ins ran at once.'
	},
	'auth0/issuer-differs': {
		means: 'The ID token comes from another issuer than the domain that is configured.',
		look: 'Compare the two values in the message: a custom domain against the domain of the tenant is the usual case.'
	},
	'auth0/audience-differs': {
		means: 'The ID token was issued to another client than the one that is configured.',
		look: 'Compare the client ID in the configuration with the one in the message.'
	},
	'auth0/time': {
		means: 'By the clock of this device the ID token has expired, or was issued in the future.',
		look: 'Compare the two times in the message, and set the clock of the device right.'
	},
	'auth0/algorithm': {
		means: 'The ID token is signed with another algorithm than the one that the library takes.',
		look: 'Set the signature algorithm of the application to RS256 in its advanced OAuth settings.'
	},
	'appauth-js/state-differs': {
		means: 'The state that came back is not the one of the request that is kept in local storage.',
		look: 'See whether a second sign-in was started in another tab, or an old callback was opened again.'
	},
	'angular-auth-oidc-client/state-differs': {
		means: 'The state in the callback is not the one that this browser has kept.',
		look: 'See whether the storage was cleared between, the callback opened in another tab, or the callback handled twice.'
	},
	'angular-auth-oidc-client/state-not-known': {
		means: 'No configuration has kept the state that stands in the callback URL.',
		look: 'See whether the callback was opened in another tab or reloaded: sessionStorage belongs to one tab.'
	},
	'angular-auth-oidc-client/nonce-differs': {
		means: 'The ID token carries another nonce than the one that is kept.',
		look: 'See whether two sign-ins ran at once. After a refresh, see whether the server sends the nonce again (ignoreNonceAfterRefresh).'
	},
	'angular-auth-oidc-client/refresh-nonce': {
		means:
			'After a refresh the library compares the nonce with its own placeholder --RefreshToken--, and the server has sent the nonce of the first sign-in. That is allowed: it is no fault of the server.',
		look: 'Set ignoreNonceAfterRefresh in the configuration of the library.'
	},
	'angular-auth-oidc-client/issuer-differs': {
		means: 'iss of the ID token is not the issuer of the metadata that was loaded.',
		look: 'Compare iss in the ID token with issuer in the metadata, the slash at the end as well.'
	},
	'angular-auth-oidc-client/signature': {
		means: 'The signature of the ID token could not be verified with the keys of the server.',
		look: 'Compare kid and alg in the header of the ID token with the keys at jwks_uri.'
	},
	'angular-auth-oidc-client/time': {
		means: 'iat of the ID token is further away from the time of this device than is allowed.',
		look: 'Set the clock of the device right, or allow more by maxIdTokenIatOffsetAllowedInSeconds.'
	},
	'angular-auth-oidc-client/renewed-token': {
		means: 'The ID token after a refresh differs from the one before in iss, azp, sub, aud or auth_time.',
		look: 'Compare the two ID tokens claim by claim. Where the server renews auth_time, there is disableRefreshIdTokenAuthTimeValidation.'
	},
	'angular-oauth2-oidc/state-differs': {
		means: 'The state in the callback does not begin with the nonce that this browser has kept.',
		look: 'See whether the storage was cleared, another tab started a sign-in too, or the login ran twice.'
	},
	'angular-oauth2-oidc/issuer-differs': {
		means: 'The metadata names another issuer than the one that is configured.',
		look: 'Set issuer to exactly what the metadata says, with or without a slash at its end.'
	},
	'supabase/no-verifier': {
		means: 'The verifier that was made when the sign-in started is not in the storage of this browser.',
		look: 'See whether a link was opened in another browser or device, and whether a server-side app keeps it in cookies (@supabase/ssr).'
	}
} satisfies ClientMessageTexts;
