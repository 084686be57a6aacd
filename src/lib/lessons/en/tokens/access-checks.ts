import type { TokenCheckText } from './check-text';

const outside = 'Outside the profile of RFC 9068 no standard asks for it.';
const inside = 'A token with typ at+jwt must be as the profile says: have the server correct it.';

/** Of access tokens. A notice says what providers do that no standard forbids. */
export const accessCheckTexts = {
	'access-typ': {
		label: 'Says that it is one',
		fails:
			'Its typ is not at+jwt. APIs that follow RFC 9068 refuse it; all others check claims to tell it from an ID token.',
		fix: 'Send the access token. If it is one, turn on the RFC 9068 profile of the provider where it has one.',
		when: {
			'jwt-without-typ': {
				fails:
					'It has no typ. Amazon Cognito and Okta’s own authorization servers issue access tokens so. An API has to tell them from ID tokens by their claims.',
				fix: 'In the API, demand a claim that ID tokens of this provider lack, such as token_use or scp, beside the audience.'
			},
			typ: {
				fails:
					'Its typ is another. Entra ID, Keycloak and Auth0’s default profile write JWT, which ID tokens have as well.',
				fix: 'At Auth0, choose the RFC 9068 profile for the API. Elsewhere tell the kinds apart by audience and by claims.'
			}
		}
	},
	'access-iss': {
		label: 'Issuer is trusted',
		fails: 'The iss claim is not the issuer that the API trusts, or is no text. The comparison is exact.',
		fix: 'Configure the API with the issuer as the token spells it, if it is the right one. At Entra ID it differs between v1 and v2 tokens.',
		when: {
			missing: { fails: `It has no iss. ${outside} An API then cannot tell whose keys to use.`, fix: inside }
		}
	},
	'access-aud': {
		label: 'Issued for this API',
		fails: 'The aud claim does not name this API. The API must refuse the token.',
		fix: 'Ask for the API when tokens are requested: by resource, by audience, or by a scope of the API, as the provider has it.',
		when: {
			missing: {
				fails: `It has no aud. ${outside} Amazon Cognito issues access tokens so. Any API that trusts the issuer may take it.`,
				fix: 'In the API, check client_id and scope instead, and take tokens of its own clients alone.'
			}
		}
	},
	'access-sub': {
		label: 'Says whom it is about',
		fails: 'The sub claim is no text, or is empty.',
		fix: inside,
		when: {
			missing: {
				fails: `It has no sub. ${outside} The profile wants one, also for a client that acts for itself.`,
				fix: inside
			}
		}
	},
	'access-client-id': {
		label: 'Says which client has it',
		fails: 'It has no client_id of text.',
		fix: inside,
		when: {
			named: {
				fails: `It names the client by another claim. ${outside} Keycloak and Entra ID’s v2 tokens write azp, Entra ID’s v1 tokens appid, and Okta cid.`,
				fix: 'In the API, read the claim that this provider writes.'
			},
			missing: { fails: `It does not say for which client it was issued. ${outside}`, fix: inside }
		}
	},
	'access-exp': {
		label: 'Not expired',
		fails: 'The time in exp has passed. An API must refuse the token.',
		fix: 'Refresh the token. If it is fresh, compare the clocks of API and server.',
		when: { missing: { fails: `It has no exp: it may be good for ever. ${outside}`, fix: inside } }
	},
	'access-iat': {
		label: 'Not issued in the future',
		fails: 'The time in iat lies in the future. One of the two clocks is wrong.',
		fix: 'Set both clocks by a time server.',
		when: { missing: { fails: `It has no iat. ${outside}`, fix: inside } }
	},
	'access-jti': {
		label: 'Has an identifier',
		fails: 'The jti claim is no text, so that nobody can revoke or find this very token by it.',
		fix: inside,
		when: {
			missing: {
				fails: `It has no jti. ${outside} Entra ID writes uti, and Auth0’s default profile none.`,
				fix: inside
			}
		}
	},
	'access-scope': {
		label: 'Scopes are readable',
		fails:
			'Scopes stand in it in another form than one text with spaces. APIs that expect that text find none.',
		fix: 'In the API, read the form that this provider writes.',
		when: {
			named: {
				fails: `Its scopes stand in scp. No standard forbids that; RFC 9068 wants them in scope, as a should. Entra ID writes them there as text, and Okta as a list.`,
				fix: 'In the API, read scp instead of scope.'
			}
		}
	},
	'access-cnf': {
		label: 'Bound to a key',
		fails:
			'The cnf claim is there, and what it holds is no thumbprint. No API can find out which key it means.',
		fix: 'It is a fault of the server: jkt and x5t#S256 are SHA-256 hashes in base64url.'
	},
	'access-auth-time': {
		label: 'Sign-in is recent enough',
		fails: 'The sign-in is longer ago than the API allows, or the token does not say when it was.',
		fix: 'Send the person to sign in again with max_age, as the API’s challenge says.'
	},
	'access-acr': {
		label: 'Sign-in is strong enough',
		fails: 'The class of the sign-in in acr is none of those that were asked for.',
		fix: 'Ask for the class with acr_values, and see whether the person can reach it.'
	}
} satisfies Partial<Record<string, TokenCheckText>>;
