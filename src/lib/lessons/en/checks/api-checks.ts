import type { resourceServerChecks } from '$lib/lexicon/resource-server-checks';
import type { CheckText } from './check-text';
import { apiProofTexts } from './proof-checks';

/** What the sample API validates before it answers. */
export const apiCheckTexts: Record<keyof typeof resourceServerChecks, CheckText> = {
	...apiProofTexts,
	'rs-token-scheme': {
		label: 'Scheme fits the token',
		fails:
			'A token that is bound to a key came as Bearer, or one that is not bound came as DPoP. Whoever copied it has no key.',
		fix: 'Look at cnf.jkt in the token: with it, send Authorization: DPoP and a proof; without it, Bearer.'
	},
	'rs-token-key-bound': {
		label: 'Proof is of the token’s key',
		fails: 'The proof was made with a key that is not the one in the token’s cnf.jkt.',
		fix: 'Make the proof with the key that was used at the token endpoint.'
	},
	'rs-acr': {
		label: 'Sign-in is strong enough',
		fails:
			'This call needs a stronger sign-in than the token’s acr tells of. The API says which in acr_values.',
		fix: 'Start again with the acr_values of the answer in the authorization request: the server then asks for a second step.'
	},
	'rs-auth-time': {
		label: 'Sign-in is recent enough',
		fails:
			'The person signed in too long ago for this call, by the token’s auth_time. The API says how long in max_age.',
		fix: 'Start again with the max_age of the answer in the authorization request: the server then asks for a new sign-in.'
	},
	'rs-bearer-present': {
		label: 'Bearer token present',
		fails: 'The request has no Authorization header with the scheme Bearer and a token.',
		fix: 'Send the header Authorization with the word Bearer, one space and the access token.'
	},
	'rs-token-structure': {
		label: 'Token is a signed JWT',
		fails:
			'The token is not three base64url parts, of which the first two hold JSON objects. An opaque access token, which was requested without an API, ends here.',
		fix: 'Request the access token for this API with audience or resource. Send the access token, not the refresh token.'
	},
	'rs-token-typ': {
		label: 'Type is access token',
		fails:
			'The typ in the header is not at+jwt. The check keeps an ID token or another JWT of the same issuer from passing as an access token.',
		fix: 'Send the access token, not the ID token.'
	},
	'rs-token-alg': {
		label: 'Algorithm is allowed',
		fails: 'The alg in the header is not one that this API accepts. The value none is never accepted.',
		fix: 'Sign access tokens with an asymmetric algorithm that the API knows. The API must never let the token choose freely.'
	},
	'rs-token-key': {
		label: 'Signing key found',
		fails: 'No key of the issuer’s key set fits the kid and alg of the token.',
		fix: 'Check that the token comes from the issuer that the API trusts. After a key rotation, the API must fetch the key set again.'
	},
	'rs-token-signature': {
		label: 'Signature is valid',
		fails:
			'The signature does not fit. The token was changed after it was signed, or it was signed with another key.',
		fix: 'Send the access token as it was issued, down to the last character.'
	},
	'rs-token-iss': {
		label: 'Issuer is trusted',
		fails: 'The iss claim is not the authorization server that this API trusts.',
		fix: 'Get the access token from that issuer, or correct the issuer in the API’s settings. The comparison is exact.'
	},
	'rs-token-aud': {
		label: 'Issued for this API',
		fails: 'The aud claim does not contain this API’s identifier. A token for one API must not open another.',
		fix: 'Name this API as audience or resource in the authorization request. An ID token has the client_id as aud and is refused too.'
	},
	'rs-token-exp': {
		label: 'Not expired',
		fails: 'The time in exp has passed, or exp is missing.',
		fix: 'Refresh the access token, or start again. If it is fresh, compare the clocks.'
	},
	'rs-token-nbf': {
		label: 'Already valid',
		fails: 'The time in nbf has not come yet.',
		fix: 'Compare the clocks of the API and of the authorization server.'
	},
	'rs-scope': {
		label: 'Scope is sufficient',
		fails:
			'The token is valid, but it lacks the scope that this call needs. The API answers 403 with insufficient_scope.',
		fix: 'Request the scope in a new authorization request. If it was requested, the user or a rule may have removed it.'
	},
	'rs-person': {
		label: 'Person may do this',
		fails:
			'The token has the scope, but the person may not do this: not their entry, approved already, or not a manager.',
		fix: 'Scopes limit the client. What a person may do is up to the API: sign in as somebody who may.'
	}
};
