import { known, type Preset } from './preset';

/** Services and a demo server for developers. */
export const presetsDeveloper = [
	{
		id: 'workos',
		name: 'WorkOS (AuthKit / Connect)',
		issuer: known('https://{subdomain}.authkit.app', [
			'https://workos.com/docs/reference/workos-connect/metadata'
		]),
		variables: [{ name: 'subdomain', kind: 'label', example: 'example' }],
		hosts: ['.authkit.app', 'api.workos.com'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[{ name: 'nonce' }, { name: 'provider' }],
			['https://workos.com/docs/reference/workos-connect/authorize.md']
		),
		browser: known(
			'unknown',
			[
				'https://www.mintlify.com/workos/workos-node/guides/public-client-mode',
				'https://workos.com/docs/reference/workos-connect/token'
			],
			false
		),
		plain: known(false, ['https://www.mintlify.com/workos/workos-node/api/pkce'], false),
		refreshToken: known(true, ['https://workos.com/docs/reference/workos-connect/token']),
		accessToken: known('jwt', ['https://workos.com/docs/reference/workos-connect/token']),
		notes: known(true, ['https://workos.com/docs/reference/workos-connect/authorize.md'])
	},
	{
		id: 'logto',
		name: 'Logto',
		issuer: known('https://{tenant}.logto.app/oidc', [
			'https://docs.logto.io/docs/recipes/openid-connect/introspect-tokens/'
		]),
		variables: [{ name: 'tenant', kind: 'label', example: 'example' }],
		hosts: ['.logto.app'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[
				{ name: 'resource' },
				{ name: 'first_screen' },
				{ name: 'direct_sign_in' },
				{ name: 'login_hint' },
				{ name: 'organization_id' },
				{ name: 'prompt', value: 'consent' }
			],
			[
				'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts',
				'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/utils.ts'
			]
		),
		browser: known('yes', [
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/utils.ts',
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
		]),
		cors: known('per-client', [
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/utils.ts',
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
		]),
		publicClient: known(true, [
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/utils.ts',
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
		]),
		plain: known(false, ['https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts']),
		refreshToken: known(true, [
			'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
		]),
		accessToken: known('depends', ['https://docs.logto.io/docs/recipes/openid-connect/introspect-tokens/']),
		logout: known(
			'discovery',
			[
				'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts',
				'https://github.com/panva/node-oidc-provider/blob/main/lib/helpers/defaults.js'
			],
			false
		),
		notes: known(true, ['https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'])
	},
	{
		id: 'duende-demo',
		name: 'Duende demo server (demo.duendesoftware.com)',
		issuer: known('https://demo.duendesoftware.com', [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/HostingExtensions.cs'
		]),
		variables: [],
		hosts: ['demo.duendesoftware.com'],
		scopes: ['openid', 'profile', 'email', 'api', 'offline_access'],
		parameters: known(
			[
				{
					name: 'resource'
				},
				{ name: 'prompt' },
				{ name: 'acr_values' }
			],
			[
				'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/Config.cs'
			]
		),
		browser: known('yes', [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/DemoCorsPolicy.cs',
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/HostingExtensions.cs',
			'https://github.com/DuendeSoftware/products',
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/Config.cs#L326-L384',
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/DemoRedirectValidator.cs'
		]),
		cors: known('always', [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/DemoCorsPolicy.cs',
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/HostingExtensions.cs',
			'https://github.com/DuendeSoftware/products'
		]),
		publicClient: known(true, [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/Config.cs#L326-L384',
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/DemoRedirectValidator.cs'
		]),
		plain: known(false, [
			'https://github.com/DuendeSoftware/products/blob/main/identity-server/src/IdentityServer/Validation/Default/AuthorizeRequestValidator.cs'
		]),
		refreshToken: known(true, [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/Config.cs'
		]),
		accessToken: known('jwt', [
			'https://github.com/DuendeSoftware/demo.duendesoftware.com/blob/7e66764359c94f1e5883c69386bc73653351f248/src/HostingExtensions.cs'
		]),
		logout: known('discovery', [
			'https://docs.duendesoftware.com/identityserver/reference/v8/endpoints/end-session/'
		]),
		notes: known(
			true,
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
		issuer: known('https://{host}/{tenantId}', [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		variables: [
			{ name: 'host', kind: 'host', example: 'example.fusionauth.io' },
			{
				name: 'tenantId',
				kind: 'segment',
				example: '00000000-0000-4000-8000-000000000000'
			}
		],
		hosts: ['.fusionauth.io'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[
				{ name: 'tenantId' },
				{ name: 'idp_hint' },
				{ name: 'prompt' },
				{ name: 'max_age' },
				{ name: 'login_hint' },
				{ name: 'locale' }
			],
			[
				'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
			]
		),
		browser: known('yes', [
			'https://fusionauth.io/docs/operate/secure-and-monitor/cors',
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		cors: known('per-tenant', [
			'https://fusionauth.io/docs/operate/secure-and-monitor/cors',
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		publicClient: known(true, [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		plain: known(false, [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		refreshToken: known(true, [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		accessToken: known('jwt', [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		logout: known('own', [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		]),
		notes: known(true, [
			'https://github.com/FusionAuth/fusionauth-site/blob/main/astro/src/content/docs/lifecycle/authenticate-users/oauth/endpoints.mdx'
		])
	}
] as const satisfies readonly Preset[];
