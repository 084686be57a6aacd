import type { DiagnosisCode } from './causes';

const keycloak = 'https://github.com/keycloak/keycloak/blob/main';
const oryDocs = 'https://github.com/ory/docs/blob/378ce260155b907bc21f4dfd84a475adaa689c89/docs';
const oktaErrors = 'https://developer.okta.com/docs/reference/error-codes/';
const entraErrors = 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes';
const entraFlow = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow';
const logtoApps = 'https://docs.logto.io/integrate-logto/application-data-structure';
const keycloakChecker = `${keycloak}/services/src/main/java/org/keycloak/protocol/oidc/endpoints/AuthorizationEndpointChecker.java`;
const pingoneApps = 'https://docs.pingidentity.com/pingone/applications/p1_edit_application_singlepage.html';
const duendeErrors =
	'https://github.com/DuendeSoftware/products/tree/18193b5f500134a5665850c93c4929a383d9e583/identity-server/src/IdentityServer/Validation/Default';
const adfsSpa =
	'https://blogs.aaddevsup.xyz/2021/12/msal-js-spa-client-performing-authorization-code-grant-flow-to-adfs-2019/';
const zitadelApps = 'https://github.com/zitadel/zitadel/blob/main/docs/docs/apis/openidoauth/endpoints.mdx';
const authentikProvider = 'https://docs.goauthentik.io/providers/oauth2/';
const auth0Settings = 'https://auth0.com/docs/get-started/applications/application-settings';
const cognitoToken = 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html';
const fusionauthErrors = 'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/endpoints#oautherror';
const clerkOauth =
	'https://github.com/clerk/clerk-docs/blob/a7cebf5858db84418400627a811cf6080f66d89c/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.mdx';
const oryClients = `${oryDocs}/oauth2-oidc/authorization-code-flow.mdx`;

/**
 * What can be changed at one provider, by its preset and the cause, with the page that says so. Only what is known of a
 * provider is here: the general advice is in the texts of the causes.
 */
