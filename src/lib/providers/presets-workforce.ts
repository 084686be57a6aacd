import { known, type Preset } from './preset';

/** Directories of companies. */
export const presetsWorkforce: readonly Preset[] = [
	{
		id: 'okta',
		name: 'Okta',
		issuer: known(
			'https://{oktaDomain}[/oauth2/{authServerId}]',
			'A custom authorization server; leave the server empty for the org server.',
			[
				'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/validate-access-tokens/main/index.md'
			]
		),
		variables: [
			{
				name: 'oktaDomain',
				label: 'Okta domain',
				kind: 'host',
				example: 'example.okta.com',
				form: { is: /^(?![a-z0-9-]+-admin\.)/, otherwise: 'variable-admin' }
			},
			{
				name: 'authServerId',
				label: 'Authorization server',
				kind: 'segment',
				example: 'default',
				optional: true
			}
		],
		hosts: ['.okta.com', '.oktapreview.com', '.okta-emea.com'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[
				{ name: 'prompt', note: 'none, login, consent or enroll_authenticator.' },
				{ name: 'acr_values', note: 'The assurance to step up to.' }
			],
			'',
			['https://developer.okta.com/docs/reference/error-codes/']
		),
		browser: known('yes', 'A single-page app with a redirect URI on this origin, or a trusted origin.', [
			'https://github.com/okta/okta-developer-docs/pull/1678',
			'https://developer.okta.com/docs/reference/error-codes/',
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/enable-cors/main/index.md',
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/implement-grant-type/main/authcodepkce/use-flow.md'
		]),
		cors: known(
			'per-client',
			'The origin of a sign-in redirect URI may redeem codes; everything else needs Security > API > Trusted Origins, type CORS. Pages must use PKCE.',
			[
				'https://github.com/okta/okta-developer-docs/pull/1678',
				'https://developer.okta.com/docs/reference/error-codes/',
				'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/enable-cors/main/index.md'
			]
		),
		publicClient: known(true, 'Single-page or native app, client authentication None.', [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/implement-grant-type/main/authcodepkce/use-flow.md'
		]),
		plain: known(false, 'Always S256.', [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/implement-grant-type/main/authcodepkce/use-flow.md'
		]),
		refreshToken: known(
			true,
			'Enable the Refresh Token grant for the app and ask for offline_access; pages get rotating ones.',
			[
				'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/refresh-tokens/main/index.md'
			]
		),
		accessToken: known(
			'depends',
			'A JWT from a custom authorization server; treat a token of the org server as opaque.',
			[
				'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/validate-access-tokens/main/index.md'
			]
		),
		logout: known('own', '{issuer}/v1/logout, with a registered sign-out redirect URI.', [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/sign-users-out/main/vue/remotesignout.md'
		]),
		notes: known(true, 'DPoP works, nonces included, and PAR is there.', [
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/dpop/main/index.md'
		])
	},
	{
		id: 'entra',
		name: 'Microsoft Entra ID',
		issuer: known(
			'https://login.microsoftonline.com/{tenant}/v2.0',
			'With common, organizations or consumers the issuer in the token names the real tenant instead.',
			['https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc']
		),
		variables: [
			{
				name: 'tenant',
				label: 'Tenant id or domain',
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
			[
				{ name: 'prompt', note: 'login, none, consent or select_account.' },
				{ name: 'domain_hint', note: 'Skip the choice of the home realm.' },
				{ name: 'claims', note: 'The answer to a challenge of Conditional Access (step-up).' },
				{ name: 'login_hint', note: 'The account to fill in.' }
			],
			'',
			[
				'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
				'https://learn.microsoft.com/entra/identity-platform/reference-error-codes'
			]
		),
		browser: known('yes', 'The redirect URI must stand under the platform Single-page application.', [
			'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
			'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/5196',
			'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/2482',
			'https://github.com/atinux/nuxt-auth-utils/issues/319'
		]),
		cors: known(
			'per-client',
			'Only for redirect URIs of the single-page platform (App registrations > Authentication). Their codes in turn are redeemed only with an Origin header.',
			[
				'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
				'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/5196',
				'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/2482'
			]
		),
		publicClient: known(true, 'The single-page platform is public and must use PKCE.', [
			'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
			'https://github.com/atinux/nuxt-auth-utils/issues/319'
		]),
		plain: known(true, 'Documented beside S256, and assumed when the method is left out.', [
			'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow'
		]),
		refreshToken: known(
			true,
			'Ask for offline_access; refresh tokens of pages live 24 hours and cannot be extended.',
			[
				'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow',
				'https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/4544'
			]
		),
		accessToken: known(
			'jwt',
			'Shaped like a JWT; do not read those for APIs that are not yours. One API for each token, chosen by scope; resource is refused.',
			['https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc']
		),
		logout: known(
			'discovery',
			'end_session_endpoint of discovery; the address after sign-out must be a registered redirect URI.',
			['https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc']
		),
		notes: known(
			true,
			'UserInfo is at graph.microsoft.com. 127.0.0.1 and localhost are told apart in redirect URIs.',
			[
				'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc',
				'https://github.com/intility/fastapi-azure-auth/issues/221'
			]
		)
	},
	{
		id: 'adfs',
		name: 'AD FS (2019+)',
		issuer: known('https://{host}/adfs', 'Access tokens may name another issuer (access_token_issuer).', [
			'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-oidce/f629647a-4825-465b-80bb-32c7e9cec2c8'
		]),
		variables: [{ name: 'host', label: 'Host', kind: 'host', example: 'adfs.example.com' }],
		hosts: [],
		path: '/adfs',
		scopes: ['openid', 'profile', 'email'],
		parameters: known(
			[
				{ name: 'resource', note: 'The identifier of the Web API.' },
				{ name: 'prompt', note: 'login or none.' },
				{ name: 'domain_hint', note: 'Skip the choice of the home realm.' },
				{ name: 'login_hint', note: 'The account to fill in.' }
			],
			'',
			[
				'https://github.com/MicrosoftDocs/windowsserverdocs/blob/main/WindowsServerDocs/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios.md'
			]
		),
		browser: known(
			'yes',
			'After Set-AdfsResponseHeaders allows this origin.',
			[
				'https://blogs.aaddevsup.xyz/2021/12/msal-js-spa-client-performing-authorization-code-grant-flow-to-adfs-2019/'
			],
			false
		),
		cors: known(
			'per-tenant',
			'Off at first: Set-AdfsResponseHeaders -EnableCORS $true, then CORSTrustedOrigins (AD FS 2019).',
			[
				'https://blogs.aaddevsup.xyz/2021/12/msal-js-spa-client-performing-authorization-code-grant-flow-to-adfs-2019/'
			],
			false
		),
		publicClient: known(
			true,
			'Register a Native application in the application group.',
			[
				'https://blogs.aaddevsup.xyz/2021/12/msal-js-spa-client-performing-authorization-code-grant-flow-to-adfs-2019/'
			],
			false
		),
		plain: known(true, 'Beside S256, and assumed when the method is left out.', [
			'https://github.com/MicrosoftDocs/windowsserverdocs/blob/main/WindowsServerDocs/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios.md'
		]),
		accessToken: known('jwt', 'A JWT for the resource; for UserInfo when there was none.', [
			'https://github.com/MicrosoftDocs/windowsserverdocs/blob/main/WindowsServerDocs/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios.md',
			'https://gist.github.com/nov/3f284aa8cec5ed6bc332e9a5c9d93851'
		]),
		logout: known('own', '/adfs/oauth2/logout.', [
			'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-oidce/ea72fa50-884c-4da6-ad0a-272eb068fc3b'
		]),
		notes: known(true, 'Validate an access token with access_token_issuer.', [
			'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-oidce/f629647a-4825-465b-80bb-32c7e9cec2c8'
		])
	}
];
