import type { RemedyTexts } from './remedy-text';

/** What else a provider lets one change: grants, scopes, people, policies. */
export const settingRemedies = {
	'okta/pkce-challenge-missing': {
		where: 'Applications > (app) > General > Proof Key for Code Exchange',
		change: 'Send code_challenge with S256. Pages may redeem codes with PKCE only.'
	},
	'okta/offline-access-not-allowed': {
		where: 'Applications > (app) > General > Grant type',
		change: 'Tick Refresh Token (with rotation for pages), or drop offline_access.'
	},
	'okta/grant-not-enabled': {
		where: 'Applications > (app) > General > Grant type',
		change: 'Tick Authorization Code, and Refresh Token where it is used.'
	},
	'okta/account-not-allowed': {
		where: 'Applications > (app) > Assignments',
		change: 'Assign the person or one of their groups.'
	},
	'okta/insufficient-scope': {
		where: 'The authorization request',
		change: 'Add openid to the scopes and sign in again.'
	},
	'entra/client-platform-not-spa': {
		where: 'App registrations > (app) > Authentication',
		change: 'Move the redirect URI to the platform Single-page application.'
	},
	'entra/origin-header-required': {
		where: 'The token request',
		change: 'Send it from the page, or add the page’s Origin header to the copied command.'
	},
	'entra/admin-consent-required': {
		where: 'App registrations > (app) > API permissions',
		change: 'Let an administrator grant consent, or ask for fewer scopes.'
	},
	'entra/account-not-allowed': {
		where: 'Enterprise applications > (app) > Users and groups',
		change: 'Assign the person or group, or set Assignment required to No under Properties.'
	},
	'entra/response-type-unsupported': {
		where: 'App registrations > (app) > Authentication > Implicit grant and hybrid flows',
		change: 'Send response_type=code; tick ID tokens only where they are wanted in front.'
	},
	'entra/access-policy-denied': {
		where: 'Sign-in logs > (entry) > Conditional Access',
		change: 'Give the administrator the correlation id: the entry names the policy.'
	},
	'entra/audience-not-allowed': {
		where: 'App registrations > (API) > Expose an API',
		change:
			'Compare the beginning of the scope with the Application ID URI, and check the tenant. Where resource is sent as well, give the scope in full, of that same API, or leave resource out.'
	},
	'auth0/account-not-allowed': {
		where: 'User Management > Users',
		change: 'Unblock the person, or sign in with another account.'
	},
	'auth0/access-policy-denied': {
		where: 'Actions > Triggers > post-login',
		change:
			'Look which action denies, and whether the organization or connection is enabled for the application.'
	},
	'auth0/offline-access-not-allowed': {
		where: 'Applications > APIs > (API) > Settings > Allow Offline Access',
		change: 'Switch it on, and keep offline_access in the scopes.'
	},
	'keycloak/scope-not-allowed': {
		where: 'Clients > (client) > Client scopes',
		change: 'Create the scope under Client scopes and add it to the client.'
	},
	'keycloak/grant-not-enabled': {
		where: 'Clients > (client) > Settings > Capability config',
		change: 'Tick Standard flow.'
	},
	'keycloak/par-required': {
		where: 'Clients > (client) > Advanced',
		change: 'Switch on PAR here, or the requirement off there.'
	},
	'keycloak/code-expired': {
		where: 'Realm settings > Sessions > Client Login Timeout',
		change: 'Redeem at once; raise the time while you debug.'
	},
	'cognito/grant-not-enabled': {
		where: 'App clients > (client) > Login pages > OAuth grant types',
		change: 'Choose Authorization code grant.'
	},
	'github/account-not-allowed': {
		where: 'The person’s GitHub settings > Emails',
		change: 'Verify the primary address and start again.'
	},
	'ory/scope-not-allowed': {
		where: 'scope of the OAuth 2.0 client',
		change: 'Add the scope there, or drop it from the request.'
	},
	'logto/audience-not-allowed': {
		where: 'API resources',
		change: 'Register the API and send its exact indicator as resource.'
	},
	'workos/audience-not-allowed': {
		where: 'Connect > Configuration > MCP resource indicators',
		change: 'Add the address that the client sends as resource, character by character.'
	},
	'duende-demo/scope-not-allowed': {
		where: 'AllowedScopes of the client',
		change: 'Add the scope; for offline_access set AllowOfflineAccess.'
	},
	'duende-demo/client-unknown': {
		where: 'The client’s Enabled flag',
		change: 'Compare client_id and see that the client is enabled.'
	}
} satisfies Partial<RemedyTexts>;
