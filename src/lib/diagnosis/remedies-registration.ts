import type { DiagnosisCode } from '$lib/lexicon/causes';
import type { Remedy } from './remedies';

/** Where the registration of a client is changed: its addresses, its origins, and whether it has a secret. */
type Registration = Readonly<Record<string, Partial<Record<DiagnosisCode, Remedy>>>>;

const addAddress = 'Add the exact address.';
const addOrigin = 'Add this page’s origin: scheme, host and port.';

const redirect = (
	where: string,
	source: string,
	change = addAddress
): Partial<Record<DiagnosisCode, Remedy>> => ({
	'redirect-uri-not-registered': { where, change, source }
});

const signOut = (where: string, source: string): Partial<Record<DiagnosisCode, Remedy>> => ({
	'post-logout-redirect-uri-not-registered': { where, change: addAddress, source }
});

const origin = (
	where: string,
	source: string,
	change = addOrigin
): Partial<Record<DiagnosisCode, Remedy>> => ({
	'origin-not-allowed': { where, change, source }
});

const publicClient = (
	where: string,
	change: string,
	source: string
): Partial<Record<DiagnosisCode, Remedy>> => ({
	'client-authentication-required': { where, change, source }
});

const zitadelApps = 'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx';
const authentikProvider = 'https://docs.goauthentik.io/providers/oauth2/';
const oryDocs = 'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs';
const oryClients = `${oryDocs}/oauth2-oidc/authorization-code-flow.mdx`;
const logtoApps = 'https://docs.logto.io/integrate-logto/application-data-structure';
const auth0Settings = 'https://auth0.com/docs/get-started/applications/application-settings';
const pingoneApps = 'https://docs.pingidentity.com/pingone/applications/p1_edit_application_singlepage.html';
const adfsSpa =
	'https://blogs.aaddevsup.xyz/2021/12/msal-js-spa-client-performing-authorization-code-grant-flow-to-adfs-2019/';
const clerkOauth =
	'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx';

