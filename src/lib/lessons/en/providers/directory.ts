import type { presetsDirectory } from '$lib/providers/presets-directory';
import type { PresetTexts } from '../../preset-text';

/** More directories of companies. */
export const directoryTexts: PresetTexts<typeof presetsDirectory> = {
	pingone: {
		issuer: 'The region is in the host.',
		browser: 'Allow this origin in the application’s CORS settings.',
		cors: 'Applications > (application) > Configuration > CORS Settings.',
		publicClient: 'Token endpoint authentication None, with PKCE enforced.',
		plain: 'Unless PKCE enforcement is S256_REQUIRED.',
		logout: '{issuer}/signoff; the hint must have been issued by the same host.',
		notes: 'A wrong redirect URI shows a general page only.',
		variables: { tld: 'Region', environmentId: 'Environment id' }
	},
	onelogin: {
		browser: 'Nothing was found on whether the token endpoint answers pages.',
		publicClient: 'Token endpoint authentication method None (PKCE).',
		notes: 'The official PKCE sample runs on a server.',
		variables: { subdomain: 'Subdomain' },
		parameters: { acr_values: 'onelogin:nist:level:1:re-auth asks for a fresh sign-in.' }
	},
	salesforce: {
		issuer:
			'login.salesforce.com and test.salesforce.com have documents as well, but never answer pages at the token endpoint.',
		browser: 'A My Domain host, CORS for OAuth endpoints on, and this origin on the allowlist.',
		cors: 'Setup > CORS: “Enable CORS for OAuth endpoints”, and this origin on the allowlist; My Domain and Experience Cloud hosts only.',
		publicClient: 'Require PKCE, and do not require the secret for the web server flow.',
		refreshToken: 'Scope refresh_token (or offline_access) allowed on the connected app.',
		accessToken: 'An opaque session id, or a JWT where the app is set so.',
		notes: 'Partner apps must use PKCE and rotation.',
		variables: { myDomain: 'My Domain' }
	}
};
