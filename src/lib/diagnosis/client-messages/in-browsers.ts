import type { ClientMessage, MessageSource } from './client-message';

/** Read at the named commit, or in the documentation. */
const oidcClientTs = (file: string): MessageSource[] => [
	{ library: 'oidc-client-ts', docs: `https://github.com/authts/oidc-client-ts/blob/main/src/${file}` }
];
const client = oidcClientTs('OidcClient.ts');
const validator = oidcClientTs('ResponseValidator.ts');

const auth0Repository = 'https://github.com/auth0/auth0-spa-js/blob';
const auth0Faq: MessageSource[] = [{ library: 'auth0-spa-js', docs: `${auth0Repository}/main/FAQ.md` }];
/** The SDKs of Auth0 for other languages say these in the same words. */
const auth0Token: MessageSource[] = [
	{
		library: 'auth0-sdks',
		docs: `${auth0Repository}/0b047587a986691af85e25dbb391918a4d15df24/src/jwt.ts`
	}
];

const angularRepository = 'https://github.com/damienbod/angular-auth-oidc-client/blob';
const angularAuth = (path: string): MessageSource[] => [
	{
		library: 'angular-auth-oidc-client',
		docs: `${angularRepository}/${path}`
	}
];
const angularState = angularAuth(
	'2ae23411e359b688a53e1ee4568e4dc4ff7ef3e0/projects/angular-auth-oidc-client/src/lib/validation/state-validation.service.ts'
);
const angularOauth2: MessageSource[] = [
	{
		library: 'angular-oauth2-oidc',
		docs: 'https://github.com/manfredsteyer/angular-oauth2-oidc/blob/15bff0c2fed1a7b926166f57d62d5720ebbd833f/projects/lib/src/oauth-service.ts'
	}
];

const oidcClientTsMessages: readonly ClientMessage[] = [
	{
		id: 'oidc-client-ts/no-state-kept',
		says: ['No matching state found in storage'],
		of: client,
		code: 'state-mismatch'
	},
	{ id: 'oidc-client-ts/no-state', says: ['No state in response'], of: client, alone: true, open: true },
	{
		id: 'oidc-client-ts/authority-differs',
		says: ['authority mismatch on settings vs. signin state'],
		of: validator,
		open: true
	},
	{
		id: 'oidc-client-ts/client-differs',
		says: ['client_id mismatch on settings vs. signin state'],
		of: validator,
		open: true
	},
	{
		id: 'oidc-client-ts/no-code',
		says: ['Expected code in response', 'No code in response'],
		of: validator,
		alone: true
	},
	{
		id: 'oidc-client-ts/nonce-differs',
		says: ['nonce in id_token does not match nonce in client storage', 'Invalid nonce in id_token'],
		of: validator
	},
	{
		id: 'oidc-client-ts/userinfo-subject',
		says: [
			'subject from UserInfo response does not match subject in ID Token',
			'sub from user info endpoint does not match sub in id_token'
		],
		of: validator
	},
	{
		id: 'oidc-client-ts/other-person',
		says: ['sub in id_token does not match current sub'],
		of: validator
	},
	{
		id: 'oidc-client-ts/frame-timeout',
		says: ['IFrame timed out without a response'],
		of: oidcClientTs('navigators/IFrameWindow.ts')
	},
	{
		id: 'oidc-client-ts/popup-closed',
		says: ['Popup closed by user'],
		of: oidcClientTs('navigators/PopupWindow.ts'),
		alone: true,
		open: true
	},
	{ id: 'oidc-client-ts/no-end-session', says: ['No end session endpoint'], of: client, alone: true },
	{
		id: 'oidc-client-ts/response-type',
		says: ['Only the Authorization Code flow (with PKCE) is supported'],
		of: client
	},
	{
		id: 'oidc-client-ts/insecure-page',
		says: ['Crypto.subtle is available only in secure contexts (HTTPS)'],
		of: oidcClientTs('utils/CryptoUtils.ts')
	},
	{
		id: 'oidc-client-ts/metadata-lacks',
		says: ['Metadata does not contain property *'],
		of: oidcClientTs('MetadataService.ts')
	},
	{
		id: 'oidc-client-ts/not-json',
		says: ['Invalid response Content-Type: *, from URL: *'],
		of: oidcClientTs('JsonService.ts')
	}
];

