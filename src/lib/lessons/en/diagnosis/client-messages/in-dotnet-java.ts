import type { ClientMessageTexts } from './client-message-text';

export const dotnetAndJavaTexts = {
	'asp-net/correlation': {
		means: 'The correlation cookie of this sign-in did not come back with the callback, or does not fit it.',
		look: 'See in the browser whether .AspNetCore.Correlation… is set and sent: SameSite=None needs Secure, and https behind a proxy needs forwarded headers.'
	},
	'asp-net/correlation-cookie': {
		means: 'The correlation cookie of this sign-in did not come back with the callback.',
		look: 'See in the browser whether it is set and sent: SameSite=None needs Secure, and the host has to be the same.'
	},
	'asp-net/no-state': {
		means: 'The callback path was opened without state: no answer to a sign-in, or one whose form was lost.',
		look: 'See whether somebody opened the callback path directly, or a proxy turned the POST into a GET.'
	},
	'asp-net/state-not-readable': {
		means: 'state in the callback was not encrypted with the keys of this application.',
		look: 'See whether all instances share their data protection keys, and keep them over a restart.'
	},
	'asp-net/oauth-state': {
		means: 'state in the callback is missing, or was not encrypted with the keys of this application.',
		look: 'See whether the callback path was opened directly, and whether all instances share their data protection keys.'
	},
	'asp-net/tokens-in-query': {
		means: 'Tokens came in the query of the callback, where they may not be.',
		look: 'Use response_type=code, or response_mode=form_post where an ID token is asked for as well.'
	},
	'asp-net/no-authorization-endpoint': {
		means: 'There is no authorization endpoint: the metadata was not loaded or does not have it.',
		look: 'Open Authority with /.well-known/openid-configuration behind it, from the machine that runs this.'
	},
	'asp-net/remote-login': {
		means: 'The callback failed. Why is said by the inner exception.',
		look: 'Read the inner exception, which stands before or after this line, and paste it here.'
	},
	'identity-model/nonce': {
		means:
			'The nonce in the ID token could not be compared: the cookie with it did not come back, or it is another one.',
		look: 'See in the browser whether the nonce cookie is set and sent (SameSite, Secure, same host), and whether the callback was opened twice.'
	},
	'identity-model/nonce-expired': {
		means: 'Between the start and the callback more time went by than a nonce lives.',
		look: 'Start again. Compare the clock of this machine where it happens at once.'
	},
	'identity-model/issuer': {
		means: 'iss of the token is none of the issuers that are configured as valid.',
		look: 'Compare the two in the message. At Entra, tokens of version 1 come from sts.windows.net and those of version 2 from login.microsoftonline.com.'
	},
	'identity-model/audience': {
		means: 'aud of the token is none of the audiences that are configured as valid.',
		look: 'Compare aud of the token with the configured audience: the client ID against api://… is the usual case.'
	},
	'identity-model/time': {
		means: 'By the clock of this machine the token has expired or is not valid yet.',
		look: 'Compare the two times in the message: get a new token, or set the clock right.'
	},
	'identity-model/signature': {
		means: 'The signature could not be verified with the keys that were loaded, or no keys were there.',
		look: 'Compare kid in the header of the token with the keys at jwks_uri: often the token is from another issuer, or made for another API.'
	},
	'identity-model/metadata': {
		means: 'The metadata or the keys of the authority could not be loaded.',
		look: 'Open the address in the message from the machine that runs this: its inner exception says whether TLS, a name or a proxy is the reason.'
	},
	'msal-net/no-account': {
		means: 'A token was asked for silently, and the cache knows no account for it.',
		look: 'Let the person sign in again. In a web app, see whether the token cache outlives a restart while the cookie does.'
	},
	'msal-net/state-differs': {
		means: 'The state that came back is not the one that was sent.',
		look: 'See whether the browser answered an older request: start again with one sign-in at a time.'
	},
	'msal-net/loopback': {
		means: 'The system browser is used, and the redirect URI is no address of this machine.',
		look: 'Register http://localhost and use it, or hand over a parent window for the embedded browser.'
	},
	'spring/no-request-kept': {
		means: 'At the callback the session holds no authorization request.',
		look: 'See whether the session cookie came back (SameSite, host name, https behind a proxy) and whether all instances share the session.'
	},
	'spring/state-differs': {
		means: 'state in the callback is not that of the request in the session.',
		look: 'See whether a second sign-in was started in another tab, or an old callback was opened again.'
	},
	'spring/id-token-claims': {
		means: 'A claim of the ID token does not hold. The message names it with its value.',
		look: 'iss: compare it with issuer-uri. aud: with client-id. iat or exp: look at the clock of this machine.'
	},
	'spring/no-id-token': {
		means: 'openid was asked for, and the token response has no ID token.',
		look: 'See whether the server speaks OpenID Connect and grants the scope openid; otherwise leave openid out.'
	},
	'spring/token-response': {
		means: 'The token response was no answer, or one that could not be read.',
		look: 'Read the rest of the message and its cause: the status, the content type, or a failure of the network.'
	},
	'spring/no-metadata': {
		means: 'At none of the well-known addresses of this issuer there was metadata.',
		look: 'Open issuer-uri with /.well-known/openid-configuration behind it, from the machine that runs this.'
	},
	'spring/issuer-differs': {
		means: 'The metadata names another issuer than issuer-uri.',
		look: 'Set issuer-uri to exactly what the metadata names: an internal host name against the public one is the usual case.'
	},
	'quarkus/state-differs': {
		means: 'state in the callback is not the one in the state cookie.',
		look: 'See whether a second sign-in was started in another tab, or an old callback was opened again.'
	},
	'quarkus/no-code': {
		means: 'The callback has neither a code nor an error.',
		look: 'Look at the whole callback URL: whether a proxy or the server took the parameters away, or sent them another way (response_mode).'
	},
	'quarkus/no-error-path': {
		means: 'The server sent the person back with an error, and no page for errors is configured.',
		look: 'Read error code and description in the message. A page for them is set by quarkus.oidc.authentication.error-path.'
	},
	'quarkus/id-token': {
		means: 'The ID token did not pass a check. Which one stands behind the colon.',
		look: 'Read the rest of the message: issuer, audience, expiry or the key.'
	},
	'quarkus/no-server': {
		means: 'The server could not be reached when its metadata or tokens were asked for.',
		look: 'Open quarkus.oidc.auth-server-url from the machine that runs this: name, TLS certificate, proxy.'
	}
} satisfies ClientMessageTexts;
