import type { presetsCloud } from '$lib/providers/presets-cloud';
import type { PresetTexts } from '../../preset-text';

/** Identity as a service. */
export const cloudTexts: PresetTexts<typeof presetsCloud> = {
	auth0: {
		issuer: 'The final slash belongs to the issuer.',
		browser: 'Works once this page is a callback URL or an allowed origin of the application.',
		cors: 'The origin must be that of an Allowed Callback URL, or stand under Allowed Web Origins or Allowed Origins (CORS) in the application’s settings.',
		publicClient: 'Application type Single Page or Native, authentication method None.',
		plain: 'Only S256 is documented.',
		refreshToken:
			'Ask for offline_access, and switch on Allow Offline Access at the API; rotate refresh tokens in pages.',
		accessToken: 'Opaque without an audience (then good for UserInfo only), a JWT with one.',
		logout:
			'end_session_endpoint of discovery (/oidc/logout); older tenants must switch it on and have /v2/logout.',
		notes: 'Custom claims need a namespace. With DPoP, public clients must use the server’s nonce.',
		variables: { domain: 'Domain' },
		parameters: {
			audience: 'The identifier of the API. Without it the access token is opaque.',
			organization: 'Sign in to one organization.',
			connection: 'Go straight to one connection.',
			prompt: 'login, consent or none.',
			resource: 'In place of audience, where the tenant’s resource parameter profile is on.'
		}
	},
	cognito: {
		issuer: 'The endpoints live on the domain of the pool, another host.',
		browser: 'Needs no setting for CORS; the app client must have no secret.',
		cors: 'The token endpoint answers every origin, and this cannot be changed.',
		publicClient: 'An app client without a client secret.',
		plain: 'S256 only.',
		refreshToken: 'Always comes with a code; offline_access is no scope here.',
		accessToken: 'A JWT.',
		logout: '/logout on the pool’s domain with client_id and logout_uri: names of its own.',
		notes: 'Codes live five minutes. A wrong verifier is told as invalid_request first.',
		variables: { region: 'Region', userPoolId: 'User pool id' },
		parameters: {
			identity_provider: 'Skip the sign-in page, e.g. Google.',
			idp_identifier: 'The same by an identifier, such as a mail domain.',
			lang: 'The language of the sign-in page.'
		}
	},
	clerk: {
		issuer: 'The Frontend API address.',
		browser: 'Nothing was found on whether the token endpoint answers pages.',
		publicClient: 'Tick Public in the OAuth application.',
		plain: 'S256 only.',
		refreshToken: 'Ask for offline_access; refresh tokens do not expire.',
		accessToken: 'A JWT; opaque where the application is set so.',
		notes:
			'Client ID Metadata Documents let a static site be a client without registration, where the tenant allows it.',
		variables: { frontendApi: 'Frontend API' }
	}
};