const otherMessages: readonly ClientMessage[] = [
	{ id: 'auth0/no-refresh-token', says: ['Missing Refresh Token (audience: *'], of: auth0Faq },
	{ id: 'auth0/insecure-page', says: ['auth0-spa-js must run on a secure origin'], of: auth0Faq },
	{
		id: 'auth0/no-query',
		says: ['There are no query params available for parsing'],
		of: [
			{
				library: 'auth0-spa-js',
				docs: `${auth0Repository}/00b489c4fb4d8393c96832b0bd7e5fc555ffe28c/src/Auth0Client.ts`
			}
		]
	},
	{
		id: 'auth0/nonce-differs',
		says: ['Nonce (nonce) claim mismatch in the ID token; expected *'],
		of: auth0Token
	},
	{
		id: 'auth0/issuer-differs',
		says: ['Issuer (iss) claim mismatch in the ID token; expected *'],
		of: auth0Token,
		code: 'issuer-mismatch'
	},
	{
		id: 'auth0/audience-differs',
		says: ['Audience (aud) claim mismatch in the ID token; expected *'],
		of: auth0Token
	},
	{
		id: 'auth0/time',
		says: [
			'Expiration Time (exp) claim error in the ID token; current time *',
			'Issued At (iat) claim error in the ID token; current time *'
		],
		of: auth0Token
	},
	{
		id: 'auth0/algorithm',
		says: ['Signature algorithm of * is not supported. Expected the ID token to be signed with *'],
		of: auth0Token
	},
	{
		id: 'appauth-js/state-differs',
		says: ['Mismatched request (state and request_uri) dont match'],
		of: [
			{
				library: 'appauth-js',
				docs: 'https://github.com/openid/AppAuth-JS/blob/0881ff3d082aa2e738290674e743fee0f025c42e/src/redirect_based_handler.ts'
			}
		],
		code: 'state-mismatch'
	},
	{
		id: 'angular-auth-oidc-client/state-differs',
		says: ['authorizedCallback incorrect state'],
		of: angularState,
		code: 'state-mismatch'
	},
	{
		id: 'angular-auth-oidc-client/state-not-known',
		says: ['could not find matching config for state *'],
		of: angularAuth(
			'ed1a6cd91a0282de07069f66922ed0fa1ddc5a09/projects/angular-auth-oidc-client/src/lib/auth-state/check-auth.service.ts'
		),
		code: 'state-mismatch'
	},
	{
		id: 'angular-auth-oidc-client/nonce-differs',
		says: ['authorizedCallback incorrect nonce'],
		of: angularState
	},
	{
		id: 'angular-auth-oidc-client/refresh-nonce',
		says: ['dataIdToken.nonce: * local_nonce:--RefreshToken--'],
		of: angularAuth(
			'073ffc500213184da6999740d45e70da67c0c411/projects/angular-auth-oidc-client/src/lib/validation/token-validation.service.ts'
		),
		code: 'nonce-mismatch'
	},
	{
		id: 'angular-auth-oidc-client/issuer-differs',
		says: ['authorizedCallback incorrect iss does not match authWellKnownEndpoints issuer'],
		of: angularState,
		code: 'issuer-mismatch'
	},
	{
		id: 'angular-auth-oidc-client/signature',
		says: ['authorizedCallback Signature validation failed id_token'],
		of: angularState
	},
	{
		id: 'angular-auth-oidc-client/time',
		says: ['iat rejected id_token was issued too far away from the current time'],
		of: angularState
	},
	{
		id: 'angular-auth-oidc-client/renewed-token',
		says: ['authorizedCallback pre, post id_token claims do not match in refresh'],
		of: angularState
	},
	{
		id: 'angular-oauth2-oidc/state-differs',
		says: ['Validating access_token failed, wrong state/nonce'],
		of: angularOauth2,
		code: 'state-mismatch'
	},
	{
		id: 'angular-oauth2-oidc/issuer-differs',
		says: ['invalid issuer in discovery document expected: *'],
		of: angularOauth2,
		code: 'issuer-mismatch'
	},
	{
		id: 'supabase/no-verifier',
		says: ['PKCE code verifier not found in storage'],
		of: [{ library: 'supabase-js', docs: 'https://github.com/supabase/supabase-js/pull/1931' }],
		code: 'pkce-verifier-missing'
	}
];

export const browserMessages: readonly ClientMessage[] = [...oidcClientTsMessages, ...otherMessages];