export const remedySources = {
	'okta/redirect-uri-not-registered': oktaErrors,
	'okta/post-logout-redirect-uri-not-registered': oktaErrors,
	'okta/origin-not-allowed': oktaErrors,
	'okta/client-authentication-required':
		'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/docs/guides/implement-grant-type/main/authcodepkce/use-flow.md',
	'okta/pkce-challenge-missing': oktaErrors,
	'okta/offline-access-not-allowed': oktaErrors,
	'okta/grant-not-enabled': oktaErrors,
	'okta/account-not-allowed': oktaErrors,
	'okta/insufficient-scope': oktaErrors,

	'entra/redirect-uri-not-registered':
		'https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50011-redirect-uri-mismatch',
	'entra/post-logout-redirect-uri-not-registered':
		'https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc',
	'entra/origin-not-allowed': entraFlow,
	'entra/client-authentication-required': entraErrors,
	'entra/client-platform-not-spa': entraFlow,
	'entra/origin-header-required': entraFlow,
	'entra/admin-consent-required': entraErrors,
	'entra/account-not-allowed': entraErrors,
	'entra/response-type-unsupported': entraErrors,
	'entra/access-policy-denied': entraErrors,
	'entra/audience-not-allowed': entraErrors,

	'auth0/redirect-uri-not-registered': auth0Settings,
	'auth0/post-logout-redirect-uri-not-registered': auth0Settings,
	'auth0/origin-not-allowed':
		'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/applications/set-up-cors.mdx',
	'auth0/client-authentication-required': 'https://auth0.com/docs/api/authentication',
	'auth0/account-not-allowed': 'https://auth0.com/docs/manage-users/user-accounts/block-and-unblock-users',
	'auth0/access-policy-denied': 'https://github.com/auth0/auth0-spa-js/issues/610',
	'auth0/offline-access-not-allowed':
		'https://github.com/auth0/docs-v2/blob/main/main/docs/secure/tokens/refresh-tokens/get-refresh-tokens.mdx',

	'google/redirect-uri-not-registered': 'https://developers.google.com/identity/protocols/oauth2/web-server',
	'google/origin-not-allowed': 'https://github.com/guyzyl/whatsapp-contact-sync/issues/195',
	'google/client-authentication-required': 'https://github.com/manfredsteyer/angular-oauth2-oidc/issues/812',

	'keycloak/redirect-uri-not-registered': 'https://github.com/cytoscape/cytoscape-web/pull/613',
	'keycloak/post-logout-redirect-uri-not-registered': `${keycloak}/docs/guides/securing-apps/partials/oidc/available-endpoints.adoc`,
	'keycloak/origin-not-allowed': 'https://github.com/keycloak/keycloak/issues/26782',
	'keycloak/client-authentication-required': `${keycloak}/services/src/main/java/org/keycloak/protocol/oidc/utils/PkceUtils.java`,
	'keycloak/scope-not-allowed': keycloakChecker,
	'keycloak/grant-not-enabled': keycloakChecker,
	'keycloak/par-required': keycloakChecker,
	'keycloak/code-expired': `${keycloak}/services/src/main/java/org/keycloak/protocol/oidc/grants/AuthorizationCodeGrantType.java`,

	'cognito/redirect-uri-not-registered': 'https://github.com/aws-amplify/amplify-hosting/issues/485',
	'cognito/post-logout-redirect-uri-not-registered':
		'https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html',
	'cognito/client-authentication-required': cognitoToken,
	'cognito/grant-not-enabled': cognitoToken,

	'pingone/redirect-uri-not-registered':
		'https://docs.pingidentity.com/pingone/pingone_tutorials/p1_troubleshooting_nodejs_express_app.html',
	'pingone/post-logout-redirect-uri-not-registered': pingoneApps,
	'pingone/origin-not-allowed': pingoneApps,
	'pingone/client-authentication-required': pingoneApps,

	'onelogin/redirect-uri-not-registered':
		'https://developers.onelogin.com/openid-connect/api-v1/authorization-code',
	'onelogin/client-authentication-required':
		'https://github.com/onelogin/onelogin-oidc-node/blob/master/5.%20Auth%20Flow%20-%20PKCE/README.md',

	'adfs/redirect-uri-not-registered': adfsSpa,
	'adfs/origin-not-allowed': adfsSpa,
	'adfs/client-authentication-required': adfsSpa,

	'apple/redirect-uri-not-registered':
		'https://developer.apple.com/help/account/configure-app-capabilities/configure-sign-in-with-apple-for-the-web/',

	'github/redirect-uri-not-registered':
		'https://docs.github.com/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors',
	'github/account-not-allowed':
		'https://github.com/github/docs/blob/main/content/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors.md',

	'gitlab/redirect-uri-not-registered':
		'https://github.com/doorkeeper-gem/doorkeeper/blob/main/config/locales/en.yml',
	'gitlab/client-authentication-required': 'https://docs.gitlab.com/api/oauth2/',

	'salesforce/redirect-uri-not-registered':
		'https://github.com/petewarden/salesforce_restphp_example/issues/1',
	'salesforce/origin-not-allowed':
		'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints_cors.htm',
	'salesforce/client-authentication-required':
		'https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_pkce.htm',

	'zitadel/redirect-uri-not-registered': zitadelApps,
	'zitadel/post-logout-redirect-uri-not-registered': zitadelApps,
	'zitadel/origin-not-allowed': 'https://github.com/zitadel/zitadel/issues/1689',
	'zitadel/client-authentication-required': zitadelApps,

	'authentik/redirect-uri-not-registered': authentikProvider,
	'authentik/origin-not-allowed': authentikProvider,
	'authentik/client-authentication-required': authentikProvider,

	'ory/redirect-uri-not-registered': oryClients,
	'ory/post-logout-redirect-uri-not-registered': `${oryDocs}/hydra/debug/logout.mdx`,
	'ory/origin-not-allowed': `${oryDocs}/hydra/guides/cors.mdx`,
	'ory/client-authentication-required': oryClients,
	'ory/scope-not-allowed': 'https://github.com/ory/fosite/blob/master/authorize_request_handler.go',

	'logto/redirect-uri-not-registered': logtoApps,
	'logto/post-logout-redirect-uri-not-registered': logtoApps,
	'logto/origin-not-allowed': logtoApps,
	'logto/client-authentication-required': logtoApps,
	'logto/audience-not-allowed':
		'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts',

	'clerk/redirect-uri-not-registered': clerkOauth,
	'clerk/client-authentication-required': clerkOauth,

	'workos/redirect-uri-not-registered': 'https://workos.com/docs/sso/redirect-uris',

	'workos/audience-not-allowed':
		'https://tangled.org/prefect.io/fastmcp/tree/published-docs/examples/auth/authkit',

	'fusionauth/redirect-uri-not-registered': fusionauthErrors,
	'fusionauth/origin-not-allowed': fusionauthErrors,
	'fusionauth/client-authentication-required':
		'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/endpoints',

	'duende-demo/redirect-uri-not-registered': duendeErrors,
	'duende-demo/scope-not-allowed': duendeErrors,
	'duende-demo/client-unknown': duendeErrors
} as const satisfies Readonly<Record<`${string}/${DiagnosisCode}`, string>>;

export type RemedyId = keyof typeof remedySources;

export interface Remedy {
	id: RemedyId;
	source: string;
}

const isRemedy = (id: string): id is RemedyId => Object.hasOwn(remedySources, id);

/** What to change at this provider, when that is known. */
export function remedyOf(provider: string | undefined, code: DiagnosisCode): Remedy | undefined {
	const id = `${provider ?? ''}/${code}`;
	return isRemedy(id) ? { id, source: remedySources[id] } : undefined;
}