export const registrationRemedies: Registration = {
	okta: {
		...redirect(
			'Applications > (app) > General > Sign-in redirect URIs',
			'https://developer.okta.com/docs/reference/error-codes/'
		),
		...publicClient(
			'Applications > (app) > General > Client Credentials',
			'Set Client authentication to None, with PKCE; a web app cannot be changed: create a single-page one.',
			'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/implement-grant-type/main/authcodepkce/use-flow.md'
		)
	},
	entra: {
		...redirect(
			'App registrations > (app) > Authentication > Single-page application > Redirect URIs',
			'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50011-redirect-uri-mismatch'
		),
		...signOut(
			'App registrations > (app) > Authentication > Redirect URIs',
			'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc'
		)
	},
	auth0: {
		...redirect('Applications > (app) > Settings > Allowed Callback URLs', auth0Settings),
		...signOut('Applications > (app) > Settings > Allowed Logout URLs', auth0Settings)
	},
	keycloak: {
		...signOut(
			'Clients > (client) > Settings > Valid post logout redirect URIs',
			'https://github.com/keycloak/keycloak/blob/main/docs/guides/securing-apps/partials/oidc/available-endpoints.adoc'
		),
		...publicClient(
			'Clients > (client) > Settings > Capability config',
			'Switch Client authentication off.',
			'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/utils/PkceUtils.java'
		)
	},
	cognito: signOut(
		'App clients > (client) > Login pages > Allowed sign-out URLs',
		'https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html'
	),
	pingone: {
		...signOut('Applications > (application) > Configuration > Signoff URLs', pingoneApps),
		...origin('Applications > (application) > Configuration > CORS Settings', pingoneApps),
		...publicClient(
			'Applications > (application) > Configuration > Token Endpoint Authentication Method',
			'Choose None, with PKCE enforced.',
			pingoneApps
		)
	},
	onelogin: {
		...redirect(
			'Applications > (app) > Configuration > Redirect URIs',
			'https://developers.onelogin.com/openid-connect/api-v1/authorization-code'
		),
		...publicClient(
			'Applications > (app) > SSO > Token Endpoint',
			'Set the authentication method to None (PKCE).',
			'https://github.com/onelogin/onelogin-oidc-node/blob/master/5.%20Auth%20Flow%20-%20PKCE/README.md'
		)
	},
	adfs: {
		...redirect('Application Groups > (group) > Native application > Redirect URI', adfsSpa),
		...origin(
			'PowerShell: Set-AdfsResponseHeaders',
			adfsSpa,
			'Switch EnableCORS on and add this page’s origin to CORSTrustedOrigins.'
		),
		...publicClient(
			'Application Groups > (group)',
			'Register the page as a Native application: a server application has a secret.',
			adfsSpa
		)
	},
	apple: redirect(
		'Certificates, Identifiers & Profiles > Identifiers > (Services ID) > Sign in with Apple > Return URLs',
		'https://developer.apple.com/help/account/configure-app-capabilities/configure-sign-in-with-apple-for-the-web/'
	),
	github: redirect(
		'Settings > Developer settings > OAuth Apps > (app) > Authorization callback URL',
		'https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors'
	),
	gitlab: publicClient(
		'Preferences > Applications > (application)',
		'Untick Confidential.',
		'https://docs.gitlab.com/api/oauth2/'
	),
	salesforce: {
		...origin(
			'Setup > CORS',
			'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints_cors.htm',
			'Switch on “Enable CORS for OAuth endpoints”, add this page’s origin, and use the My Domain host.'
		),
		...publicClient(
			'App Manager > (app) > Manage > OAuth settings',
			'Switch Require Secret for Web Server Flow off, and Require PKCE on.',
			'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_pkce.htm'
		)
	},
	zitadel: {
		...redirect('Projects > (project) > (application) > Redirect Settings', zitadelApps),
		...signOut('Projects > (project) > (application) > Redirect Settings > Post Logout URIs', zitadelApps),
		...origin(
			'Projects > (project) > (application) > Additional Origins',
			'https://github.com/zitadel/zitadel/issues/1689'
		),
		...publicClient(
			'Projects > (project) > (application) > Configuration',
			'Choose None (PKCE).',
			zitadelApps
		)
	},
	authentik: {
		...redirect('Applications > Providers > (provider) > Redirect URIs/Origins', authentikProvider),
		...origin('Applications > Providers > (provider) > Redirect URIs/Origins', authentikProvider),
		...publicClient(
			'Applications > Providers > (provider)',
			'Set the client type to Public.',
			authentikProvider
		)
	},
	ory: {
		...redirect('OAuth 2 > OAuth2 Clients > (client) > Redirect URIs', oryClients),
		...signOut(
			'OAuth 2 > OAuth2 Clients > (client) > Post logout redirect URIs',
			`${oryDocs}/hydra/debug/logout.mdx`
		),
		...origin(
			'allowed_cors_origins of the client',
			`${oryDocs}/hydra/guides/cors.mdx`,
			'Add this page’s origin there, and switch on the global public CORS setting.'
		),
		...publicClient('token_endpoint_auth_method of the client', 'Set it to none.', oryClients)
	},
	logto: {
		...redirect('Applications > (application) > Settings > Redirect URIs', logtoApps),
		...signOut('Applications > (application) > Settings > Post sign-out redirect URIs', logtoApps),
		...origin('Applications > (application) > Settings > CORS allowed origins', logtoApps),
		...publicClient('Applications', 'Create an application of the single-page or native kind.', logtoApps)
	},
	clerk: {
		...redirect('Configure > OAuth applications > (application) > Redirect URIs', clerkOauth),
		...publicClient('Configure > OAuth applications > (application)', 'Tick Public.', clerkOauth)
	},
	workos: redirect('Applications > (application) > Redirects', 'https://workos.com/docs/sso/redirect-uris'),
	fusionauth: publicClient(
		'Applications > (application) > OAuth > Client authentication',
		'Choose Not required when using PKCE.',
		'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/endpoints'
	)
};
