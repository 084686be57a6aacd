import type { presetsOwnServer } from '$lib/providers/presets-own-server';
import type { PresetTexts } from '../../preset-text';

/** Servers that people run themselves. */
export const ownServerTexts: PresetTexts<typeof presetsOwnServer> = {
	keycloak: {
		issuer: 'Older installations have /auth at the end of the base.',
		browser: 'List this origin under Web origins of the client.',
		cors: 'Clients > (client) > Settings > Web origins; “+” stands for the origins of the redirect URIs.',
		publicClient: 'Switch Client authentication off.',
		plain: 'Unless the client’s code challenge method is set to S256.',
		refreshToken: 'Comes with the session; offline_access gives one that outlives it.',
		accessToken: 'A JWT.',
		logout: '{issuer}/protocol/openid-connect/logout with id_token_hint or client_id.',
		notes: 'Introspection is for confidential clients only. PAR and DPoP are there.',
		variables: { base: 'Server', realm: 'Realm' },
		parameters: {
			kc_idp_hint: 'Go straight to one identity provider.',
			prompt: 'The values of OpenID Connect.',
			max_age: 'Sign in again when the last time is so many seconds ago.',
			login_hint: 'The account to fill in.'
		}
	},
	zitadel: {
		browser: 'This origin as that of a redirect URI, or as an additional origin.',
		cors: 'The origins of the redirect URIs, and Additional Origins of the application.',
		publicClient: 'Authentication method None (PKCE).',
		plain: 'S256 only.',
		refreshToken: 'Ask for offline_access; opaque and rotating.',
		accessToken: 'A JWT or opaque, as the application is set.',
		logout: 'end_session_endpoint of discovery (/oidc/v1/end_session).',
		notes: 'Keys rotate without notice. There is no RFC 8414 document.',
		variables: { customDomain: 'Domain' },
		parameters: {
			prompt: 'none, login, select_account or create.',
			login_hint: 'The account to fill in.',
			ui_locales: 'The language of the sign-in page.'
		}
	},
	authentik: {
		issuer: 'One issuer for each application; the final slash belongs to it.',
		browser: 'This origin as that of a redirect URI.',
		cors: 'The origins of the provider’s redirect URIs. Pre-flights are answered for all, the real answer only for those.',
		publicClient: 'Client type Public.',
		plain: 'Anything but S256 is compared as plain.',
		refreshToken: 'Ask for offline_access.',
		logout: '/application/o/(slug)/end-session/.',
		notes:
			'A redirect URI that differs at the token endpoint is told as invalid_client. Unknown scopes are dropped without a word.',
		variables: { host: 'Host', appSlug: 'Application slug' }
	},
	ory: {
		browser: 'allowed_cors_origins of the client, and the global CORS setting.',
		cors: 'allowed_cors_origins of the client for token, UserInfo and revocation; pre-flights need the global public CORS setting as well.',
		publicClient: 'token_endpoint_auth_method none.',
		plain: 'Refused unless the server is set otherwise.',
		refreshToken:
			'offline_access (or offline), granted at consent; the client needs the refresh_token grant.',
		accessToken: 'Opaque; a JWT where the client or project is set so.',
		logout: '/oauth2/sessions/logout.',
		notes: 'state needs eight characters. The error texts name the exact cause.',
		variables: { projectSlug: 'Project slug' },
		parameters: {
			audience: 'The API; resource is not known here.',
			prompt: 'none, login or consent.',
			max_age: 'Sign in again when the last time is so many seconds ago.'
		}
	},
	gitlab: {
		browser: 'The application must not be confidential.',
		cors: 'Token, revocation and UserInfo answer pages since 15.1.',
		publicClient: 'Untick Confidential in the application.',
		plain: 'Beside S256.',
		refreshToken: 'Always comes with a code; offline_access is no scope here.',
		accessToken: 'Opaque, for two hours.',
		notes: 'One text of invalid_grant stands for all causes.',
		variables: { host: 'Host' }
	}
};
