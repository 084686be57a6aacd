import { known, type Preset } from './preset';

/** Identity as a service. */
export const presetsCloud = [
	{
		id: 'auth0',
		name: 'Auth0',
		issuer: known('https://{domain}/', [
			'https://github.com/auth0/openidconnect-playground',
			'https://github.com/auth0/docs-v2/blob/main/main/docs/authenticate/login/logout/log-users-out-of-auth0.mdx'
		]),
		variables: [{ name: 'domain', kind: 'host', example: 'example.eu.auth0.com' }],
		hosts: ['.auth0.com'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[
				{ name: 'audience' },
				{ name: 'organization' },
				{ name: 'connection' },
				{ name: 'prompt' },
				{
					name: 'resource'
				}
			],
			[
				'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/authentication-and-authorization-flow/authorization-code-flow-with-pkce/call-your-api-using-the-authorization-code-flow-with-pkce.mdx',
				'https://github.com/nbarbettini/oidc-debugger/issues/79'
			]
		),
		browser: known('yes', [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/applications/set-up-cors.mdx',
			'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/authentication-and-authorization-flow/authorization-code-flow-with-pkce/call-your-api-using-the-authorization-code-flow-with-pkce.mdx'
		]),
		cors: known('per-client', [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/applications/set-up-cors.mdx'
		]),
		publicClient: known(true, [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/authentication-and-authorization-flow/authorization-code-flow-with-pkce/call-your-api-using-the-authorization-code-flow-with-pkce.mdx'
		]),
		plain: known(false, [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/authentication-and-authorization-flow/authorization-code-flow-with-pkce/call-your-api-using-the-authorization-code-flow-with-pkce.mdx'
		]),
		refreshToken: known(true, [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/secure/tokens/refresh-tokens/get-refresh-tokens.mdx',
			'https://github.com/MaikuB/flutter_appauth/issues/169'
		]),
		accessToken: known('depends', [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/secure/tokens/access-tokens/get-access-tokens.mdx'
		]),
		logout: known('discovery', [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/authenticate/login/logout/log-users-out-of-auth0.mdx',
			'https://auth0.com/docs/api/authentication/logout/oidc-logout.md'
		]),
		notes: known(true, [
			'https://github.com/auth0/docs-v2/blob/main/main/docs/secure/sender-constraining/demonstrating-proof-of-possession-dpop.mdx'
		])
	},
	{
		id: 'cognito',
		name: 'Amazon Cognito',
		issuer: known(
			'https://cognito-idp.{region}.amazonaws.com/{userPoolId}',
			[
				'https://gist.github.com/kevcodez/0fa6f561315e73c26748dc847e32f113',
				'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html'
			],
			false
		),
		variables: [
			{
				name: 'region',
				kind: 'label',
				example: 'eu-central-1',
				form: { is: /^[a-z]{2}(?:-[a-z]+)+-\d+$/, otherwise: 'variable-region' }
			},
			{
				name: 'userPoolId',
				kind: 'segment',
				example: 'eu-central-1_AbCdEfGhI',
				begins: 'region'
			}
		],
		hosts: ['.amazoncognito.com'],
		scopes: ['openid', 'profile', 'email'],
		parameters: known(
			[{ name: 'identity_provider' }, { name: 'idp_identifier' }, { name: 'lang' }],
			[
				'https://github.com/awsdocs/amazon-cognito-developer-guide/blob/main/doc_source/authorization-endpoint.md'
			]
		),
		browser: known('yes', [
			'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html',
			'https://docs.aws.amazon.com/zh_cn/cognito/latest/developerguide/token-endpoint.md'
		]),
		cors: known('always', [
			'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html',
			'https://docs.aws.amazon.com/zh_cn/cognito/latest/developerguide/token-endpoint.md'
		]),
		publicClient: known(true, [
			'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html'
		]),
		plain: known(false, [
			'https://github.com/awsdocs/amazon-cognito-developer-guide/blob/main/doc_source/authorization-endpoint.md',
			'https://www.repost.aws/questions/QU82Bu0s1qQlOQai_BcW5hSw/'
		]),
		refreshToken: known(true, [
			'https://github.com/awsdocs/amazon-cognito-developer-guide/blob/main/doc_source/token-endpoint.md'
		]),
		accessToken: known('jwt', [
			'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html'
		]),
		logout: known('own', ['https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html']),
		notes: known(true, [
			'https://github.com/awsdocs/amazon-cognito-developer-guide/blob/main/doc_source/authorization-endpoint.md',
			'https://github.com/awsdocs/amazon-cognito-developer-guide/blob/main/doc_source/userinfo-endpoint.md',
			'https://repost.aws/zh-Hant/questions/QUribd4ytZTnmoxKt_B7DXFg/'
		])
	},
	{
		id: 'clerk',
		name: 'Clerk',
		issuer: known('https://{frontendApi}', [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		variables: [{ name: 'frontendApi', kind: 'host', example: 'verb-noun-00.clerk.accounts.dev' }],
		hosts: ['.clerk.accounts.dev'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[],
			[
				'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
			]
		),
		browser: known(
			'unknown',
			[
				'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
			],
			false
		),
		publicClient: known(true, [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		plain: known(false, [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		refreshToken: known(true, [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		accessToken: known('depends', [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx'
		]),
		notes: known(true, [
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/single-sign-on.mdx',
			'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/client-id-metadata-documents.mdx'
		])
	}
] as const satisfies readonly Preset[];
