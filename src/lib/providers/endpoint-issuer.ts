/**
 * Which issuer an endpoint belongs to, where a provider documents both so that one follows from the other. Of a layout that
 * several products share, or whose issuer is a setting, none follows.
 */

interface Layout {
	/** Of the host, where the path alone is not this product's. */
	host?: RegExp;
	/** The part of the path that belongs to the issuer is the first group, where there is one. */
	path: RegExp;
	issuer: (origin: string, part: string) => string;
	source: string;
}

const behind = (origin: string, part: string): string => `${origin}${part}`;
const root = (origin: string): string => origin;
const okta = /(?:^|\.)(?:okta|oktapreview|okta-emea)\.com$/;
const oktaSource = 'https://developer.okta.com/docs/api/openapi/okta-oauth/guides/overview/';
const entraSource = 'https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc';

const layouts: readonly Layout[] = [
	{
		path: /^(.*\/realms\/[^/]+)\/(?:protocol\/openid-connect|login-actions|clients-registrations|account)(?:\/|$)/,
		issuer: behind,
		source: 'https://www.keycloak.org/securing-apps/oidc-layers'
	},
	{ host: okta, path: /^\/oauth2\/v1\/[\w/]+$/, issuer: root, source: oktaSource },
	{ host: okta, path: /^(\/oauth2\/[\w-]+)\/v1\/[\w/]+$/, issuer: behind, source: oktaSource },
	// The identifier of such a server begins like this, whatever its domain is.
	{ path: /^(\/oauth2\/aus[A-Za-z\d]{17})\/v1\/[\w/]+$/, issuer: behind, source: oktaSource },
	{
		host: /\.auth0\.com$/,
		path: /^\/(?:authorize|oauth\/[\w/]+|userinfo|\.well-known\/jwks\.json|v2\/logout|oidc\/(?:logout|register))$/,
		issuer: (origin) => `${origin}/`,
		source: 'https://auth0.com/docs/get-started/applications/configure-applications-with-oidc-discovery'
	},
	{
		host: /^login\.microsoftonline\.com$/,
		path: /^(\/[\w.-]+)\/(?:oauth2|discovery)\/v2\.0\/\w+$/,
		issuer: (origin, tenant) => `${origin}${tenant}/v2.0`,
		source: entraSource
	},
	{
		host: /^(?:accounts\.google\.com|oauth2\.googleapis\.com|openidconnect\.googleapis\.com)$/,
		path: /^\/(?:o\/oauth2\/(?:v2\/)?auth|token|revoke|device\/code|v1\/userinfo)$/,
		issuer: () => 'https://accounts.google.com',
		source: 'https://accounts.google.com/.well-known/openid-configuration'
	},
	{
		host: /^cognito-idp\.[a-z\d-]+\.amazonaws\.com$/,
		path: /^(\/[a-z\d-]+_[A-Za-z\d]+)\/\.well-known\/jwks\.json$/,
		issuer: behind,
		source:
			'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html'
	},
	{
		host: /^auth\.pingone\.(?:com|eu|ca|asia|com\.au)$/,
		path: /^(\/[\w-]+\/as)\/\w+$/,
		issuer: behind,
		source: 'https://apidocs.pingidentity.com/pingone/platform/v1/api/#openid-connectoauth-2'
	},
	{
		host: /\.onelogin\.com$/,
		path: /^(\/oidc\/2)\/[\w/]+$/,
		issuer: behind,
		source: 'https://developers.onelogin.com/openid-connect'
	},
	{
		path: /^(\/adfs)\/(?:oauth2\/\w+|discovery\/keys|userinfo)$/,
		issuer: behind,
		source:
			'https://learn.microsoft.com/en-us/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-concepts'
	},
	{
		path: /^(\/application\/o\/(?!authorize\/|token\/|userinfo\/)[\w-]+\/)(?:jwks|end-session)\/?$/,
		issuer: behind,
		source: 'https://docs.goauthentik.io/add-secure-apps/providers/oauth2/'
	},
	{
		host: /\.zitadel\.cloud$/,
		path: /^\/(?:oauth\/v2|oidc\/v1)\/\w+$/,
		issuer: root,
		source: 'https://zitadel.com/docs/apis/openidoauth/endpoints'
	},
	{
		host: /^gitlab\.com$/,
		path: /^\/oauth\/[\w/]+$/,
		issuer: root,
		source: 'https://docs.gitlab.com/api/oauth2'
	}
];

/** Undefined: its address does not say it. */
export function issuerOfEndpoint(address: string): string | undefined {
	if (!URL.canParse(address)) return undefined;
	const { origin, hostname, pathname } = new URL(address);
	const path = pathname.replace(/(?<=[^/])\/$/, '');
	for (const layout of layouts) {
		const found = layout.host?.test(hostname) === false ? null : layout.path.exec(path);
		if (found) return layout.issuer(origin, found[1] ?? '');
	}
	return undefined;
}
