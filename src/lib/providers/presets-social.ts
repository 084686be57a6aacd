import { known, type Preset } from './preset';

/** Accounts that people have already. */
export const presetsSocial: readonly Preset[] = [
	{
		id: 'google',
		name: 'Google',
		issuer: known(
			'https://accounts.google.com',
			'One issuer for all.',
			['https://github.com/auth0/openidconnect-playground'],
			false
		),
		variables: [],
		hosts: ['accounts.google.com', 'oauth2.googleapis.com'],
		scopes: ['openid', 'profile', 'email'],
		parameters: known(
			[
				{ name: 'access_type', note: 'offline asks for a refresh token.', value: 'offline' },
				{ name: 'prompt', note: 'none, consent or select_account.' },
				{ name: 'include_granted_scopes', note: 'true adds the scopes that were granted before.' },
				{ name: 'hd', note: 'Accounts of one hosted domain.' },
				{ name: 'login_hint', note: 'The account to fill in.' }
			],
			'',
			[
				'https://cloud.google.com/nodejs/docs/reference/google-auth-library/7.4.1/google-auth-library/generateauthurlopts'
			]
		),
		browser: known(
			'with-secret',
			'Web and desktop clients need a client secret to redeem the code, so a page alone cannot finish.',
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
			'The token endpoint answers pages, errors too; the secret is what stops them.',
			[
				'https://github.com/manfredsteyer/angular-oauth2-oidc/issues/812',
				'https://github.com/wi3land/ionic-appauth/issues/56'
			],
			false
		),
		publicClient: known(
			false,
			'Web and desktop clients need their secret in spite of PKCE; mobile types have none.',
			[
				'https://github.com/manfredsteyer/angular-oauth2-oidc/issues/812',
				'https://github.com/openid/AppAuth-JS/issues/91',
				'https://github.com/pilcrowonpaper/arctic/issues/274'
			],
			false
		),
		plain: known(true, 'S256 or plain; plain when the method is left out.', [
			'https://cloud.google.com/nodejs/docs/reference/google-auth-library/7.4.1/google-auth-library/generateauthurlopts'
		]),
		refreshToken: known(
			true,
			'access_type=offline at the first consent, or with prompt=consent; offline_access is not used. Apps in testing lose it after seven days.',
			[
				'https://cloud.google.com/nodejs/docs/reference/google-auth-library/7.4.1/google-auth-library/generateauthurlopts',
				'https://developers.google.cn/nest/device-access/reference/errors/authorization.md.txt',
				'https://github.com/google/google-api-php-client/issues/263'
			]
		),
		accessToken: known(
			'opaque',
			'Opaque.',
			['https://github.com/google/google-api-php-client/issues/263'],
			false
		),
		notes: known(
			true,
			'There is no end-session endpoint.',
			['https://github.com/auth0/openidconnect-playground'],
			false
		)
	},
	{
		id: 'apple',
		name: 'Apple (Sign in with Apple)',
		issuer: known(
			'https://appleid.apple.com',
			'',
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
					name: 'response_mode',
					note: 'form_post is a must when name or email is asked for. A page alone cannot receive it.'
				}
			],
			'',
			['https://dev-kelly.notion.site/12029858806780a19dc8fa503ab66261', 'https://emulate.dev/apple'],
			false
		),
		browser: known(
			'no',
			'Needs a client secret that is a signed JWT, and form_post for name or email: both need a server.',
			['https://github.com/mikebronner/laravel-sign-in-with-apple/issues/9', 'https://siwa.fluffy.es/'],
			false
		),
		publicClient: known(
			false,
			'The client secret is a JWT signed with the developer’s key, valid six months at most.',
			['https://github.com/mikebronner/laravel-sign-in-with-apple/issues/9', 'https://siwa.fluffy.es/'],
			false
		),
		notes: known(
			true,
			'No localhost and no IP address as redirect URI. From a page one can look at the authorization URL and at an ID token, no more.',
			['https://www.oncrashreboot.com/sign-in-with-apple-you-should-know'],
			false
		)
	},
	{
		id: 'github',
		name: 'GitHub',
		endpoints: known(
			{
				authorization: 'https://github.com/login/oauth/authorize',
				token: 'https://github.com/login/oauth/access_token'
			},
			'OAuth apps have no discovery.',
			[
				'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md'
			]
		),
		variables: [],
		hosts: ['github.com'],
		scopes: ['read:user', 'user:email'],
		parameters: known(
			[
				{ name: 'prompt', note: 'select_account.' },
				{ name: 'login', note: 'The account to suggest.' },
				{ name: 'allow_signup', note: 'Whether sign-up is offered.' }
			],
			'',
			[
				'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md'
			]
		),
		browser: known('no', 'The token endpoint does not answer pages and wants the client secret.', [
			'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md',
			'https://github.blog/changelog/2025-07-14-pkce-support-for-oauth-and-github-app-authentication'
		]),
		cors: known('never', 'Pre-flight requests are not supported.', [
			'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md'
		]),
		publicClient: known(false, 'PKCE is supported, but the client secret is still required.', [
			'https://github.blog/changelog/2025-07-14-pkce-support-for-oauth-and-github-app-authentication'
		]),
		plain: known(false, 'S256 only.', [
			'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md'
		]),
		refreshToken: known(true, 'None for OAuth apps; GitHub Apps with expiring tokens have them.', [
			'https://github.com/github/docs'
		]),
		accessToken: known('opaque', 'Opaque.', [
			'https://github.com/github/docs/blob/main/content/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps.md'
		]),
		notes: known(
			true,
			'No OpenID Connect for OAuth apps. Codes live ten minutes. The exchange can be finished with the curl command.',
			[
				'https://github.com/github/docs/blob/main/content/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors.md'
			]
		)
	}
];
