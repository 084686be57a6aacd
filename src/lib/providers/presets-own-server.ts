import { known, type Preset } from './preset';

/** Servers that people run themselves. */
export const presetsOwnServer = [
	{
		id: 'keycloak',
		name: 'Keycloak',
		issuer: known('{base}/realms/{realm}', [
			'https://github.com/keycloak/keycloak/blob/main/docs/guides/securing-apps/partials/oidc/available-endpoints.adoc'
		]),
		variables: [
			{ name: 'base', kind: 'base', example: 'https://sso.example.com' },
			{ name: 'realm', kind: 'segment', example: 'master' }
		],
		hosts: [],
		path: '/realms/',
		scopes: ['openid', 'profile', 'email'],
		parameters: known(
			[{ name: 'kc_idp_hint' }, { name: 'prompt' }, { name: 'max_age' }, { name: 'login_hint' }],
			[
				'https://wjw465150.gitbooks.io/keycloak-documentation/securing_apps/topics/oidc/java/params_forwarding.html'
			],
			false
		),
		browser: known('yes', [
			'https://github.com/keycloak/keycloak/pull/3616',
			'https://github.com/keycloak/keycloak/pull/4662',
			'https://github.com/keycloak/keycloak/issues/26782',
			'https://github.com/miguelperezcolom/mateu/pull/424',
			'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/utils/PkceUtils.java'
		]),
		cors: known('per-client', [
			'https://github.com/keycloak/keycloak/pull/3616',
			'https://github.com/keycloak/keycloak/pull/4662',
			'https://github.com/keycloak/keycloak/issues/26782',
			'https://github.com/miguelperezcolom/mateu/pull/424'
		]),
		publicClient: known(true, [
			'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/utils/PkceUtils.java'
		]),
		plain: known(true, [
			'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/endpoints/AuthorizationEndpointChecker.java'
		]),
		refreshToken: known(
			true,
			[
				'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/keycloak_refresh_token'
			],
			false
		),
		accessToken: known('jwt', [
			'https://github.com/keycloak/keycloak/blob/main/docs/guides/securing-apps/partials/oidc/available-endpoints.adoc'
		]),
		logout: known('own', [
			'https://github.com/keycloak/keycloak/blob/main/docs/guides/securing-apps/partials/oidc/available-endpoints.adoc',
			'https://keycloak.org/docs-api/latest/javadocs/org/keycloak/protocol/oidc/endpoints/LogoutEndpoint.html'
		]),
		notes: known(true, [
			'https://github.com/keycloak/keycloak/blob/main/docs/guides/securing-apps/partials/oidc/available-endpoints.adoc'
		])
	},
	{
		id: 'zitadel',
		name: 'Zitadel',
		issuer: known('https://{customDomain}', [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		variables: [{ name: 'customDomain', kind: 'host', example: 'example.zitadel.cloud' }],
		hosts: ['.zitadel.cloud'],
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known(
			[{ name: 'prompt' }, { name: 'login_hint' }, { name: 'ui_locales' }],
			['https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx']
		),
		browser: known(
			'yes',
			[
				'https://github.com/zitadel/zitadel/issues/1689',
				'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
			],
			false
		),
		cors: known('per-client', ['https://github.com/zitadel/zitadel/issues/1689'], false),
		publicClient: known(true, [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		plain: known(false, [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		refreshToken: known(true, [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		accessToken: known('depends', [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		logout: known('discovery', [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		]),
		notes: known(true, [
			'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx'
		])
	},
	{
		id: 'authentik',
		name: 'authentik',
		issuer: known('https://{host}/application/o/{appSlug}/', [
			'https://docs.goauthentik.io/providers/oauth2/'
		]),
		variables: [
			{ name: 'host', kind: 'host', example: 'auth.example.com' },
			{ name: 'appSlug', kind: 'segment', example: 'playground' }
		],
		hosts: [],
		path: '/application/o/',
		scopes: ['openid', 'profile', 'email', 'offline_access'],
		parameters: known([], []),
		browser: known('yes', [
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/utils.py',
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/views/token.py'
		]),
		cors: known('per-client', [
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/utils.py'
		]),
		publicClient: known(true, [
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/views/token.py'
		]),
		plain: known(true, [
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/views/token.py'
		]),
		refreshToken: known(true, [
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/views/token.py'
		]),
		logout: known('own', ['https://docs.goauthentik.io/providers/oauth2/']),
		notes: known(true, [
			'https://github.com/goauthentik/authentik/blob/main/authentik/providers/oauth2/views/token.py'
		])
	},
	{
		id: 'ory',
		name: 'Ory (Hydra / Ory Network)',
		issuer: known('https://{projectSlug}.projects.oryapis.com', [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/oauth2-oidc/authorization-code-flow.mdx'
		]),
		variables: [{ name: 'projectSlug', kind: 'label', example: 'example' }],
		hosts: ['.oryapis.com'],
		scopes: ['openid', 'offline_access'],
		parameters: known(
			[{ name: 'audience' }, { name: 'prompt' }, { name: 'max_age' }],
			['https://github.com/ory/fosite/blob/master/authorize_request_handler.go']
		),
		browser: known('yes', [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/hydra/guides/cors.mdx',
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/oauth2-oidc/authorization-code-flow.mdx'
		]),
		cors: known('per-client', [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/hydra/guides/cors.mdx'
		]),
		publicClient: known(true, [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/oauth2-oidc/authorization-code-flow.mdx'
		]),
		plain: known(false, ['https://github.com/ory/fosite/blob/master/handler/pkce/handler.go']),
		refreshToken: known(true, [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/hydra/debug.mdx'
		]),
		accessToken: known('depends', [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/oauth2-oidc/jwt-access-token.mdx'
		]),
		logout: known('own', [
			'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs/hydra/debug/logout.mdx'
		]),
		notes: known(true, ['https://github.com/ory/fosite/blob/master/handler/pkce/handler.go'])
	},
	{
		id: 'gitlab',
		name: 'GitLab',
		issuer: known('https://{host}', ['https://docs.gitlab.com/api/oauth2']),
		variables: [{ name: 'host', kind: 'host', example: 'gitlab.com' }],
		hosts: ['gitlab.com'],
		scopes: ['openid', 'profile', 'email'],
		parameters: known([], ['https://docs.gitlab.com/api/oauth2']),
		browser: known('yes', ['https://docs.gitlab.com/api/oauth2']),
		cors: known('always', ['https://docs.gitlab.com/api/oauth2']),
		publicClient: known(true, ['https://docs.gitlab.com/api/oauth2']),
		plain: known(
			true,
			['https://github.com/doorkeeper-gem/doorkeeper/blob/main/config/locales/en.yml'],
			false
		),
		refreshToken: known(true, ['https://docs.gitlab.com/api/oauth2']),
		accessToken: known('opaque', ['https://docs.gitlab.com/api/oauth2']),
		notes: known(
			true,
			['https://github.com/doorkeeper-gem/doorkeeper/blob/main/config/locales/en.yml'],
			false
		)
	}
] as const satisfies readonly Preset[];
