import { known, type Preset } from './preset';

/** Identity as a service. */
export const presetsCloud: readonly Preset[] = [
	{
		id: 'auth0',
		name: 'Auth0',
		issuer: known('https://{domain}/', 'The final slash belongs to the issuer.', [
			'https://github.com/auth0/openidconnect-playground',
			'https://github.com/auth0/docs-v2/blob/main/main/docs/authenticate/login/logout/log-users-out-of-auth0.mdx'
		]),
		variables: [{ name: 'domain', label: 'Domain', kind: 'host', example: 'example.eu.auth0.com' }],
		hosts: ['.auth0.com'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[
				{ name: 'audience', note: 'The identifier of the API. Without it the access token is opaque.' },
				{ name: 'organization', note: 'Sign in to one organization.' },
				{ name: 'connection', note: 'Go straight to one connection.' },
				{ name: 'prompt', note: 'login, consent or none.' },
				{
					name: 'resource',
					note: 'In place of audience, where the tenant’s resource parameter profile is on.'
				}
			],
			'',
			[
				'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/authentication-and-authorization-flow/authorization-code-flow-with-pkce/call-your-api-using-the-authorization-code-flow-with-pkce.mdx',
				'https://github.com/nbarbettini/oidc-debugger/issues/79'
			]
		),
		browser: known('yes', 'Works once this page is a callback URL or an allowed origin of the application.', [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/applications/set-up-cors.mdx',
			'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/authentication-and-authorization-flow/authorization-code-flow-with-pkce/call-your-api-using-the-authorization-code-flow-with-pkce.mdx'
		]),
		cors: known(
			'per-client',
			'The origin must be that of an Allowed Callback URL, or stand under Allowed Web Origins or Allowed Origins (CORS) in the application’s settings.',
			['https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/applications/set-up-cors.mdx']
		),
		publicClient: known(true, 'Application type Single Page or Native, authentication method None.', [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/authentication-and-authorization-flow/authorization-code-flow-with-pkce/call-your-api-using-the-authorization-code-flow-with-pkce.mdx'
		]),
		plain: known(false, 'Only S256 is documented.', [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/authentication-and-authorization-flow/authorization-code-flow-with-pkce/call-your-api-using-the-authorization-code-flow-with-pkce.mdx'
		]),
		refreshToken: known(
			true,
			'Ask for offline_access, and switch on Allow Offline Access at the API; rotate refresh tokens in pages.',
			[
				'https://github.com/auth0/docs-v2/blob/main/main/docs/secure/tokens/refresh-tokens/get-refresh-tokens.mdx',
				'https://github.com/MaikuB/flutter_appauth/issues/169'
			]
		),
		accessToken: known(
			'depends',
			'Opaque without an audience (then good for UserInfo only), a JWT with one.',
			[
				'https://github.com/auth0/docs-v2/blob/main/main/docs/secure/tokens/access-tokens/get-access-tokens.mdx'
			]
		),
		logout: known(
			'discovery',
			'end_session_endpoint of discovery (/oidc/logout); older tenants must switch it on and have /v2/logout.',
			[
				'https://github.com/auth0/docs-v2/blob/main/main/docs/authenticate/login/logout/log-users-out-of-auth0.mdx',
				'https://auth0.com/docs/api/authentication/logout/oidc-logout.md'
			]
		),
		notes: known(
			true,
			'Custom claims need a namespace. With DPoP, public clients must use the server’s nonce.',
			[
				'https://github.com/auth0/docs-v2/blob/main/main/docs/secure/sender-constraining/demonstrating-proof-of-possession-dpop.mdx'
			]
		)
	},
	{
		id: 'cognito',
		name: 'Amazon Cognito',
		issuer: known(
			'https://cognito-idp.{region}.amazonaws.com/{userPoolId}',
			'The endpoints live on the domain of the pool, another host.',
			[
				'https://gist.github.com/kevcodez/0fa6f561315e73c26748dc847e32f113',
				'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html'
			],
			false
		),
		variables: [
			{
				name: 'region',
				label: 'Region',
				kind: 'label',
				example: 'eu-central-1',
				form: { is: /^[a-z]{2}(?:-[a-z]+)+-\d+$/, otherwise: 'variable-region' }
			},
			{
				name: 'userPoolId',
				label: 'User pool id',
				kind: 'segment',
				example: 'eu-central-1_AbCdEfGhI',
				begins: 'region'
			}
		],
		hosts: ['.amazoncognito.com'],
		scopes: ['openid', 'profile', 'email'],
		parameters: known(
			[
				{ name: 'identity_provider', note: 'Skip the sign-in page, e.g. Google.' },
				{ name: 'idp_identifier', note: 'The same by an identifier, such as a mail domain.' },
				{ name: 'lang', note: 'The language of the sign-in page.' }
			],
			'',
			[
				'https://github.com/awsdocs/amazon-cognito-developer-guide/blob/main/doc_source/authorization-endpoint.md'
			]
		),
		browser: known('yes', 'Needs no setting for CORS; the app client must have no secret.', [
			'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html',
			'https://docs.aws.amazon.com/zh_cn/cognito/latest/developerguide/token-endpoint.md'
		]),
		cors: known('always', 'The token endpoint answers every origin, and this cannot be changed.', [
			'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html',
			'https://docs.aws.amazon.com/zh_cn/cognito/latest/developerguide/token-endpoint.md'
		]),
		publicClient: known(true, 'An app client without a client secret.', [
			'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html'
		]),
		plain: known(false, 'S256 only.', [
			'https://github.com/awsdocs/amazon-cognito-developer-guide/blob/main/doc_source/authorization-endpoint.md',
			'https://www.repost.aws/questions/QU82Bu0s1qQlOQai_BcW5hSw/'
		]),
		refreshToken: known(true, 'Always comes with a code; offline_access is no scope here.', [
			'https://github.com/awsdocs/amazon-cognito-developer-guide/blob/main/doc_source/token-endpoint.md'
		]),
		accessToken: known('jwt', 'A JWT.', [
			'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html'
		]),
		logout: known('own', '/logout on the pool’s domain with client_id and logout_uri: names of its own.', [
			'https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html'
		]),
		notes: known(true, 'Codes live five minutes. A wrong verifier is told as invalid_request first.', [
			'https://github.com/awsdocs/amazon-cognito-developer-guide/blob/main/doc_source/authorization-endpoint.md',
			'https://github.com/awsdocs/amazon-cognito-developer-guide/blob/main/doc_source/userinfo-endpoint.md',
			'https://repost.aws/zh-Hant/questions/QUribd4ytZTnmoxKt_B7DXFg/'
		])
	},
	{
		id: 'clerk',
		name: 'Clerk',
		issuer: known('https://{frontendApi}', 'The Frontend API address.', [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		variables: [
			{ name: 'frontendApi', label: 'Frontend API', kind: 'host', example: 'verb-noun-00.clerk.accounts.dev' }
		],
		hosts: ['.clerk.accounts.dev'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known([], '', [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		browser: known(
			'unknown',
			'Nothing was found on whether the token endpoint answers pages.',
			[
				'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
			],
			false
		),
		publicClient: known(true, 'Tick Public in the OAuth application.', [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		plain: known(false, 'S256 only.', [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		refreshToken: known(true, 'Ask for offline_access; refresh tokens do not expire.', [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		accessToken: known('depends', 'A JWT; opaque where the application is set so.', [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		notes: known(
			true,
			'Client ID Metadata Documents let a static site be a client without registration, where the tenant allows it.',
			[
				'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/single-sign-on.mdx',
				'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/client-id-metadata-documents.mdx'
			]
		)
	}
];
