import type { presetsWorkforce } from '$lib/providers/presets-workforce';
import type { PresetTexts } from '../../preset-text';

/** Directories of companies. */
export const workforceTexts: PresetTexts<typeof presetsWorkforce> = {
	okta: {
		issuer: 'A custom authorization server; leave the server empty for the org server.',
		browser: 'A single-page app with a redirect URI on this origin, or a trusted origin.',
		cors: 'The origin of a sign-in redirect URI may redeem codes; everything else needs Security > API > Trusted Origins, type CORS. Pages must use PKCE.',
		publicClient: 'Single-page or native app, client authentication None.',
		plain: 'Always S256.',
		refreshToken:
			'Enable the Refresh Token grant for the app and ask for offline_access; pages get rotating ones.',
		accessToken: 'A JWT from a custom authorization server; treat a token of the org server as opaque.',
		logout: '{issuer}/v1/logout, with a registered sign-out redirect URI.',
		notes: 'DPoP works, nonces included, and PAR is there.',
		variables: { oktaDomain: 'Okta domain', authServerId: 'Authorization server' },
		parameters: {
			prompt: 'none, login, consent or enroll_authenticator.',
			acr_values: 'The assurance to step up to.'
		}
	},
	entra: {
		issuer: 'With common, organizations or consumers the issuer in the token names the real tenant instead.',
		browser: 'The redirect URI must stand under the platform Single-page application.',
		cors: 'Only for redirect URIs of the single-page platform (App registrations > Authentication). Their codes in turn are redeemed only with an Origin header.',
		publicClient: 'The single-page platform is public and must use PKCE.',
		plain: 'Documented beside S256, and assumed when the method is left out.',
		refreshToken: 'Ask for offline_access; refresh tokens of pages live 24 hours and cannot be extended.',
		accessToken:
			'Shaped like a JWT; do not read those for APIs that are not yours. One API for each token, chosen by scope; resource is refused where it names another API than the scopes.',
		logout:
			'end_session_endpoint of discovery; the address after sign-out must be a registered redirect URI.',
		notes:
			'UserInfo is at graph.microsoft.com. 127.0.0.1 and localhost are told apart in redirect URIs. The metadata has no code_challenge_methods_supported, and S256 is taken all the same.',
		variables: { tenant: 'Tenant id or domain' },
		parameters: {
			prompt: 'login, none, consent or select_account.',
			domain_hint: 'Skip the choice of the home realm.',
			claims: 'The answer to a challenge of Conditional Access (step-up).',
			login_hint: 'The account to fill in.'
		}
	},
	adfs: {
		issuer: 'Access tokens may name another issuer (access_token_issuer).',
		browser: 'After Set-AdfsResponseHeaders allows this origin.',
		cors: 'Off at first: Set-AdfsResponseHeaders -EnableCORS $true, then CORSTrustedOrigins (AD FS 2019).',
		publicClient: 'Register a Native application in the application group.',
		plain: 'Beside S256, and assumed when the method is left out.',
		accessToken: 'A JWT for the resource; for UserInfo when there was none.',
		logout: '/adfs/oauth2/logout.',
		notes: 'Validate an access token with access_token_issuer.',
		variables: { host: 'Host' },
		parameters: {
			resource: 'The identifier of the Web API.',
			prompt: 'login or none.',
			domain_hint: 'Skip the choice of the home realm.',
			login_hint: 'The account to fill in.'
		}
	}
};
