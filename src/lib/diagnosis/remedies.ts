import type { DiagnosisCode } from '$lib/lexicon/causes';
import { registrationRemedies } from './remedies-registration';

/** What to change at one provider. `where` is the way through its console or the setting's name. */
export interface Remedy {
	where: string;
	change: string;
	source: string;
}

type Remedies = Readonly<Record<string, Partial<Record<DiagnosisCode, Remedy>>>>;

const oktaErrors = 'https://developer.okta.com/docs/reference/error-codes/';
const entraErrors = 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes';
const entraFlow = 'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow';
const keycloakChecker =
	'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/endpoints/AuthorizationEndpointChecker.java';
const auth0Api = 'https://auth0.com/docs/api/authentication';
const cognitoToken = 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html';
const fusionauthErrors = 'https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/endpoints#oautherror';
const oryErrors = 'https://github.com/ory/fosite/blob/master/authorize_request_handler.go';
const duendeErrors =
	'https://github.com/DuendeSoftware/products/tree/18193b5f500134a5665850c93c4929a383d9e583/identity-server/src/IdentityServer/Validation/Default';

/** By the preset's id, then by code. Only what is known of a provider is here; the general advice is in the texts. */
const productRemedies: Remedies = {
	okta: {
		'pkce-challenge-missing': {
			where: 'Applications > (app) > General > Proof Key for Code Exchange',
			change: 'Send code_challenge with S256. Pages may redeem codes with PKCE only.',
			source: oktaErrors
		},
		'origin-not-allowed': {
			where: 'Security > API > Trusted Origins',
			change: 'Add this page’s origin with the type CORS.',
			source: oktaErrors
		},
		'offline-access-not-allowed': {
			where: 'Applications > (app) > General > Grant type',
			change: 'Tick Refresh Token (with rotation for pages), or drop offline_access.',
			source: oktaErrors
		},
		'grant-not-enabled': {
			where: 'Applications > (app) > General > Grant type',
			change: 'Tick Authorization Code, and Refresh Token where it is used.',
			source: oktaErrors
		},
		'account-not-allowed': {
			where: 'Applications > (app) > Assignments',
			change: 'Assign the person or one of their groups.',
			source: oktaErrors
		},
		'insufficient-scope': {
			where: 'The authorization request',
			change: 'Add openid to the scopes and sign in again.',
			source: oktaErrors
		},
		'post-logout-redirect-uri-not-registered': {
			where: 'Applications > (app) > General > Sign-out redirect URIs',
			change: 'Add the exact address.',
			source: oktaErrors
		}
	},
	entra: {
		'client-platform-not-spa': {
			where: 'App registrations > (app) > Authentication',
			change: 'Move the redirect URI to the platform Single-page application.',
			source: entraFlow
		},
		'origin-not-allowed': {
			where: 'App registrations > (app) > Authentication > Single-page application',
			change: 'Register the redirect URI there: that switches CORS on for its origin.',
			source: entraFlow
		},
		'origin-header-required': {
			where: 'The token request',
			change: 'Send it from the page, or add the page’s Origin header to the copied command.',
			source: entraFlow
		},
		'client-authentication-required': {
			where: 'App registrations > (app) > Authentication',
			change: 'Use the single-page platform; for native apps set Allow public client flows to Yes.',
			source: entraErrors
		},
		'admin-consent-required': {
			where: 'App registrations > (app) > API permissions',
			change: 'Let an administrator grant consent, or ask for fewer scopes.',
			source: entraErrors
		},
		'account-not-allowed': {
			where: 'Enterprise applications > (app) > Users and groups',
			change: 'Assign the person or group, or set Assignment required to No under Properties.',
			source: entraErrors
		},
		'response-type-unsupported': {
			where: 'App registrations > (app) > Authentication > Implicit grant and hybrid flows',
			change: 'Send response_type=code; tick ID tokens only where they are wanted in front.',
			source: entraErrors
		},
		'access-policy-denied': {
			where: 'Sign-in logs > (entry) > Conditional Access',
			change: 'Give the administrator the correlation id: the entry names the policy.',
			source: entraErrors
		},
		'audience-not-allowed': {
			where: 'App registrations > (API) > Expose an API',
			change: 'Compare the beginning of the scope with the Application ID URI, and check the tenant.',
			source: entraErrors
		}
	},
	auth0: {
		'client-authentication-required': {
			where: 'Applications > (app) > Credentials > Authentication Method',
			change: 'Choose None, with the type Single Page Application or Native.',
			source: auth0Api
		},
		'account-not-allowed': {
			where: 'User Management > Users',
			change: 'Unblock the person, or sign in with another account.',
			source: 'https://auth0.com/docs/manage-users/user-accounts/block-and-unblock-users'
		},
		'access-policy-denied': {
			where: 'Actions > Triggers > post-login',
			change:
				'Look which action denies, and whether the organization or connection is enabled for the application.',
			source: 'https://github.com/auth0/auth0-spa-js/issues/610'
		},
		'origin-not-allowed': {
			where: 'Applications > (app) > Settings > Allowed Web Origins',
			change: 'Add this page’s origin, or make the page a callback URL.',
			source: 'https://github.com/auth0/docs-v2/blob/main/main/docs/get-started/applications/set-up-cors.mdx'
		},
		'offline-access-not-allowed': {
			where: 'Applications > APIs > (API) > Settings > Allow Offline Access',
			change: 'Switch it on, and keep offline_access in the scopes.',
			source:
				'https://github.com/auth0/docs-v2/blob/main/main/docs/secure/tokens/refresh-tokens/get-refresh-tokens.mdx'
		}
	},
	google: {
		'redirect-uri-not-registered': {
			where: 'Google Cloud Console > Credentials > (client) > Authorized redirect URIs',
			change: 'Copy the redirect_uri that the error details show.',
			source: 'https://developers.google.com/identity/protocols/oauth2/web-server'
		},
		'origin-not-allowed': {
			where: 'Google Cloud Console > Credentials > (client) > Authorized JavaScript origins',
			change: 'Add this page’s origin.',
			source: 'https://github.com/guyzyl/whatsapp-contact-sync/issues/195'
		},
		'client-authentication-required': {
			where: 'The token request',
			change: 'Redeem the code on a server; a page cannot keep the client secret that is wanted here.',
			source: 'https://github.com/manfredsteyer/angular-oauth2-oidc/issues/812'
		}
	},
	keycloak: {
		'redirect-uri-not-registered': {
			where: 'Clients > (client) > Settings > Valid redirect URIs',
			change: 'Add the exact address.',
			source: 'https://github.com/cytoscape/cytoscape-web/pull/613'
		},
		'origin-not-allowed': {
			where: 'Clients > (client) > Settings > Web origins',
			change: 'Add this page’s origin, or + for the origins of the redirect URIs.',
			source: 'https://github.com/keycloak/keycloak/issues/26782'
		},
		'scope-not-allowed': {
			where: 'Clients > (client) > Client scopes',
			change: 'Create the scope under Client scopes and add it to the client.',
			source: keycloakChecker
		},
		'grant-not-enabled': {
			where: 'Clients > (client) > Settings > Capability config',
			change: 'Tick Standard flow.',
			source: keycloakChecker
		},
		'par-required': {
			where: 'Clients > (client) > Advanced',
			change: 'Switch on PAR here, or the requirement off there.',
			source: keycloakChecker
		},
		'code-expired': {
			where: 'Realm settings > Sessions > Client Login Timeout',
			change: 'Redeem at once; raise the time while you debug.',
			source:
				'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/grants/AuthorizationCodeGrantType.java'
		}
	},
	cognito: {
		'client-authentication-required': {
			where: 'User pools > (pool) > App clients',
			change: 'Create an app client without a secret: an existing one cannot lose it.',
			source: cognitoToken
		},
		'redirect-uri-not-registered': {
			where: 'App clients > (client) > Login pages > Allowed callback URLs',
			change: 'Add the exact address.',
			source: 'https://github.com/aws-amplify/amplify-hosting/issues/485'
		},
		'grant-not-enabled': {
			where: 'App clients > (client) > Login pages > OAuth grant types',
			change: 'Choose Authorization code grant.',
			source: cognitoToken
		}
	},
	pingone: {
		'redirect-uri-not-registered': {
			where: 'Applications > (application) > Configuration > Redirect URIs',
			change: 'Add the exact address.',
			source:
				'https://docs.pingidentity.com/pingone/pingone_tutorials/p1_troubleshooting_nodejs_express_app.html'
		}
	},
	fusionauth: {
		'redirect-uri-not-registered': {
			where: 'Applications > (app) > OAuth > Authorized redirect URLs',
			change: 'Add the exact address.',
			source: fusionauthErrors
		},
		'origin-not-allowed': {
			where: 'Applications > (app) > OAuth > Authorized request origin URLs; Settings > System > CORS',
			change: 'Add this page’s origin in both places.',
			source: fusionauthErrors
		}
	},
	'duende-demo': {
		'redirect-uri-not-registered': {
			where: 'RedirectUris of the client',
			change: 'Add the exact address.',
			source: duendeErrors
		},
		'scope-not-allowed': {
			where: 'AllowedScopes of the client',
			change: 'Add the scope; for offline_access set AllowOfflineAccess.',
			source: duendeErrors
		},
		'client-unknown': {
			where: 'The client’s Enabled flag',
			change: 'Compare client_id and see that the client is enabled.',
			source: duendeErrors
		}
	},
	gitlab: {
		'redirect-uri-not-registered': {
			where: 'Applications > (app) > Redirect URI',
			change: 'Add the exact address on a line of its own.',
			source: 'https://github.com/doorkeeper-gem/doorkeeper/blob/main/config/locales/en.yml'
		}
	},
	salesforce: {
		'redirect-uri-not-registered': {
			where: 'The app’s OAuth settings > Callback URL',
			change: 'Add the exact address.',
			source: 'https://github.com/petewarden/salesforce_restphp_example/issues/1'
		}
	},
	github: {
		'account-not-allowed': {
			where: 'The person’s GitHub settings > Emails',
			change: 'Verify the primary address and start again.',
			source:
				'https://github.com/github/docs/blob/main/content/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors.md'
		}
	},
	ory: {
		'scope-not-allowed': {
			where: 'scope of the OAuth 2.0 client',
			change: 'Add the scope there, or drop it from the request.',
			source: oryErrors
		}
	},
	logto: {
		'audience-not-allowed': {
			where: 'API resources',
			change: 'Register the API and send its exact indicator as resource.',
			source: 'https://github.com/logto-io/logto/blob/master/packages/core/src/oidc/init.ts'
		}
	}
};

const providers = new Set([...Object.keys(productRemedies), ...Object.keys(registrationRemedies)]);

/** All of them, by the preset's id. */
export const remedies: Remedies = Object.fromEntries(
	[...providers].map((id) => [id, { ...registrationRemedies[id], ...productRemedies[id] }])
);

/** What to change at this provider, when that is known. */
export const remedyFor = (provider: string | undefined, code: DiagnosisCode): Remedy | undefined =>
	provider !== undefined && Object.hasOwn(remedies, provider) ? remedies[provider]?.[code] : undefined;
