import type { presetsDeveloper } from '$lib/providers/presets-developer';
import type { PresetTexts } from '../../preset-text';

/** Services and a demo server for developers. */
export const developerTexts: PresetTexts<typeof presetsDeveloper> = {
	workos: {
		browser: 'Nothing was found on CORS, nor on clients without a secret.',
		plain: 'The SDK always sends S256.',
		refreshToken: 'Ask for offline_access.',
		accessToken: 'A JWT whose audience is the client id.',
		notes: 'response_type=code only.',
		variables: { subdomain: 'Subdomain' },
		parameters: {
			nonce: 'Required at the authorization endpoint of Connect.',
			provider: 'authkit, at the authorization endpoint of User Management.'
		}
	},
	logto: {
		browser: 'This origin as that of a redirect URI.',
		cors: 'The origins of the redirect URIs, and CORS allowed origins of the application.',
		publicClient: 'Single-page and native apps.',
		plain: 'S256 only.',
		refreshToken: 'Ask for offline_access; rotating.',
		accessToken: 'Opaque without resource, a JWT with it.',
		logout: 'end_session_endpoint of discovery (/session/end).',
		notes: 'An unknown resource is told as invalid_target. Tokens may be signed with ES384.',
		variables: { tenant: 'Tenant id' },
		parameters: {
			resource: 'The indicator of the API; gives a JWT.',
			first_screen: 'The page to begin with.',
			direct_sign_in: 'Go straight to one way of signing in.',
			login_hint: 'The account to fill in.',
			organization_id: 'A token for one organization.',
			prompt: 'consent is needed for a refresh token.'
		}
	},
	'duende-demo': {
		browser: 'Nothing to set up: every origin and every redirect URI is accepted.',
		cors: 'Every origin; but DPoP-Nonce and WWW-Authenticate are not exposed to pages.',
		publicClient: 'Client ids interactive.public, interactive.public.short (75 seconds) and native.dpop.',
		plain: 'Told as “Transform algorithm not supported”.',
		refreshToken: 'Ask for offline_access.',
		accessToken: 'A JWT of type at+jwt.',
		logout: 'end_session_endpoint of discovery.',
		notes: 'People: alice/alice and bob/bob. APIs to try: GET /api/test, and GET /api/dpop/test with DPoP.',
		parameters: {
			resource: 'urn:resource1, urn:resource2 or urn:resource3; the third needs this parameter.',
			prompt: 'login, none, consent or create.',
			acr_values: 'The kind of sign-in to ask for.'
		}
	},
	fusionauth: {
		issuer: 'The address of the tenant’s discovery; the issuer inside is what the tenant is set to.',
		browser: 'After the CORS filter is switched on for this origin.',
		cors: 'Off at first: Settings > System > CORS; and Authorized request origin URLs of the application.',
		publicClient: 'Client authentication Not required, or not required with PKCE.',
		plain: 'Only S256 is documented.',
		refreshToken: 'Ask for offline_access, with refresh tokens enabled for the application.',
		accessToken: 'A JWT.',
		logout: '/oauth2/logout with client_id and tenantId.',
		notes: 'error_reason names the exact cause. HMAC keys are not in the key set.',
		variables: { host: 'Host', tenantId: 'Tenant id' },
		parameters: {
			tenantId: 'The tenant; called required in the documentation.',
			idp_hint: 'Go straight to one identity provider.',
			prompt: 'none, login or consent, since 1.60.',
			max_age: 'Sign in again when the last time is so many seconds ago.',
			login_hint: 'The account to fill in.',
			locale: 'The language of the sign-in page.'
		}
	}
};
