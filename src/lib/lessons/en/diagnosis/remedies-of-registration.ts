import type { RemedyTexts } from './remedy-text';

const addAddress = 'Add the exact address.';
const addOrigin = 'Add this page’s origin: scheme, host and port.';

/** Where the registration of a client is changed: its addresses, its origins, and whether it has a secret. */
export const registrationRemedies = {
	'okta/redirect-uri-not-registered': {
		where: 'Applications > (app) > General > Sign-in redirect URIs',
		change: addAddress
	},
	'okta/post-logout-redirect-uri-not-registered': {
		where: 'Applications > (app) > General > Sign-out redirect URIs',
		change: addAddress
	},
	'okta/origin-not-allowed': {
		where: 'Security > API > Trusted Origins',
		change: 'Add this page’s origin with the type CORS.'
	},
	'okta/client-authentication-required': {
		where: 'Applications > (app) > General > Client Credentials',
		change:
			'Set Client authentication to None, with PKCE; a web app cannot be changed: create a single-page one.'
	},
	'entra/redirect-uri-not-registered': {
		where: 'App registrations > (app) > Authentication > Single-page application > Redirect URIs',
		change: addAddress
	},
	'entra/post-logout-redirect-uri-not-registered': {
		where: 'App registrations > (app) > Authentication > Redirect URIs',
		change: addAddress
	},
	'entra/origin-not-allowed': {
		where: 'App registrations > (app) > Authentication > Single-page application',
		change: 'Register the redirect URI there: that switches CORS on for its origin.'
	},
	'entra/client-authentication-required': {
		where: 'App registrations > (app) > Authentication',
		change: 'Use the single-page platform; for native apps set Allow public client flows to Yes.'
	},
	'auth0/redirect-uri-not-registered': {
		where: 'Applications > (app) > Settings > Allowed Callback URLs',
		change: addAddress
	},
	'auth0/post-logout-redirect-uri-not-registered': {
		where: 'Applications > (app) > Settings > Allowed Logout URLs',
		change: addAddress
	},
	'auth0/origin-not-allowed': {
		where: 'Applications > (app) > Settings > Allowed Web Origins',
		change: 'Add this page’s origin, or make the page a callback URL.'
	},
	'auth0/client-authentication-required': {
		where: 'Applications > (app) > Credentials > Authentication Method',
		change: 'Choose None, with the type Single Page Application or Native.'
	},
	'google/redirect-uri-not-registered': {
		where: 'Google Cloud Console > Credentials > (client) > Authorized redirect URIs',
		change: 'Copy the redirect_uri that the error details show.'
	},
	'google/origin-not-allowed': {
		where: 'Google Cloud Console > Credentials > (client) > Authorized JavaScript origins',
		change: 'Add this page’s origin.'
	},
	'google/client-authentication-required': {
		where: 'The token request',
		change: 'Redeem the code on a server; a page cannot keep the client secret that is wanted here.'
	},
	'keycloak/redirect-uri-not-registered': {
		where: 'Clients > (client) > Settings > Valid redirect URIs',
		change: addAddress
	},
	'keycloak/post-logout-redirect-uri-not-registered': {
		where: 'Clients > (client) > Settings > Valid post logout redirect URIs',
		change: addAddress
	},
	'keycloak/origin-not-allowed': {
		where: 'Clients > (client) > Settings > Web origins',
		change: 'Add this page’s origin, or + for the origins of the redirect URIs.'
	},
	'keycloak/client-authentication-required': {
		where: 'Clients > (client) > Settings > Capability config',
		change: 'Switch Client authentication off.'
	},
	'cognito/redirect-uri-not-registered': {
		where: 'App clients > (client) > Login pages > Allowed callback URLs',
		change: addAddress
	},
	'cognito/post-logout-redirect-uri-not-registered': {
		where: 'App clients > (client) > Login pages > Allowed sign-out URLs',
		change: addAddress
	},
	'cognito/client-authentication-required': {
		where: 'User pools > (pool) > App clients',
		change: 'Create an app client without a secret: an existing one cannot lose it.'
	},
	'pingone/redirect-uri-not-registered': {
		where: 'Applications > (application) > Configuration > Redirect URIs',
		change: addAddress
	},
	'pingone/post-logout-redirect-uri-not-registered': {
		where: 'Applications > (application) > Configuration > Signoff URLs',
		change: addAddress
	},
	'pingone/origin-not-allowed': {
		where: 'Applications > (application) > Configuration > CORS Settings',
		change: addOrigin
	},
	'pingone/client-authentication-required': {
		where: 'Applications > (application) > Configuration > Token Endpoint Authentication Method',
		change: 'Choose None, with PKCE enforced.'
	},
	'onelogin/redirect-uri-not-registered': {
		where: 'Applications > (app) > Configuration > Redirect URIs',
		change: addAddress
	},
	'onelogin/client-authentication-required': {
		where: 'Applications > (app) > SSO > Token Endpoint',
		change: 'Set the authentication method to None (PKCE).'
	},
	'adfs/redirect-uri-not-registered': {
		where: 'Application Groups > (group) > Native application > Redirect URI',
		change: addAddress
	},
	'adfs/origin-not-allowed': {
		where: 'PowerShell: Set-AdfsResponseHeaders',
		change: 'Switch EnableCORS on and add this page’s origin to CORSTrustedOrigins.'
	},
	'adfs/client-authentication-required': {
		where: 'Application Groups > (group)',
		change: 'Register the page as a Native application: a server application has a secret.'
	},
	'apple/redirect-uri-not-registered': {
		where:
			'Certificates, Identifiers & Profiles > Identifiers > (Services ID) > Sign in with Apple > Return URLs',
		change: addAddress
	},
	'github/redirect-uri-not-registered': {
		where: 'Settings > Developer settings > OAuth Apps > (app) > Authorization callback URL',
		change: addAddress
	},
	'gitlab/redirect-uri-not-registered': {
		where: 'Applications > (app) > Redirect URI',
		change: 'Add the exact address on a line of its own.'
	},
	'gitlab/client-authentication-required': {
		where: 'Preferences > Applications > (application)',
		change: 'Untick Confidential.'
	},
	'salesforce/redirect-uri-not-registered': {
		where: 'The app’s OAuth settings > Callback URL',
		change: addAddress
	},
	'salesforce/origin-not-allowed': {
		where: 'Setup > CORS',
		change: 'Switch on “Enable CORS for OAuth endpoints”, add this page’s origin, and use the My Domain host.'
	},
	'salesforce/client-authentication-required': {
		where: 'App Manager > (app) > Manage > OAuth settings',
		change: 'Switch Require Secret for Web Server Flow off, and Require PKCE on.'
	},
	'zitadel/redirect-uri-not-registered': {
		where: 'Projects > (project) > (application) > Redirect Settings',
		change: addAddress
	},
	'zitadel/post-logout-redirect-uri-not-registered': {
		where: 'Projects > (project) > (application) > Redirect Settings > Post Logout URIs',
		change: addAddress
	},
	'zitadel/origin-not-allowed': {
		where: 'Projects > (project) > (application) > Additional Origins',
		change: addOrigin
	},
	'zitadel/client-authentication-required': {
		where: 'Projects > (project) > (application) > Configuration',
		change: 'Choose None (PKCE).'
	},
	'authentik/redirect-uri-not-registered': {
		where: 'Applications > Providers > (provider) > Redirect URIs/Origins',
		change: addAddress
	},
	'authentik/origin-not-allowed': {
		where: 'Applications > Providers > (provider) > Redirect URIs/Origins',
		change: addOrigin
	},
	'authentik/client-authentication-required': {
		where: 'Applications > Providers > (provider)',
		change: 'Set the client type to Public.'
	},
	'ory/redirect-uri-not-registered': {
		where: 'OAuth 2 > OAuth2 Clients > (client) > Redirect URIs',
		change: addAddress
	},
	'ory/post-logout-redirect-uri-not-registered': {
		where: 'OAuth 2 > OAuth2 Clients > (client) > Post logout redirect URIs',
		change: addAddress
	},
	'ory/origin-not-allowed': {
		where: 'allowed_cors_origins of the client',
		change: 'Add this page’s origin there, and switch on the global public CORS setting.'
	},
	'ory/client-authentication-required': {
		where: 'token_endpoint_auth_method of the client',
		change: 'Set it to none.'
	},
	'logto/redirect-uri-not-registered': {
		where: 'Applications > (application) > Settings > Redirect URIs',
		change: addAddress
	},
	'logto/post-logout-redirect-uri-not-registered': {
		where: 'Applications > (application) > Settings > Post sign-out redirect URIs',
		change: addAddress
	},
	'logto/origin-not-allowed': {
		where: 'Applications > (application) > Settings > CORS allowed origins',
		change: addOrigin
	},
	'logto/client-authentication-required': {
		where: 'Applications',
		change: 'Create an application of the single-page or native kind.'
	},
	'clerk/redirect-uri-not-registered': {
		where: 'Configure > OAuth applications > (application) > Redirect URIs',
		change: addAddress
	},
	'clerk/client-authentication-required': {
		where: 'Configure > OAuth applications > (application)',
		change: 'Tick Public.'
	},
	'workos/redirect-uri-not-registered': {
		where: 'Applications > (application) > Redirects',
		change: addAddress
	},
	'fusionauth/redirect-uri-not-registered': {
		where: 'Applications > (app) > OAuth > Authorized redirect URLs',
		change: addAddress
	},
	'fusionauth/origin-not-allowed': {
		where: 'Applications > (app) > OAuth > Authorized request origin URLs; Settings > System > CORS',
		change: 'Add this page’s origin in both places.'
	},
	'fusionauth/client-authentication-required': {
		where: 'Applications > (application) > OAuth > Client authentication',
		change: 'Choose Not required when using PKCE.'
	},
	'duende-demo/redirect-uri-not-registered': { where: 'RedirectUris of the client', change: addAddress }
} satisfies Partial<RemedyTexts>;
