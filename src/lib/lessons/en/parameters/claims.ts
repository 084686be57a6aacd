import { claimNames, type ClaimName } from '$lib/lexicon/claims';
import type { MemberText } from './headers';

export const claimTexts: Record<ClaimName, MemberText> = {
	iss: {
		what: 'Who issued the token. It must be exactly the issuer that you trust.',
		rfc: 'RFC 7519 §4.1.1'
	},
	sub: {
		what: 'Who the token is about: the user’s stable identifier at this issuer. Only iss and sub together identify a user.',
		rfc: 'RFC 7519 §4.1.2'
	},
	aud: {
		what: 'Whom the token is for: the client_id in an ID token, the API in an access token.',
		rfc: 'RFC 7519 §4.1.3'
	},
	exp: {
		what: 'The time from which the token must not be accepted, in seconds since 1970.',
		rfc: 'RFC 7519 §4.1.4'
	},
	nbf: { what: 'The time before which the token must not be accepted.', rfc: 'RFC 7519 §4.1.5' },
	iat: { what: 'The time at which the token was issued.', rfc: 'RFC 7519 §4.1.6' },
	jti: {
		what: 'The token’s own identifier. It lets a reader recognise a token seen before.',
		rfc: 'RFC 7519 §4.1.7'
	},
	azp: {
		what: 'The client that the token was issued to. If it is there, it must be yours.',
		rfc: 'OIDC Core §2'
	},
	nonce: {
		what: 'The random value of the authorization request. It ties the ID token to this attempt.',
		rfc: 'OIDC Core §2'
	},
	auth_time: {
		what: 'The time at which the user signed in, which may be long before iat.',
		rfc: 'OIDC Core §2'
	},
	at_hash: {
		what: 'The left half of a hash of the access token. It ties the two tokens together.',
		rfc: 'OIDC Core §3.1.3.6'
	},
	c_hash: { what: 'The left half of a hash of the code, in the hybrid flow.', rfc: 'OIDC Core §3.3.2.11' },
	s_hash: {
		what: 'The left half of a hash of the state. A profile for financial services adds it.',
		rfc: 'RFC 7519 §4.2'
	},
	acr: { what: 'The class of the authentication, such as with a second factor.', rfc: 'OIDC Core §2' },
	amr: { what: 'The methods with which the user signed in, such as pwd or otp.', rfc: 'OIDC Core §2' },
	sid: {
		what: 'The session of the user at the issuer. It is used for logout.',
		rfc: 'OIDC Back-Channel Logout §2.1'
	},
	scope: { what: 'The granted scopes, separated by spaces. The API decides by them.', rfc: 'RFC 8693 §4.2' },
	scp: { what: 'The granted scopes under the name that some providers use.', rfc: 'RFC 7519 §4.3' },
	client_id: { what: 'The client that asked for the token.', rfc: 'RFC 8693 §4.3' },
	permissions: {
		what: 'The user’s rights at the API, under the name that some providers use.',
		rfc: 'RFC 7519 §4.3'
	},
	roles: { what: 'The user’s roles.', rfc: 'RFC 9068 §2.2.3.1' },
	groups: { what: 'The groups that the user belongs to.', rfc: 'RFC 9068 §2.2.3.1' },
	entitlements: { what: 'Single things that the user may do or have.', rfc: 'RFC 9068 §2.2.3.1' },
	authorization_details: { what: 'The granted fine-grained rights, as JSON.', rfc: 'RFC 9396 §2' },
	cnf: {
		what: 'The key that the token is bound to. Whoever presents the token must prove that they hold that key.',
		rfc: 'RFC 7800 §3.1'
	},
	act: { what: 'Who acts for the subject, when one party acts for another.', rfc: 'RFC 8693 §4.1' },
	events: {
		what: 'What happened. It marks a logout token, which must not be taken for an ID token.',
		rfc: 'OIDC Back-Channel Logout §2.4'
	},
	name: { what: 'The full name, ready to be shown.', rfc: 'OIDC Core §5.1' },
	given_name: { what: 'The given name or first name.', rfc: 'OIDC Core §5.1' },
	family_name: { what: 'The family name or last name.', rfc: 'OIDC Core §5.1' },
	middle_name: { what: 'The middle name.', rfc: 'OIDC Core §5.1' },
	nickname: { what: 'A casual name.', rfc: 'OIDC Core §5.1' },
	preferred_username: {
		what: 'The name that the user likes to be called by. It may change and need not be unique, so do not use it as a key.',
		rfc: 'OIDC Core §5.1'
	},
	profile: { what: 'The address of the user’s profile page.', rfc: 'OIDC Core §5.1' },
	picture: { what: 'The address of the user’s picture.', rfc: 'OIDC Core §5.1' },
	website: { what: 'The address of the user’s website.', rfc: 'OIDC Core §5.1' },
	email: {
		what: 'The e-mail address. It may change and need not be unique, so do not use it as a key.',
		rfc: 'OIDC Core §5.1'
	},
	email_verified: {
		what: 'Whether the issuer made sure that the user controlled the e-mail address.',
		rfc: 'OIDC Core §5.1'
	},
	gender: { what: 'The gender, as the user gave it.', rfc: 'OIDC Core §5.1' },
	birthdate: { what: 'The day of birth. A year of 0000 means that it is left out.', rfc: 'OIDC Core §5.1' },
	zoneinfo: { what: 'The time zone, such as Europe/Paris.', rfc: 'OIDC Core §5.1' },
	locale: { what: 'The language and region, such as en-US.', rfc: 'OIDC Core §5.1' },
	phone_number: { what: 'The telephone number.', rfc: 'OIDC Core §5.1' },
	phone_number_verified: {
		what: 'Whether the issuer made sure that the user controlled the telephone number.',
		rfc: 'OIDC Core §5.1'
	},
	address: { what: 'The postal address, as an object.', rfc: 'OIDC Core §5.1' },
	updated_at: {
		what: 'The time at which this profile last changed, in seconds since 1970.',
		rfc: 'OIDC Core §5.1'
	}
};

const namespacedClaim: MemberText = {
	what: 'A custom claim. Its name is an address, so that it cannot collide with a claim of anyone else.',
	rfc: 'RFC 7519 §4.2'
};

const customClaim: MemberText = {
	what: 'A custom claim. Its meaning is agreed between this issuer and its readers.',
	rfc: 'RFC 7519 §4.3'
};

/** The text of any claim: a known one's own, or what a custom claim is. A name that is a URI is namespaced. */
export function claimText(name: string): MemberText {
	const known = claimNames.find((claim) => claim === name);
	if (known) return claimTexts[known];
	return /^(https?:\/\/|urn:)/i.test(name) ? namespacedClaim : customClaim;
}
