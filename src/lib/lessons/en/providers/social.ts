import type { presetsSocial } from '$lib/providers/presets-social';
import type { PresetTexts } from '../../preset-text';

/** Accounts that people have already. */
export const socialTexts: PresetTexts<typeof presetsSocial> = {
	google: {
		issuer: 'One issuer for all.',
		browser:
			'Web and desktop clients need a client secret to redeem the code, so a page alone cannot finish.',
		cors: 'The token endpoint answers pages, errors too; the secret is what stops them.',
		publicClient: 'Web and desktop clients need their secret in spite of PKCE; mobile types have none.',
		plain: 'S256 or plain; plain when the method is left out.',
		refreshToken:
			'access_type=offline at the first consent, or with prompt=consent; offline_access is not used. Apps in testing lose it after seven days.',
		accessToken: 'Opaque.',
		notes:
			'There is no end-session endpoint. A DPoP proof binds the refresh token alone: the access token stays Bearer, and a page without a secret cannot use it.',
		parameters: {
			access_type: 'offline asks for a refresh token.',
			prompt: 'none, consent or select_account.',
			include_granted_scopes: 'true adds the scopes that were granted before.',
			hd: 'Accounts of one hosted domain.',
			login_hint: 'The account to fill in.'
		}
	},
	apple: {
		browser:
			'Needs a client secret that is a signed JWT, and form_post for name or email: both need a server.',
		publicClient: 'The client secret is a JWT signed with the developer’s key, valid six months at most.',
		notes:
			'No localhost and no IP address as redirect URI. From a page one can look at the authorization URL and at an ID token, no more.',
		parameters: {
			response_mode: 'form_post is a must when name or email is asked for. A page alone cannot receive it.'
		}
	},
	github: {
		browser: 'The token endpoint does not answer pages and wants the client secret.',
		cors: 'Pre-flight requests are not supported.',
		publicClient: 'PKCE is supported, but the client secret is still required.',
		plain: 'S256 only.',
		refreshToken: 'None for OAuth apps; GitHub Apps with expiring tokens have them.',
		accessToken: 'Opaque.',
		notes:
			'No OpenID Connect for OAuth apps. Codes live ten minutes. The exchange can be finished with the curl command.',
		parameters: {
			prompt: 'select_account.',
			login: 'The account to suggest.',
			allow_signup: 'Whether sign-up is offered.'
		}
	}
};
