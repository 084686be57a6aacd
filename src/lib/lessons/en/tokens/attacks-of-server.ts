import type { TokenCheckId } from '$lib/lexicon/token-checks';
import type { Attack } from './attacks';

/** Of ID tokens: somebody signs in as another person. */
export const idTokenAttacks = {
	'id-token-form': {
		told: 'Two programs that guess differently at a broken token see two people: one checks the one, the other signs in the other.'
	},
	'id-token-alg': {
		told: 'An attacker writes none as alg, leaves the signature out, and signs in as anybody.',
		source: 'RFC 8725 §2.1'
	},
	'id-token-signed': {
		told: 'An attacker writes an ID token by hand and signs in as anybody. Over TLS from the token endpoint the server vouches for it instead; anywhere else nobody does.',
		source: 'OIDC Core §3.1.3.7'
	},
	'id-token-key': {
		told: 'An attacker signs with a key of their own. A client that takes any key that fits signs in whom the attacker names.',
		source: 'RFC 8725 §3.8'
	},
	'id-token-signature': {
		told: 'An attacker changes sub in their own ID token, keeps the rest, and is signed in as that person.',
		source: 'RFC 8725 §2.1'
	},
	'id-token-crit': {
		told: 'The server marks a token with a restriction that must be understood. A client that ignores it signs in without the restriction.',
		source: 'RFC 7515 §4.1.11'
	},
	'id-token-members': {
		told: 'An attacker who can put a second sub or email into the token is one person to the program that checks, and another to the program that uses it.',
		source: 'RFC 7519 §4'
	},
	'id-token-typ': {
		told: 'An attacker takes another token of the same issuer, with a good signature, and signs in with it.',
		source: 'RFC 8725 §2.8'
	},
	'id-token-iss': {
		told: 'An attacker runs an issuer of their own, or a tenant of the same provider, where they may name a person as they like. The client signs them in as the person of the same sub here.',
		source: 'RFC 8725 §3.8'
	},
	'id-token-sub': {
		told: 'Clients that fall back on the e-mail address sign in whoever may write that address at any issuer.',
		source: 'OIDC Core §5.7'
	},
	'id-token-aud': {
		told: 'Somebody who runs another application gets ID tokens of its visitors, and signs in here as any of them.',
		source: 'RFC 8725 §2.7'
	},
	'id-token-azp': {
		told: 'Another client, which is an audience as well, passes on a token that it asked for, and signs in here as its visitor.',
		source: 'OIDC Core §3.1.3.7'
	},
	'id-token-dates': {
		told: 'Where a date is no number, some clients compare it as text or skip it: an ID token that has long expired still signs somebody in.',
		source: 'RFC 7519 §4.1.4'
	},
	'id-token-exp': {
		told: 'Whoever finds an old ID token, in a log or in a browser’s history, signs in with it.',
		source: 'OIDC Core §3.1.3.7'
	},
	'id-token-iat': {
		told: 'A token from the future escapes a rule about its age. Nonces that are kept for a while are then forgotten before it is used.',
		source: 'OIDC Core §3.1.3.7'
	},
	'id-token-nbf': {
		told: 'A token that was made for a later time signs somebody in before that time.'
	},
	'id-token-nonce': {
		told: 'An attacker who got hold of an ID token or a code of a person puts it into a sign-in of their own, and is that person.',
		source: 'RFC 9700 §4.5.3'
	},
	'id-token-auth-time': {
		told: 'Somebody at a computer that was left open confirms a payment: the client asked for a fresh sign-in, and the old session answered.',
		source: 'OIDC Core §3.1.2.1'
	},
	'id-token-acr': {
		told: 'An attacker who has the password alone signs in where a second factor was asked for, because nobody looks at what was really done.',
		source: 'OIDC Core §5.5.1.1'
	},
	'id-token-at-hash': {
		told: 'An attacker exchanges the access token beside the ID token for one of another person. The client then loads that person’s data into this session.',
		source: 'OIDC Core §3.1.3.8'
	},
	'id-token-c-hash': {
		told: 'An attacker exchanges the code in the answer for one of another sign-in. The client redeems it and mixes two people.',
		source: 'OIDC Core §3.3.2.11'
	},
	'id-token-s-hash': {
		told: 'An attacker exchanges the state in the answer, and the client takes it for the answer to another request.',
		source: 'FAPI Advanced §5.2.2.1'
	}
} satisfies Partial<Record<TokenCheckId, Attack>>;

/** Of access tokens: somebody calls an API who may not. */
export const accessAttacks = {
	'access-typ': {
		told: 'A client has an ID token, which says who somebody is and grants nothing. It calls the API with it.',
		source: 'RFC 9068 §5'
	},
	'access-iss': {
		told: 'An attacker runs an issuer of their own and writes access tokens for the API, with good keys and any scope.',
		source: 'RFC 8725 §3.8'
	},
	'access-aud': {
		told: 'An API to which people send their tokens rightly, or one that was broken into, sends them on to this API and acts as those people.',
		source: 'RFC 9700 §2.3'
	},
	'access-sub': {
		told: 'An API that falls back on another claim, such as the e-mail address, acts for whoever may write that claim.',
		source: 'RFC 9068 §5'
	},
	'access-client-id': {
		told: 'An API that cannot tell its clients apart cannot shut out one that was stolen or turned hostile.',
		source: 'RFC 9068 §2.2'
	},
	'access-exp': {
		told: 'Whoever finds an old access token, in a log or a crash report, calls the API with it for ever.',
		source: 'RFC 9068 §4'
	},
	'access-iat': {
		told: 'A token from the future escapes every rule of the API about its age, and can be kept for later.'
	},
	'access-jti': {
		told: 'One token was stolen and is known to be. Without an identifier the API has nothing to put on a list of those that are refused.',
		source: 'RFC 7519 §4.1.7'
	},
	'access-scope': {
		told: 'A client that was granted reading also writes, because the API does not find the scopes and asks for none.',
		source: 'RFC 9700 §2.3'
	},
	'access-cnf': {
		told: 'Whoever steals the token, from a log, a proxy or a page, uses it as its owner does. A key that never leaves its owner stops that.',
		source: 'RFC 9700 §4.10.1'
	},
	'access-auth-time': {
		told: 'Somebody with a session that is hours old does what the API wanted a fresh sign-in for.',
		source: 'RFC 9470 §3'
	},
	'access-acr': {
		told: 'An attacker who has the password alone does what the API wanted a second factor for.',
		source: 'RFC 9470 §3'
	}
} satisfies Partial<Record<TokenCheckId, Attack>>;
