import { known, type Preset } from './preset';

/** Services and a demo server for developers. */
export const presetsDeveloper: readonly Preset[] = [
	{
		id: 'workos',
		name: 'WorkOS (AuthKit / Connect)',
		issuer: known('https://{subdomain}.authkit.app', '', [
			'https://workos.com/docs/reference/workos-connect/metadata'
		]),
		variables: [{ name: 'subdomain', label: 'Subdomain', kind: 'label', example: 'example' }],
		hosts: ['.authkit.app', 'api.workos.com'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[
				{ name: 'nonce', note: 'Required at the authorization endpoint of Connect.' },
				{ name: 'provider', note: 'authkit, at the authorization endpoint of User Management.' }
			],
			'',
			['https://workos.com/docs/reference/workos-connect/authorize.md']
		),
		browser: known(
			'unknown',
			'Nothing was found on CORS, nor on clients without a secret.',
			[
				'https://www.mintlify.com/workos/workos-node/guides/public-client-mode',
				'https://workos.com/docs/reference/workos-connect/token'
			],
			false
		),
		plain: known(
			false,
			'The SDK always sends S256.',
			['https://www.mintlify.com/workos/workos-node/api/pkce'],
			false
		),
		refreshToken: known(true, 'Ask for offline_access.', [
			'https://workos.com/docs/reference/workos-connect/token'
		]),
		accessToken: known('jwt', 'A JWT whose audience is the client id.', [
			'https://workos.com/docs/reference/workos-connect/token'
		]),
		notes: known(true, 'response_type=code only.', [
			'https://workos.com/docs/reference/workos-connect/authorize.md'
		])
	},
	{
		id: 'logto',
		name: 'Logto',
		issuer: known('https://{tenant}.logto.app/oidc', '', [
			'https://docs.logto.io/docs/recipes/openid-connect/introspect-tokens/'
		]),
		variables: [{ name: 'tenant', label: 'Tenant id', kind: 'label', example: 'example' }],
		hosts: ['.logto.app'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[
				{ name: 'resource', note: 'The indicator of the API; gives a JWT.' },
				{ name: 'first_screen', note: 'The page to begin with.' },
				{ name: 'direct_sign_in', note: 'Go straight to one way of signing in.' },
				{ name: 'login_hint', note: 'The account to fill in.' },
				{ name: 'organization_id', note: 'A token for one organization.' },
				{ name: 'prompt', note: 'consent is needed for a refresh token.', value: 'consent' }
			],
			'',
			[
				'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts',
				'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/utils.ts'
			]
		),
		browser: known('yes', 'This origin as that of a redirect URI.', [
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/utils.ts',
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
		]),
		cors: known(
			'per-client',
			'The origins of the redirect URIs, and CORS allowed origins of the application.',
			[
				'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/utils.ts',
				'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
			]
		),
		publicClient: known(true, 'Single-page and native apps.', [
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/utils.ts',
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
		]),
		plain: known(false, 'S256 only.', [
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
		]),
		refreshToken: known(true, 'Ask for offline_access; rotating.', [
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
		]),
		accessToken: known('depends', 'Opaque without resource, a JWT with it.', [
			'https://docs.logto.io/docs/recipes/openid-connect/introspect-tokens/'
		]),
		logout: known(
			'discovery',
			'end_session_endpoint of discovery (/session/end).',
			[
				'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts',
				'https://github.com/panva/node-oidc-provider/blob/main/lib/helpers/defaults.js'
			],
			false
		),
		notes: known(true, 'An unknown resource is told as invalid_target. Tokens may be signed with ES384.', [
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
		])
	},
	{
		id: 'duende-demo',
		name: 'Duende demo server (demo.duendesoftware.com)',
		issuer: known('https://demo.duendesoftware.com', '', [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/HostingExtensions.cs'
		]),
		variables: [],
		hosts: ['demo.duendesoftware.com'],
		scopes: ['openid', 'profile', 'email', 'api', 'offline_access'],
		parameters: known(
			[
				{
					name: 'resource',
					note: 'urn:resource1, urn:resource2 or urn:resource3; the third needs this parameter.'
				},
				{ name: 'prompt', note: 'login, none, consent or create.' },
				{ name: 'acr_values', note: 'The kind of sign-in to ask for.' }
			],
			'',
			[
				'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/Config.cs'
			]
		),
		browser: known('yes', 'Nothing to set up: every origin and every redirect URI is accepted.', [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/DemoCorsPolicy.cs',
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/HostingExtensions.cs',
			'https://github.com/DuendeSoftware/products',
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/Config.cs#L326-L384',
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/DemoRedirectValidator.cs'
		]),
		cors: known('always', 'Every origin; but DPoP-Nonce and WWW-Authenticate are not exposed to pages.', [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/DemoCorsPolicy.cs',
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/HostingExtensions.cs',
			'https://github.com/DuendeSoftware/products'
		]),
		publicClient: known(
			true,
			'Client ids interactive.public, interactive.public.short (75 seconds) and native.dpop.',
			[
				'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/Config.cs#L326-L384',
				'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/DemoRedirectValidator.cs'
			]
		),
		plain: known(false, 'Told as “Transform algorithm not supported”.', [
			'https://github.com/DuendeSoftware/products/blob/main/identity-server/src/IdentityServer/Validation/Default/AuthorizeRequestValidator.cs'
		]),
		refreshToken: known(true, 'Ask for offline_access.', [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/Config.cs'
		]),
		accessToken: known('jwt', 'A JWT of type at+jwt.', [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/HostingExtensions.cs'
		]),
		logout: known('discovery', 'end_session_endpoint of discovery.', [
			'https://docs.duendesoftware.com/identityserver/reference/v8/endpoints/end-session/'
		]),
		notes: known(
			true,
			'People: alice/alice and bob/bob. APIs to try: GET /api/test, and GET /api/dpop/test with DPoP.',
			[
				'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/Api/TestController.cs',
				'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/Config.cs',
				'https://github.com/DuendeSoftware/products'
			],
			false
		)
	},
	{
		id: 'fusionauth',
		name: 'FusionAuth',
		issuer: known(
			'https://{host}/{tenantId}',
			'The address of the tenant’s discovery; the issuer inside is what the tenant is set to.',
			[
				'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
			]
		),
		variables: [
			{ name: 'host', label: 'Host', kind: 'host', example: 'example.fusionauth.io' },
			{
				name: 'tenantId',
				label: 'Tenant id',
				kind: 'segment',
				example: '00000000-0000-4000-8000-000000000000'
			}
		],
		hosts: ['.fusionauth.io'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[
				{ name: 'tenantId', note: 'The tenant; called required in the documentation.' },
				{ name: 'idp_hint', note: 'Go straight to one identity provider.' },
				{ name: 'prompt', note: 'none, login or consent, since 1.60.' },
				{ name: 'max_age', note: 'Sign in again when the last time is so many seconds ago.' },
				{ name: 'login_hint', note: 'The account to fill in.' },
				{ name: 'locale', note: 'The language of the sign-in page.' }
			],
			'',
			[
				'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
			]
		),
		browser: known('yes', 'After the CORS filter is switched on for this origin.', [
			'https://fusionauth.io/docs/operate/secure-and-monitor/cors',
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		cors: known(
			'per-tenant',
			'Off at first: Settings > System > CORS; and Authorized request origin URLs of the application.',
			[
				'https://fusionauth.io/docs/operate/secure-and-monitor/cors',
				'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
			]
		),
		publicClient: known(true, 'Client authentication Not required, or not required with PKCE.', [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		plain: known(false, 'Only S256 is documented.', [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		refreshToken: known(true, 'Ask for offline_access, with refresh tokens enabled for the application.', [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		accessToken: known('jwt', 'A JWT.', [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		logout: known('own', '/oauth2/logout with client_id and tenantId.', [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		notes: known(true, 'error_reason names the exact cause. HMAC keys are not in the key set.', [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		])
	}
];
