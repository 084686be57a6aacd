import type { TokenCheckId } from '$lib/lexicon/token-checks';
import type { Attack } from './attacks';

const replayed = 'An attacker who saw one sends it again, and nobody can tell that it came before.';

const logoutAttacks = {
	'logout-typ': {
		told: 'An attacker posts another token of the same issuer to the logout address. Without a type of its own it may pass.',
		source: 'RFC 8725 §2.8'
	},
	'logout-iss': {
		told: 'An attacker runs an issuer of their own and signs people out who never were there.',
		source: 'RFC 8725 §3.8'
	},
	'logout-aud': {
		told: 'Another client that got a logout token rightly posts it here, and ends a session that the server did not mean.',
		source: 'OIDC Back-Channel Logout §2.6'
	},
	'logout-whose': {
		told: 'A client that guesses whose session is meant ends the wrong one, or all of them.',
		source: 'OIDC Back-Channel Logout §2.6'
	},
	'logout-events': {
		told: 'An attacker posts an ID token that they hold: without this member nothing tells it from a logout token.',
		source: 'RFC 8725 §2.8'
	},
	'logout-nonce': {
		told: 'A token that is both kinds at once ends a session when it is posted, and begins one when it is put into a sign-in.',
		source: 'OIDC Back-Channel Logout §2.4'
	},
	'logout-jti': {
		told: 'An attacker who saw a logout token posts it again and again, and the person is signed out each time.',
		source: 'OIDC Back-Channel Logout §2.6'
	},
	'logout-subject': {
		told: 'A logout of one person ends the session of another.',
		source: 'OIDC Back-Channel Logout §2.6'
	},
	'logout-exp': {
		told: 'An attacker who saw a logout token keeps it, and signs the person out whenever they like.',
		source: 'OIDC Back-Channel Logout §2.4'
	},
	'logout-iat': {
		told: 'A logout token from the future can be kept, and ends a session that has not begun yet.'
	}
} satisfies Partial<Record<TokenCheckId, Attack>>;

const proofAttacks = {
	'proof-single': {
		told: 'One program checks the first of two proofs and another uses the second, which nobody checked.',
		source: 'RFC 9449 §4.3'
	},
	'proof-claims': {
		told: 'A proof that does not say what it was made for is good for every request.',
		source: 'RFC 9449 §4.3'
	},
	'proof-typ': {
		told: 'An attacker has the client sign something else with the same key, and sends that as a proof.',
		source: 'RFC 8725 §2.8'
	},
	'proof-alg': {
		told: 'An attacker writes none, or takes the public key for a secret, and proves to hold a key that they do not hold.',
		source: 'RFC 9449 §4.2'
	},
	'proof-key': {
		told: 'Without the key nobody can say which one was proved. With the private half in it, everybody who sees the proof can make the next one.',
		source: 'RFC 9449 §4.3'
	},
	'proof-signature': {
		told: 'An attacker who stole a token writes the owner’s public key into a proof, signs with anything, and uses the token.',
		source: 'RFC 9449 §4.3'
	},
	'proof-htm': {
		told: 'An attacker who saw the proof of a harmless GET sends it with a DELETE to the same address.',
		source: 'RFC 9449 §11.1'
	},
	'proof-htu': {
		told: 'A hostile API gets a proof and a token, and sends both on to another API.',
		source: 'RFC 9449 §11.1'
	},
	'proof-nonce': {
		told: 'An attacker who runs code in the page for a moment makes proofs for later, and uses them elsewhere for as long as they like.',
		source: 'RFC 9449 §8'
	},
	'proof-iat': {
		told: 'An attacker collects proofs, from logs or by code in the page, and uses them days later.',
		source: 'RFC 9449 §11.1'
	},
	'proof-ath': {
		told: 'An attacker who saw a proof without a token puts it beside a stolen token that is bound to the same key.',
		source: 'RFC 9449 §4.3'
	},
	'proof-binding': {
		told: 'An attacker who stole a token makes a key of their own, and a good proof with it. Binding was for nothing.',
		source: 'RFC 9449 §7.1'
	},
	'proof-jti': {
		told: 'An attacker who saw a request repeats it within the minutes in which its proof is good.',
		source: 'RFC 9449 §11.1'
	}
} satisfies Partial<Record<TokenCheckId, Attack>>;

const answerAttacks = {
	'user-info-sub': {
		told: 'An attacker exchanges the access token, and the client shows, or keeps, the data of another person under this one’s name.',
		source: 'OIDC Core §5.3.2'
	},
	'user-info-iss': {
		told: 'An answer that another issuer signed for its own user of the same sub is taken for this one.',
		source: 'RFC 8725 §3.8'
	},
	'user-info-aud': {
		told: 'Another client passes on an answer that it got rightly, and this one takes the data for its own.',
		source: 'RFC 8725 §2.7'
	}
} satisfies Partial<Record<TokenCheckId, Attack>>;

const requestAttacks = {
	'assertion-typ': {
		told: 'An attacker finds something else that the client signed with the same key, and authenticates as the client with it.',
		source: 'RFC 8725 §2.8'
	},
	'assertion-iss': {
		told: 'One registered client signs with its own key and names another as sub: it gets tokens as that one.',
		source: 'RFC 7523 §3'
	},
	'assertion-sub': {
		told: 'A token that the client signed about a person is taken for its own proof of who it is.',
		source: 'RFC 7523 §3'
	},
	'assertion-aud': {
		told: 'A hostile server, to which the client also goes, names the endpoint of this one as its own. It gets an assertion that is good here, and is the client.',
		source: 'RFC 9700 §4.4'
	},
	'assertion-exp': {
		told: 'Whoever finds an assertion in a log is the client for ever.',
		source: 'RFC 7523 §3'
	},
	'assertion-jti': {
		told: replayed,
		source: 'RFC 7523 §3'
	},
	'request-typ': {
		told: 'An attacker finds something else that the client signed, and has it taken for a request, or the request for an assertion.',
		source: 'RFC 9101 §10.8'
	},
	'request-client-id': {
		told: 'An attacker sends the signed request of one client under the name of another, and the two are mixed.',
		source: 'RFC 9101 §6.3'
	},
	'request-iss': {
		told: 'A request of one client is used in the name of another whose key the server looks up by the parameter alone.',
		source: 'RFC 9101 §6.3'
	},
	'request-aud': {
		told: 'A hostile server passes on a request that the client made for it, and this one takes it as its own.',
		source: 'RFC 9700 §4.4'
	},
	'request-response-type': {
		told: 'What is not signed can be written by anybody: a server that takes the rest from the address lets an attacker choose it.',
		source: 'RFC 9101 §6.3'
	},
	'request-nested': {
		told: 'An address in the object makes the server fetch from wherever the attacker wants, and replaces what was signed.',
		source: 'RFC 9101 §10.4'
	},
	'request-sub': {
		told: 'An attacker takes the request out of an address bar, sends it as a client assertion, and is the client.',
		source: 'RFC 9101 §10.8'
	}
} satisfies Partial<Record<TokenCheckId, Attack>>;

/** Of logout tokens, proofs, answers of the UserInfo endpoint, and of what a client makes. */
export const clientAttacks = { ...logoutAttacks, ...proofAttacks, ...answerAttacks, ...requestAttacks };
