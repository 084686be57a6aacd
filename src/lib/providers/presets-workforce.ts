import { known, type Preset } from './preset';

/** Directories of companies. */
export const presetsWorkforce = [
	{
		id: 'okta',
		name: 'Okta',
		issuer: known('https://{oktaDomain}[/oauth2/{authServerId}]', [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/validate-access-tokens/main/index.md'
		]),
		variables: [
			{
				name: 'oktaDomain',
				kind: 'host',
				example: 'example.okta.com',
				form: { is: /^(?![a-z0-9-]+-admin\.)/, otherwise: 'variable-admin' }
			},
			{
				name: 'authServerId',
				kind: 'segment',
				example: 'default',
				optional: true
			}
		],
		hosts: ['.okta.com', '.oktapreview.com', '.okta-emea.com'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[{ name: 'prompt' }, { name: 'acr_values' }],
			['https://developer.okta.com/docs/reference/error-codes/']
		),
		browser: known('yes', [
			'https://github.com/okta/okta-developer-docs/pull/1678',
			'https://developer.okta.com/docs/reference/error-codes/',
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/enable-cors/main/index.md',
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/implement-grant-type/main/authcodepkce/use-flow.md'
		]),
		cors: known('per-client', [
			'https://github.com/okta/okta-developer-docs/pull/1678',
			'https://developer.okta.com/docs/reference/error-codes/',
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/enable-cors/main/index.md'
		]),
		publicClient: known(true, [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/implement-grant-type/main/authcodepkce/use-flow.md'
		]),
		plain: known(false, [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/implement-grant-type/main/authcodepkce/use-flow.md'
		]),
		refreshToken: known(true, [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/refresh-tokens/main/index.md'
		]),
		accessToken: known('depends', [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/validate-access-tokens/main/index.md'
		]),
		logout: known('own', [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/sign-users-out/main/vue/remotesignout.md'
		]),
		notes: known(true, [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/dpop/main/index.md'
		])
	},
	{
		id: 'entra',
		name: 'Microsoft Entra ID',
		issuer: known('https://login.microsoftonline.com/{tenant}/v2.0', [
			'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc'
		]),
		variables: [
			{
				name: 'tenant',
				kind: 'segment',
				example: 'contoso.onmicrosoft.com',
				form: {
					is: /^(?:common|organizations|consumers|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,})$/i,
					otherwise: 'variable-tenant'
				}
			}
		],
		hosts: [
			'login.microsoftonline.com',
			'login.microsoftonline.us',
			'login.windows.net',
			'sts.windows.net',
			'.ciamlogin.com',
			'.b2clogin.com'
		],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[{ name: 'prompt' }, { name: 'domain_hint' }, { name: 'claims' }, { name: 'login_hint' }],
			[
				'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
				'https://learn.microsoft.com/entra/identity-platform/reference-error-codes'
			]
		),
		browser: known('yes', [
			'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
			'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/5196',
			'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/2482',
			'https://github.com/atinux/nuxt-auth-utils/issues/319'
		]),
		cors: known('per-client', [
			'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
			'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/5196',
			'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/2482'
		]),
		publicClient: known(true, [
			'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
			'https://github.com/atinux/nuxt-auth-utils/issues/319'
		]),
		plain: known(true, ['https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow']),
		refreshToken: known(true, [
			'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
			'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/4544'
		]),
		accessToken: known('jwt', ['https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc']),
		logout: known('discovery', ['https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc']),
		notes: known(true, [
			'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc',
			'https://github.com/intility/fastapi-azure-auth/issues/221',
			'https://github.com/vercel/ai/issues/18674'
		])
	},
	{
		id: 'adfs',
		name: 'AD FS (2019+)',
		issuer: known('https://{host}/adfs', [
			'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-oidce/f629647a-4825-465b-80bb-32c7e9cec2c8'
		]),
		variables: [{ name: 'host', kind: 'host', example: 'adfs.example.com' }],
		hosts: [],
		path: '/adfs',
		scopes: ['openid', 'profile', 'email'],
		parameters: known(
			[{ name: 'resource' }, { name: 'prompt' }, { name: 'domain_hint' }, { name: 'login_hint' }],
			[
				'https://github.com/MicrosoftDocs/windowsserverdocs/blob/main/WindowsServerDocs/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios.md'
			]
		),
		browser: known(
			'yes',
			[
				'https://blogs.aaddevsup.xyz/2021/12/msal-js-spa-client-performing-authorization-code-grant-flow-to-adfs-2019/'
			],
			false
		),
		cors: known(
			'per-tenant',
			[
				'https://blogs.aaddevsup.xyz/2021/12/msal-js-spa-client-performing-authorization-code-grant-flow-to-adfs-2019/'
			],
			false
		),
		publicClient: known(
			true,
			[
				'https://blogs.aaddevsup.xyz/2021/12/msal-js-spa-client-performing-authorization-code-grant-flow-to-adfs-2019/'
			],
			false
		),
		plain: known(true, [
			'https://github.com/MicrosoftDocs/windowsserverdocs/blob/main/WindowsServerDocs/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios.md'
		]),
		accessToken: known('jwt', [
			'https://github.com/MicrosoftDocs/windowsserverdocs/blob/main/WindowsServerDocs/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios.md',
			'https://gist.github.com/nov/3f284aa8cec5ed6bc332e9a5c9d93851'
		]),
		logout: known('own', [
			'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-oidce/ea72fa50-884c-4da6-ad0a-272eb068fc3b'
		]),
		notes: known(true, [
			'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-oidce/f629647a-4825-465b-80bb-32c7e9cec2c8'
		])
	}
] as const satisfies readonly Preset[];
