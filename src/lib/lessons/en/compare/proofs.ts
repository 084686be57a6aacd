/** What the messages of an attempt prove of each other, in a few words each. */
import type { ProvenName } from '$lib/lexicon/compared';
import type { Bearer, ChallengeFault, RedirectDifference, ValueChange } from '$lib/lexicon/proofs';

/** What is asked of each attempt. */
export const provenTexts: Record<ProvenName, string> = {
	challenge: 'Is the challenge that of the verifier?',
	state: 'Did the state come back as it was sent?',
	redirectUri: 'Do both requests name the same redirect URI?',
	code: 'Was the code sent as it came?',
	uses: 'How often was the code sent?',
	signature: 'Is the signature of the ID token valid?',
	bearer: 'What was sent to the API as its token?'
};

export const answerTexts = { yes: 'yes', valid: 'yes', invalid: 'no' } as const;

export const challengeFaultTexts: Record<ChallengeFault, string> = {
	hex: 'no: it is the hash in hexadecimal',
	'hex-text': 'no: it is the hexadecimal text of the hash, in base64url',
	padding: 'no: it has padding',
	'base64-alphabet': 'no: it is in base64, and not in base64url',
	'encoded-twice': 'no: it was encoded twice',
	'hash-of-bytes': 'no: the verifier was decoded before it was hashed',
	'hash-of-line': 'no: the end of a line was hashed with it',
	'hash-of-utf16': 'no: the verifier was hashed as UTF-16',
	'hashed-twice': 'no: it was hashed twice',
	'other-hash': 'no: it is another hash than SHA-256',
	cut: 'no: it was cut off',
	'letter-case': 'no: capital letters are others',
	'method-on-plain': 'no: it is the verifier itself, and the method says S256',
	'method-plain': 'no: it is a hash, and the method says plain',
	'method-missing': 'no: it is a hash, and no method was sent',
	'method-case': 'no: the method is written in other letters',
	'method-unknown': 'no: the method is none that there is',
	'verifier-encoded': 'no: the verifier was encoded on its way',
	'other-attempt': 'no: one of the two is that of another attempt',
	other: 'no',
	'verifier-missing': 'no: no verifier was sent',
	'challenge-missing': 'no: no challenge was sent'
};

export const valueChangeTexts: Record<ValueChange, string> = {
	plus: 'no: a plus sign and a space were taken for each other',
	encoded: 'no: it was encoded once more',
	decoded: 'no: it was decoded once more',
	'letter-case': 'no: capital letters are others',
	alphabet: 'no: base64 and base64url were taken for each other',
	space: 'no: there is white space around it',
	cut: 'no: it was cut off',
	longer: 'no: something stands behind it',
	missing: 'no: it is missing',
	unasked: 'no: it came, and was not sent',
	'other-attempt': 'no: it is that of another attempt',
	other: 'no'
};

/** In what two addresses differ. */
export const redirectDifferenceTexts: Record<RedirectDifference, string> = {
	slash: 'the slash at the end',
	encoding: 'the encoding',
	'letter-case': 'capital letters',
	scheme: 'the scheme',
	host: 'the host',
	port: 'the port',
	path: 'the path',
	query: 'the query',
	fragment: 'the fragment',
	'not-repeated': 'the token request has none',
	'only-repeated': 'only the token request has one'
};

export const redirectAnswer = (parts: readonly string[]): string => `no: ${parts.join(', ')}`;

export const bearerTexts: Record<Bearer, string> = {
	'access-token': 'the access token',
	'id-token': 'the ID token',
	'refresh-token': 'the refresh token',
	unknown: 'a token that is none of this attempt',
	nothing: 'nothing'
};
