import { known, type Preset } from './preset';

/** Servers that people run themselves. */
export const presetsOwnServer: readonly Preset[] = [
	{
		id: 'keycloak',
		name: 'Keycloak',
		issuer: known('{base}/realms/{realm}', 'Older installations have /auth at the end of the base.', [
			'https://github.com/keycloak/keycloak/blob/main/docs/guides/securing-apps/partials/oidc/available-endpoints.adoc'
		]),
		variables: [
			{ name: 'base', label: 'Server', kind: 'base', example: 'https://sso.example.com' },
			{ name: 'realm', label: 'Realm', kind: 'segment', example: 'master' }
		],
		hosts: [],
		path: '/realms/',
		scopes: ['openid', 'profile', 'email'],
		parameters: known(
			[
				{ name: 'kc_idp_hint', note: 'Go straight to one identity provider.' },
				{ name: 'prompt', note: 'The values of OpenID Connect.' },
				{ name: 'max_age', note: 'Sign in again when the last time is so many seconds ago.' },
				{ name: 'login_hint', note: 'The account to fill in.' }
			],
			'',
			[
				'https://wjw465150.gitbooks.io/keycloak-documentation/securing_apps/topics/oidc/java/params_forwarding.html'
			],
			false
		),
		browser: known('yes', 'List this origin under Web origins of the client.', [
			'https://github.com/keycloak/keycloak/pull/3616',
			'https://github.com/keycloak/keycloak/pull/4662',
			'https://github.com/keycloak/keycloak/issues/26782',
			'https://github.com/miguelperezcolom/mateu/pull/424',
			'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/utils/PkceUtils.java'
		]),
		cors: known(
			'per-client',
			'Clients > (client) > Settings > Web origins; “+” stands for the origins of the redirect URIs.',
			[
				'https://github.com/keycloak/keycloak/pull/3616',
				'https://github.com/keycloak/keycloak/pull/4662',
				'https://github.com/keycloak/keycloak/issues/26782',
				'https://github.com/miguelperezcolom/mateu/pull/424'
			]
		),
		publicClient: known(true, 'Switch Client authentication off.', [
			'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/utils/PkceUtils.java'
		]),
		plain: known(true, 'Unless the client’s code challenge method is set to S256.', [
			'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/endpoints/AuthorizationEndpointChecker.java'
		]),
		refreshToken: known(
			true,
			'Comes with the session; offline_access gives one that outlives it.',
			[
				'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/keycloak_refresh_token'
			],
			false
		),
		accessToken: known('jwt', 'A JWT.', [
			'https://github.com/keycloak/keycloak/blob/main/docs/guides/securing-apps/partials/oidc/available-endpoints.adoc'
		]),
		logout: known('own', '{issuer}/protocol/openid-connect/logout with id_token_hint or client_id.', [
			'https://github.com/keycloak/keycloak/blob/main/docs/guides/securing-apps/partials/oidc/available-endpoints.adoc',
			'https://keycloak.org/docs-api/latest/javadocs/org/keycloak/protocol/oidc/endpoints/LogoutEndpoint.html'
		]),
		notes: known(true, 'Introspection is for confidential clients only. PAR and DPoP are there.', [
			'https://github.com/keycloak/keycloak/blob/main/docs/guides/securing-apps/partials/oidc/available-endpoints.adoc'
		])
	},
	{
		id: 'zitadel',
		name: 'Zitadel',
		issuer: known('https://{customDomain}', '', [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		variables: [{ name: 'customDomain', label: 'Domain', kind: 'host', example: 'example.zitadel.cloud' }],
		hosts: ['.zitadel.cloud'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[
				{ name: 'prompt', note: 'none, login, select_account or create.' },
				{ name: 'login_hint', note: 'The account to fill in.' },
				{ name: 'ui_locales', note: 'The language of the sign-in page.' }
			],
			'',
			['https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx']
		),
		browser: known(
			'yes',
			'This origin as that of a redirect URI, or as an additional origin.',
			[
				'https://github.com/zitadel/zitadel/issues/1689',
				'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
			],
			false
		),
		cors: known(
			'per-client',
			'The origins of the redirect URIs, and Additional Origins of the application.',
			['https://github.com/zitadel/zitadel/issues/1689'],
			false
		),
		publicClient: known(true, 'Authentication method None (PKCE).', [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		plain: known(false, 'S256 only.', [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		refreshToken: known(true, 'Ask for offline_access; opaque and rotating.', [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		accessToken: known('depends', 'A JWT or opaque, as the application is set.', [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		logout: known('discovery', 'end_session_endpoint of discovery (/oidc/v1/end_session).', [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		notes: known(true, 'Keys rotate without notice. There is no RFC 8414 document.', [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		])
	},
	{
		id: 'authentik',
		name: 'authentik',
		issuer: known(
			'https://{host}/application/o/{appSlug}/',
			'One issuer for each application; the final slash belongs to it.',
			['https://docs.goauthentik.io/providers/oauth2/']
		),
		variables: [
			{ name: 'host', label: 'Host', kind: 'host', example: 'auth.example.com' },
			{ name: 'appSlug', label: 'Application slug', kind: 'segment', example: 'playground' }
		],
		hosts: [],
		path: '/application/o/',
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known([], '', []),
		browser: known('yes', 'This origin as that of a redirect URI.', [
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/utils.py',
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/views/token.py'
		]),
		cors: known(
			'per-client',
			'The origins of the provider’s redirect URIs. Pre-flights are answered for all, the real answer only for those.',
			['https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/utils.py']
		),
		publicClient: known(true, 'Client type Public.', [
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/views/token.py'
		]),
		plain: known(true, 'Anything but S256 is compared as plain.', [
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/views/token.py'
		]),
		refreshToken: known(true, 'Ask for offline_access.', [
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/views/token.py'
		]),
		logout: known('own', '/application/o/(slug)/end-session/.', [
			'https://docs.goauthentik.io/providers/oauth2/'
		]),
		notes: known(
			true,
			'A redirect URI that differs at the token endpoint is told as invalid_client. Unknown scopes are dropped without a word.',
			['https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/views/token.py']
		)
	},
	{
		id: 'ory',
		name: 'Ory (Hydra / Ory Network)',
		issuer: known('https://{projectSlug}.projects.oryapis.com', '', [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/oauth2-oidc/authorization-code-flow.mdx'
		]),
		variables: [{ name: 'projectSlug', label: 'Project slug', kind: 'label', example: 'example' }],
		hosts: ['.oryapis.com'],
		scopes: ['openid', 'offline_access'],
		parameters: known(
			[
				{ name: 'audience', note: 'The API; resource is not known here.' },
				{ name: 'prompt', note: 'none, login or consent.' },
				{ name: 'max_age', note: 'Sign in again when the last time is so many seconds ago.' }
			],
			'',
			['https://github.com/ory/fosite/blob/master/authorize_request_handler.go']
		),
		browser: known('yes', 'allowed_cors_origins of the client, and the global CORS setting.', [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/hydra/guides/cors.mdx',
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/oauth2-oidc/authorization-code-flow.mdx'
		]),
		cors: known(
			'per-client',
			'allowed_cors_origins of the client for token, UserInfo and revocation; pre-flights need the global public CORS setting as well.',
			['https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/hydra/guides/cors.mdx']
		),
		publicClient: known(true, 'token_endpoint_auth_method none.', [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/oauth2-oidc/authorization-code-flow.mdx'
		]),
		plain: known(false, 'Refused unless the server is set otherwise.', [
			'https://github.com/ory/fosite/blob/master/handler/pkce/handler.go'
		]),
		refreshToken: known(
			true,
			'offline_access (or offline), granted at consent; the client needs the refresh_token grant.',
			['https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/hydra/debug.mdx']
		),
		accessToken: known('depends', 'Opaque; a JWT where the client or project is set so.', [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/oauth2-oidc/jwt-access-token.mdx'
		]),
		logout: known('own', '/oauth2/sessions/logout.', [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/hydra/debug/logout.mdx'
		]),
		notes: known(true, 'state needs eight characters. The error texts name the exact cause.', [
			'https://github.com/ory/fosite/blob/master/handler/pkce/handler.go'
		])
	},
	{
		id: 'gitlab',
		name: 'GitLab',
		issuer: known('https://{host}', '', ['https://docs.gitlab.com/api/oauth2']),
		variables: [{ name: 'host', label: 'Host', kind: 'host', example: 'gitlab.com' }],
		hosts: ['gitlab.com'],
		scopes: ['openid', 'profile', 'email'],
		parameters: known([], '', ['https://docs.gitlab.com/api/oauth2']),
		browser: known('yes', 'The application must not be confidential.', [
			'https://docs.gitlab.com/api/oauth2'
		]),
		cors: known('always', 'Token, revocation and UserInfo answer pages since 15.1.', [
			'https://docs.gitlab.com/api/oauth2'
		]),
		publicClient: known(true, 'Untick Confidential in the application.', [
			'https://docs.gitlab.com/api/oauth2'
		]),
		plain: known(
			true,
			'Beside S256.',
			['https://github.com/doorkeeper-gem/doorkeeper/blob/main/config/locales/en.yml'],
			false
		),
		refreshToken: known(true, 'Always comes with a code; offline_access is no scope here.', [
			'https://docs.gitlab.com/api/oauth2'
		]),
		accessToken: known('opaque', 'Opaque, for two hours.', ['https://docs.gitlab.com/api/oauth2']),
		notes: known(
			true,
			'One text of invalid_grant stands for all causes.',
			['https://github.com/doorkeeper-gem/doorkeeper/blob/main/config/locales/en.yml'],
			false
		)
	}
];
