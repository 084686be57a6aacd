import type { clientChecks } from '$lib/lexicon/client-checks';
import type { CheckText } from './check-text';

/** What our client checks in answers: callback, token response, key set, API, UserInfo and refresh. */
export const responseCheckTexts = {
	'par-status': {
		label: 'Status 201',
		fails:
			'The server did not take the pushed request in, so there is no request URI to send the browser with.',
		fix: 'Read the error. A request that is refused here would have been refused in the browser too.'
	},
	'par-request-uri': {
		label: 'Request URI present',
		fails: 'The answer lacks the request_uri that stands for the pushed request.',
		fix: 'Report it to the server’s operator, or switch pushed requests off.'
	},
	'par-expires-in': {
		label: 'Lifetime of the request URI',
		fails: 'The answer does not say for how many seconds the request URI is good.',
		fix: 'Use the request URI at once. Report it to the server’s operator.'
	},
	'jarm-form': {
		label: 'Response is a signed JWT',
		fails: 'A secured response was asked for, and what came cannot be read as a signed JWT.',
		fix: 'Check that the client is registered for a signed response, not for an encrypted one.'
	},
	'jarm-iss': {
		label: 'Issuer of the secured response',
		fails:
			'The JWT with the response names another issuer than the server that was asked. The comparison is exact, so a slash at the end is enough.',
		fix: 'Do not use the code. Check the issuer in the configuration.'
	},
	'jarm-aud': {
		label: 'Secured response is for this client',
		fails: 'The JWT with the response is meant for another client.',
		fix: 'Do not use the code. Check the client ID.'
	},
	'jarm-exp': {
		label: 'Secured response not expired',
		fails: 'The JWT with the response has expired, so it may be a replay.',
		fix: 'Start again. Check the clocks of this device and of the server.'
	},
	'jarm-signature': {
		label: 'Signature of the secured response',
		fails:
			'The signature of the response could not be verified with the server’s keys: its content may be forged.',
		fix: 'Do not use the code. Fetch the key set again, as the server may have changed its keys.'
	},
	'token-dpop': {
		label: 'Token is bound to the key',
		fails:
			'A proof of possession was sent, and the token came back as a plain bearer token: whoever steals it can use it.',
		fix: 'Enable DPoP for the application at the server, if it supports it.'
	},
	'callback-parameters-once': {
		label: 'Each parameter once',
		fails:
			'A parameter came more than once. Two readers of the URL may then see two different values, so the answer is not to be trusted.',
		fix: 'Check the redirect URI for a query of its own that repeats a parameter. Check proxies that add parameters.'
	},
	'callback-state': {
		label: 'State belongs to this attempt',
		fails:
			'The state differs from the one that this attempt sent. Someone may have led your browser to a callback with their own code, or an older attempt came back.',
		fix: 'Do not use the code. Start again, and finish the attempt in the tab where it began.'
	},
	'callback-issuer': {
		label: 'Issuer of the response',
		fails:
			'The iss parameter is not the issuer that you sent the user to, or an announced iss is missing. This is the sign of a mix-up attack: one server’s code is led to another. The two are compared character by character, so that a slash at the end is enough. Strict client libraries refuse it, and some bring both into one form first.',
		fix: 'Do not use the code. If the server is yours, make the iss parameter and the issuer in its metadata identical.'
	},
	'callback-no-error': {
		label: 'No error returned',
		fails:
			'The authorization server sent an error in place of a code. Its code and description are shown above.',
		fix: 'Read the explanation of the error code. Correct the authorization request or the application’s settings, then start again.'
	},
	'callback-code': {
		label: 'Code present',
		fails: 'The callback has no code, so there is nothing to exchange.',
		fix: 'Check that response_type is code. Check that nothing between server and page dropped the query, such as a redirect to another path.'
	},
	'callback-code-fresh': {
		label: 'Code is new',
		fails:
			'This code arrived before: the callback was reloaded or pasted again. A code works once, and a second use may revoke the tokens of the first.',
		fix: 'If the first exchange worked, use its tokens. Otherwise start a new attempt.'
	},
	'callback-library': {
		label: 'Library accepts the callback',
		fails: 'The client library oauth4webapi refuses this callback. Its reason is shown.',
		fix: 'Look at the failed checks above it. They name the parameter to correct.'
	},
	'token-status': {
		label: 'Status 200',
		fails: 'The token endpoint did not answer 200, so no tokens were issued.',
		fix: 'Read the error code in the body. A status of 404 or 405 points to a wrong token endpoint, and 5xx to a fault at the server.'
	},
	'token-content-type': {
		label: 'Content type is JSON',
		fails:
			'The answer is not marked as application/json. It may come from a proxy, a firewall or an error page in place of the token endpoint.',
		fix: 'Look at the body to see who answered. Check the address of the token endpoint.'
	},
	'token-is-json': {
		label: 'Body is a JSON object',
		fails:
			'The body is empty or is not a JSON object. Tokens in a form are read here all the same, and most client libraries refuse them.',
		fix: 'Look at the raw body. HTML means that something other than a token endpoint answered. Of a form, ask the server for JSON by an Accept header.'
	},
	'token-no-store': {
		label: 'Not to be stored',
		fails: 'The answer has no Cache-Control: no-store. A cache on the way could keep the tokens.',
		fix: 'Have the server send Cache-Control: no-store with each answer that holds tokens.'
	},
	'token-access-token': {
		label: 'Access token present',
		fails: 'The answer has no access_token. A successful answer must have one.',
		fix: 'Check that the answer comes from the token endpoint. If it does, the server has to correct it.'
	},
	'token-type': {
		label: 'Token type is known',
		fails:
			'The token_type is neither Bearer nor DPoP. A client must not use a token whose type it does not understand.',
		fix: 'Have the server send Bearer or DPoP. A type such as mac or N_A is none that this client can call an API with.',
		when: {
			missing: {
				fails:
					'The answer has no token_type, which is required in every answer with a token. The walk goes on as if it were Bearer. Most client libraries stop here.',
				fix: 'It is a fault of the server: have it send token_type beside access_token.'
			}
		}
	},
	'token-expires-in': {
		label: 'Lifetime given',
		fails:
			'The answer has no usable expires_in. The client learns that the token expired only when an API refuses it.',
		fix: 'Have the server send expires_in in seconds. Until then, expect status 401 and refresh when it comes.'
	},
	'token-scope': {
		label: 'Scopes granted as requested',
		fails:
			'Some requested scopes were not granted. Calls that need them will be refused with insufficient_scope.',
		fix: 'Check that the API defines these scopes, that the user may have them, and that the audience is that API. Without scope in the answer, the grant equals the request.'
	},
	'token-id-token': {
		label: 'ID token present',
		fails: 'You requested openid, but no ID token came. Without one, the client does not know who signed in.',
		fix: 'Check that the server supports OpenID Connect and that the scope openid reached it.'
	},
	'token-refresh-token': {
		label: 'Refresh token present',
		fails:
			'You requested offline_access, but no refresh token came. When the access token expires, the user has to come back.',
		fix: 'Allow offline access for the API and the refresh token grant for the application. Some servers also want prompt=consent or access_type=offline.'
	},
	'token-library': {
		label: 'Library accepts the answer',
		fails:
			'The client library oauth4webapi refuses this token response. Its reason is shown. An ID token in it has a verdict of its own.',
		fix: 'Look at the failed checks above it. They name the member to correct.'
	},
	'jwks-status': {
		label: 'Key set found',
		fails: 'The jwks_uri did not answer 200, so no signature can be verified.',
		fix: 'Open the address yourself. Correct the jwks_uri in the server’s metadata if it is wrong.'
	},
	'jwks-is-key-set': {
		label: 'Key set is readable',
		fails: 'The answer is not a JSON object with an array named keys that holds at least one usable key.',
		fix: 'Have the server publish a JWK Set. A single key or a certificate alone is not one.'
	},
	'access-token-form': {
		label: 'Form of the access token',
		fails:
			'The access token is not a JWT of the form of RFC 9068. That is allowed: a client must not rely on the form of an access token.',
		fix: 'Nothing is wrong. If the API expects a JWT, request it for that API with audience or resource.'
	},
	'api-status': {
		label: 'API accepted the call',
		fails:
			'The API did not answer with a success status. With 401 the token was refused, and with 403 it does not allow this call. Other statuses say nothing of what is in the token.',
		fix: 'For 401, check audience, issuer and expiry of the access token. For 403, request the missing scope and start again. For any other status look at the call itself: its address (404), method (405) or body (400, 422), or the API’s own trouble (5xx).',
		when: {
			'headers-too-large': {
				fails:
					'The headers of this request are larger than the server takes. It refused them without reading what is in the token. Servers stop between 4 and 16 kilobytes, as they are set.',
				fix: 'Make the largest header smaller. Of a token, put fewer groups, roles and claims into it, or use an opaque one. Of cookies, clear old ones. Raising the limit of the server helps until the next one on the way.'
			},
			'content-too-large': {
				fails:
					'Something of this request is larger than the server takes. The status is meant for the body, and some servers give it for headers as well: the answer does not say which.',
				fix: 'Send a smaller body. If the same body with a short token is refused as well, it is the body; if it is not, it is the token.'
			}
		}
	},
	'api-challenge': {
		label: 'Refusal gives its reason',
		fails:
			'The API refused the call, but this page cannot see a WWW-Authenticate header. The API did not send one, or it did not expose it to other origins.',
		fix: 'Have the API send WWW-Authenticate with an error, and list that header in Access-Control-Expose-Headers.'
	},
	'userinfo-status': {
		label: 'UserInfo accepted the call',
		fails: 'The UserInfo endpoint did not answer 200.',
		fix: 'Request the scope openid. If the token was issued for an API only, check whether the server accepts it at UserInfo too.'
	},
	'userinfo-sub': {
		label: 'Same subject as ID token',
		fails:
			'The sub in the UserInfo answer is not the sub of the ID token. The answer may be about another user, so it must not be used.',
		fix: 'Discard the answer. Check that access token and ID token come from the same token response.'
	},
	'userinfo-iss': {
		label: 'Issuer of the signed answer',
		fails:
			'A signed UserInfo answer has to say who it is from, and this one does not name the issuer of the server that was asked.',
		fix: 'Do not use the answer. Have the server put its issuer into iss.'
	},
	'userinfo-aud': {
		label: 'Signed answer is for this client',
		fails:
			'A signed UserInfo answer has to say for whom it is, and this one does not name this client: it may have been made for another one.',
		fix: 'Do not use the answer. Have the server put the client ID into aud.'
	},
	'userinfo-signature': {
		label: 'UserInfo signature valid',
		fails:
			'The UserInfo answer is a signed JWT, and no key of the server made its signature. Anyone could have written it.',
		fix: 'Do not use the answer. Fetch the key set again: the server may have changed its keys.'
	},
	'userinfo-library': {
		label: 'Library accepts UserInfo',
		fails: 'The client library oauth4webapi refuses this UserInfo answer. Its reason is shown.',
		fix: 'Look at the failed checks above it, and at the raw answer.'
	},
	'refresh-rotated': {
		label: 'Refresh token rotated',
		fails:
			'The refresh token was not replaced. A stolen copy then works for as long as the original, and nobody notices.',
		fix: 'Turn on refresh token rotation for public clients. Tokens that are bound to a key with DPoP or mutual TLS do not need it.'
	},
	'refresh-id-token': {
		label: 'Same issuer and subject',
		fails:
			'The new ID token has another issuer or subject than the first one. The session would change its user without a sign-in.',
		fix: 'Discard the new tokens and sign the user in again.'
	},
	'introspection-status': {
		label: 'Introspection accepted',
		fails: 'The introspection endpoint did not answer 200. Many servers answer this question to APIs only.',
		fix: 'Ask with a client that is allowed to: mostly one that authenticates. A public client is often refused.'
	},
	'introspection-active': {
		label: 'Token is active',
		fails:
			'The server says that the token is of no use: unknown, expired, revoked, or not for this client to see. It does not say which.',
		fix: 'Look at the expiry, and whether the token was revoked or replaced. The answer must have the member active, true or false.'
	},
	'introspection-library': {
		label: 'Library accepts the answer',
		fails: 'The client library oauth4webapi refuses this introspection answer. Its reason is shown.',
		fix: 'Look at the failed checks above it, and at the raw answer.'
	},
	'revocation-status': {
		label: 'Revocation accepted',
		fails: 'The revocation endpoint did not answer 200, so the token may still work.',
		fix: 'For 401, authenticate as the client that got the token. For 503, try again: the token is to be taken as good until then.'
	},
	'logout-return-address': {
		label: 'Back at the return address',
		fails:
			'The browser did not end at the post_logout_redirect_uri that was sent. The provider may not know that address, or the person stopped on the way.',
		fix: 'Register the exact address at the provider as a sign-out address, and send id_token_hint or client_id along.'
	},
	'logout-return-state': {
		label: 'State came back',
		fails:
			'The state of the sign-out request did not come back with the browser, so the page cannot know that this return is the answer to its own request.',
		fix: 'Do not act on it. A provider has to give back the state that was sent with post_logout_redirect_uri.'
	}
} satisfies Partial<Record<keyof typeof clientChecks, CheckText>>;
