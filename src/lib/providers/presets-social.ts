import { known, type Preset } from './preset';

/** Accounts that people have already. */
export const presetsSocial = [
	{
		id: 'google',
		name: 'Google',
		issuer: known(
			'https://accounts.google.com',
			['https://github.com/auth0/openidconnect-playground'],
			false
		),
		variables: [],
		hosts: ['accounts.google.com', 'oauth2.googleapis.com'],
		scopes: ['openid', 'profile', 'email'],
		parameters: known(
			[
				{ name: 'access_type', value: 'offline' },
				{ name: 'prompt' },
				{ name: 'include_granted_scopes' },
				{ name: 'hd' },
				{ name: 'login_hint' }
			],
			[
				'https://cloud.google.com/nodejs/docs/reference/google-auth-library/7.4.1/google-auth-library/generateauthurlopts'
			]
		),
		browser: known(
			'with-secret',
			[
				'https://github.com/manfredsteyer/angular-oauth2-oidc/issues/812',
				'https://github.com/wi3land/ionic-appauth/issues/56',
				'https://github.com/openid/AppAuth-JS/issues/91',
				'https://github.com/pilcrowonpaper/arctic/issues/274'
			],
			false
		),
		cors: known(
			'always',
			[
				'https://github.com/manfredsteyer/angular-oauth2-oidc/issues/812',
				'https://github.com/wi3land/ionic-appauth/issues/56'
			],
			false
		),
		publicClient: known(
			false,
			[
				'https://github.com/manfredsteyer/angular-oauth2-oidc/issues/812',
				'https://github.com/openid/AppAuth-JS/issues/91',
				'https://github.com/pilcrowonpaper/arctic/issues/274'
			],
			false
		),
		plain: known(true, [
			'https://cloud.google.com/nodejs/docs/reference/google-auth-library/7.4.1/google-auth-library/generateauthurlopts'
		]),
		refreshToken: known(true, [
			'https://cloud.google.com/nodejs/docs/reference/google-auth-library/7.4.1/google-auth-library/generateauthurlopts',
			'https://developers.google.cn/nest/device-access/reference/errors/authorization.md.txt',
			'https://github.com/google/google-api-php-client/issues/263'
		]),
		accessToken: known('opaque', ['https://github.com/google/google-api-php-client/issues/263'], false),
		notes: known(
			true,
			[
				'https://github.com/auth0/openidconnect-playground',
				'https://developers.google.com/identity/protocols/oauth2/resources/dpop-adoption'
			],
			false
		)
	},
	{
		id: 'apple',
		name: 'Apple (Sign in with Apple)',
		issuer: known(
			'https://appleid.apple.com',
			[
				'https://emulate.dev/apple',
				'https://apple-docs.everest.mt/docs/technotes/tn3107-resolving-sign-in-with-apple-response-errors/'
			],
			false
		),
		variables: [],
		hosts: ['appleid.apple.com'],
		scopes: ['openid'],
		parameters: known(
			[
				{
					name: 'response_mode'
				}
			],
			['https://dev-kelly.notion.site/12029858806780a19dc8fa503ab66261', 'https://emulate.dev/apple'],
			false
		),
		browser: known(
			'no',
			['https://github.com/mikebronner/laravel-sign-in-with-apple/issues/9', 'https://siwa.fluffy.es/'],
			false
		),
		publicClient: known(
			false,
			['https://github.com/mikebronner/laravel-sign-in-with-apple/issues/9', 'https://siwa.fluffy.es/'],
			false
		),
		notes: known(true, ['https://www.oncrashreboot.com/sign-in-with-apple-you-should-know'], false)
	},
	{
		id: 'github',
		name: 'GitHub',
		endpoints: known(
			{
				authorization: 'https://github.com/login/oauth/authorize',
				token: 'https://github.com/login/oauth/access_token'
			},
			[
				'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md'
			]
		),
		variables: [],
		hosts: ['github.com'],
		scopes: ['read:user', 'user:email'],
		parameters: known(
			[{ name: 'prompt' }, { name: 'login' }, { name: 'allow_signup' }],
			[
				'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md'
			]
		),
		browser: known('no', [
			'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md',
			'https://github.blog/changelog/2025-07-14-pkce-support-for-oauth-and-github-app-authentication'
		]),
		cors: known('never', [
			'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md'
		]),
		publicClient: known(false, [
			'https://github.blog/changelog/2025-07-14-pkce-support-for-oauth-and-github-app-authentication'
		]),
		plain: known(false, [
			'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md'
		]),
		refreshToken: known(true, ['https://github.com/github/docs']),
		accessToken: known('opaque', [
			'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md'
		]),
		notes: known(true, [
			'https://github.com/github/docs/blob/main/content/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors.md'
		])
	}
] as const satisfies readonly Preset[];
