/** What a difference means, in words. */
import type { DifferenceMeaning } from '$lib/lexicon/compared';

interface MeaningText {
	/** What it is that differs: the beginning of the sentence. */
	what: string;
	/** It differs as several things. */
	many?: true;
	/** Where it is known: what comes of it. `lost`, `gained`, `less`, `more`: of the second against the first. */
	means?: string;
	lost?: string;
	gained?: string;
	less?: string;
	more?: string;
	/** One of the two has none. */
	only?: string;
}

/** Of a key that is the same number or point in both sets. */
const keyMembers =
	'The key itself is the same. What it may be used for, or what is told of it, is not: a reader that goes by use or alg may leave it out.';

export const meaningTexts: Record<DifferenceMeaning, MeaningText> = {
	end: { what: 'The end' },
	proof: { what: 'What the messages prove' },
	check: { what: 'A check' },
	'metadata-issuer': {
		what: 'The issuer in the metadata',
		means:
			'A client compares it with the issuer that it was configured with, and with iss in every token. They have to be the same text (RFC 8414 §3.3).'
	},
	issuer: {
		what: 'The authorization server',
		means:
			'These are two servers, or two tenants of one. Clients, users and keys of the one are not known to the other.'
	},
	client: {
		what: 'The client identifier',
		means:
			'Another client has its own redirect URIs, grants and permissions. What is registered for the one does not hold for the other.'
	},
	endpoint: {
		what: 'The address that was asked',
		means:
			'The request went to another address: another server, another tenant, or an endpoint that has moved.'
	},
	'redirect-uri': {
		what: 'The redirect URI',
		means:
			'It is compared with what is registered as a text, and has to be the same in the token request (RFC 6749 §4.1.3).'
	},
	'came-back-to': {
		what: 'The address that the answer came to',
		means: 'The browser came back to another page, which may be on another origin and have another storage.'
	},
	'response-type': {
		what: 'The response type',
		means: 'It decides whether a code comes back, tokens, or both.'
	},
	challenge: {
		what: 'The code challenge',
		only: 'Without a challenge the request does not use PKCE. A server that requires it refuses, and a verifier that is sent later has nothing to fit (RFC 7636 §4.4.1).'
	},
	'challenge-method': {
		what: 'The challenge method',
		means:
			'The two values that there are are S256 and plain, in this spelling. Without a method the challenge is taken as plain (RFC 7636 §4.3).'
	},
	'pkce-methods': {
		what: 'The methods of PKCE that the server publishes',
		many: true,
		lost: 'A client that goes by the metadata stops using a method that is not in it any more.',
		only: 'A server that leaves this member out says with that that it does not support PKCE (RFC 8414 §2). Some that do support it leave it out all the same.'
	},
	verifier: {
		what: 'The code verifier',
		only: 'A code that was asked for with a challenge cannot be redeemed without the verifier (RFC 7636 §4.6).'
	},
	grant: {
		what: 'The grant type',
		means: 'Another grant is redeemed: a code, a refresh token, or something else.'
	},
	'client-authentication': {
		what: 'The way in which the client says who it is',
		means: 'A server takes the way that is registered for this client, and often no other (RFC 6749 §2.3).'
	},
	'client-secret': {
		what: 'The client secret',
		means: 'It was changed, or is that of another client.',
		only: 'A client that runs in a browser can keep no secret. Some servers refuse one from a public client, and all of them one that is missing where it is registered.'
	},
	'sent-as': {
		what: 'The form in which the token request was sent',
		means:
			'It has to be a form in the body, application/x-www-form-urlencoded (RFC 6749 §4.1.3). Some servers take others, and some do not.'
	},
	possession: {
		what: 'The proof of possession (DPoP)',
		only: 'With it, tokens are bound to a key. Without it they are bearer tokens (RFC 9449 §5).'
	},
	'authorization-error': { what: 'The error that came back from the sign-in' },
	'token-error': { what: 'The error of the token endpoint' },
	failure: { what: 'The reason why there was no answer' },
	status: { what: 'The status of the token answer' },
	'error-words': { what: 'The words of the error', many: true },
	audience: {
		what: 'The API that was asked for',
		means:
			'The access token is made for what is asked for here. Without it, many servers give a token that no API of yours takes.'
	},
	'token-audience': {
		what: 'The audience',
		means: 'Whoever is not in it has to refuse the token (RFC 7519 §4.1.3).'
	},
	scope: {
		what: 'The scope that was asked for',
		lost: 'What is not asked for is not granted: without openid there is no ID token, without offline_access mostly no refresh token.',
		gained: 'More was asked for: a server may want consent for it, or refuse what this client may not have.'
	},
	'granted-scope': {
		what: 'The scope that was granted',
		lost: 'An API that needs a scope which was dropped answers 403 (RFC 6750 §3.1).',
		only: 'A server may leave it out where it granted exactly what was asked for (RFC 6749 §5.1).'
	},
	'access-token-form': {
		what: 'The form of the access token',
		means:
			'An API that verifies a JWT by itself cannot read another form. Some servers give an opaque token where no API was asked for.'
	},
	'refresh-token': {
		what: 'The refresh token',
		only: 'Without one, a new sign-in is needed when the access token has expired.'
	},
	'id-token': {
		what: 'The ID token',
		only: 'It comes where the scope openid was granted (OpenID Connect Core §3.1.3.3).'
	},
	'token-type': {
		what: 'The token type',
		means: 'It says how the token is to be sent: Bearer, or DPoP with a proof.'
	},
	lifetime: {
		what: 'The lifetime',
		less: 'The token expires sooner. A clock that is wrong, or a client that does not renew in time, meets that first.',
		more: 'The token is good for longer.'
	},
	expiry: {
		what: 'The time of expiry',
		only: 'Without exp a token never expires by itself. An ID token has to have it (OpenID Connect Core §2), and so has an access token that follows RFC 9068 (RFC 9068 §2.2).',
		means: 'It has to be a number of seconds since 1970 (RFC 7519 §4.1.4).'
	},
	'token-moment': {
		what: 'The moment',
		only: 'Whoever asks for it does not find it in the other.',
		means: 'It has to be a number of seconds since 1970 (RFC 7519 §2).'
	},
	algorithm: {
		what: 'The algorithm',
		means: 'Whoever verifies the token has to allow this algorithm, and to have a key for it.'
	},
	key: {
		what: 'The key that is named in the token',
		means:
			'The keys were rotated, or another key signs. Whoever verifies has to fetch the key set again when it meets a name that it does not know.'
	},
	type: {
		what: 'The type of the token',
		means: 'A verifier may ask for the type: at+jwt is an access token (RFC 9068 §2.1).'
	},
	'token-use': {
		what: 'What the token says that it is',
		means:
			'An API must not take an ID token, and a client does not read an access token: whoever verifies may look at it.'
	},
	'bound-key': {
		what: 'The key that the token is bound to',
		means: 'Only whoever holds this key can use the token (RFC 7800 §3.1).',
		only: 'A token with cnf is bound to a key, and an API asks for a proof. Without it, it is a bearer token (RFC 7800 §3.1).'
	},
	'token-issuer': {
		what: 'The issuer of the token',
		means: 'It is compared as a text with the issuer that is expected, up to the slash at the end.'
	},
	tenant: {
		what: 'The tenant or organisation',
		means: 'Another tenant has its own people, consents and keys. An API that is for one refuses the other.'
	},
	'token-version': {
		what: 'The version of the token',
		means:
			'Tokens of another version have other claims, and often another form of iss and aud. Whoever verifies has to expect that form.'
	},
	actor: {
		what: 'Who acts for the person',
		means: 'The token was given to somebody who acts for the subject (RFC 8693 §4.1).',
		only: 'With act, somebody acts for the subject, and the token says who (RFC 8693 §4.1).'
	},
	disclosed: {
		what: 'What is disclosed',
		lost: 'What is not disclosed is in the token as a hash alone, and cannot be read from this copy (RFC 9901 §4).',
		only: 'What is not disclosed is in the token as a hash alone, and cannot be read from this copy (RFC 9901 §4).'
	},
	subject: {
		what: 'The subject',
		means:
			'This is another account, or the same person as another server or another client is told (pairwise identifiers).'
	},
	'authorized-party': {
		what: 'The client that the token was given to',
		means: 'An API that allows certain clients looks at it.'
	},
	permissions: {
		what: 'The roles, groups or permissions',
		many: true,
		lost: 'An API that asks for one that is gone refuses the person.',
		gained: 'More of them make the token longer: some servers refuse headers beyond a size.'
	},
	state: {
		what: 'The state',
		only: 'Without it a client cannot tell whether an answer belongs to its own request (RFC 6749 §10.12).'
	},
	nonce: {
		what: 'The nonce',
		only: 'A client that sent a nonce has to find it in the ID token, and one that sent none has nothing to compare.'
	},
	'response-mode': {
		what: 'The response mode',
		means:
			'The answer comes in the query, in the fragment or as a form. What reads the callback has to expect it there.'
	},
	prompt: {
		what: 'The prompt',
		means:
			'It decides what the person sees. With none nothing is shown, and without a session the answer is login_required.'
	},
	'max-age': {
		what: 'The longest age of the sign-in',
		means: 'A sign-in that is older has to be done again.'
	},
	acr: {
		what: 'How strong the sign-in has to be or was',
		means: 'An API may ask for a stronger one (RFC 9470).'
	},
	'sign-in-at': {
		what: 'Where the person is sent to sign in',
		means: 'Another directory or organisation has other users and other rules.'
	},
	'login-hint': { what: 'The hint who signs in' },
	'origin-header': {
		what: 'The header Origin of the token request',
		only: 'A browser sends it with a request across origins, and a server does not. Some servers redeem codes of a single-page application only with it.'
	},
	answer: { what: 'The newest answer' },
	clock: {
		what: 'The distance between the clock of the recording and that of the server, in seconds,',
		means:
			'A clock was moved, or is another one. Tokens are refused as expired, or as not valid yet, by a clock that is wrong.'
	},
	'code-waited': {
		what: 'The time between the code and its token request, in seconds,',
		more: 'Codes are good for a short time: ten minutes at the most, and often one (RFC 6749 §4.1.2).',
		less: 'Codes are good for a short time: ten minutes at the most, and often one (RFC 6749 §4.1.2).'
	},
	'endpoint-published': {
		what: 'The address in the metadata',
		means: 'A client that has kept the old address goes on asking there.',
		only: 'A client that needs this endpoint does not find it by the metadata.'
	},
	'grants-published': {
		what: 'The grant types that the server publishes',
		many: true,
		lost: 'A client that asks with a grant which is gone may be refused: unsupported_grant_type (RFC 6749 §5.2).',
		only: 'Without this member, authorization_code and implicit count as supported (RFC 8414 §2).'
	},
	'client-methods': {
		what: 'The ways to authenticate that the server publishes, under',
		many: true,
		lost: 'A client that says who it is in a way which is gone may be refused: invalid_client (RFC 6749 §5.2). The way of a public client is none.',
		only: 'Without this member of the token endpoint, client_secret_basic alone counts as supported (RFC 8414 §2).'
	},
	'algorithms-published': {
		what: 'The algorithms that the server publishes, under',
		many: true,
		lost: 'A client that allows no other algorithm than one which is gone refuses what is signed or encrypted from now on.',
		gained: 'What comes may be signed or encrypted with it: whoever reads it has to allow it.'
	},
	supported: {
		what: 'What the server says that it supports',
		lost: 'A client that goes by the metadata does not use what is not in it any more.'
	},
	'signing-key': {
		what: 'The key in the key set',
		means: 'Another key has the same name. A signature that was good with the one is not with the other.',
		lost: keyMembers,
		gained: keyMembers,
		only: 'A token that names a key which is not in the set cannot be verified with it. Where both sets are of one issuer, its keys were rotated.'
	},
	claim: { what: 'The claim' }
};
