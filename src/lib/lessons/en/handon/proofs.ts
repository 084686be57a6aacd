/** What was proved of an attempt by its messages, in words that hold no value. */
import type {
	Bearer,
	ChallengeFault,
	ProofGap,
	RedirectDifference,
	SentAs,
	ValueChange
} from '$lib/lexicon/proofs';

export const proofTexts = {
	title: 'What the messages prove',
	said: 'Said by the file, not checked here',
	saidWhy:
		'Whoever wrote this file checked these points while the values were still in it. Here nobody can check them again.',
	attempt: (place: number): string => `Attempt ${place}`,
	names: {
		challenge: 'Challenge and verifier',
		state: 'State',
		redirectUri: 'Redirect URI in both requests',
		code: 'Code that came and code that was sent',
		uses: 'Uses of the code',
		secondsToRedeem: 'From the code to its exchange',
		signature: 'Signature of the ID token',
		clock: 'Clock of the server against the recorder',
		tokenRequest: 'Parameters of the token request',
		bearer: 'Token sent to the API'
	},
	matches: 'The challenge is the one of this verifier',
	equal: 'Equal',
	equalState: 'It came back as it was sent',
	equalCode: 'The code was sent as it came',
	times: (count: number): string => (count === 1 ? 'Sent once' : `Sent ${count} times`),
	answered: (statuses: readonly (number | null)[]): string =>
		`answered with ${statuses.map((status) => status ?? 'nothing').join(', ')}`,
	between: (milliseconds: readonly number[]): string =>
		`${milliseconds.map((one) => `${Math.round(one)} ms`).join(', ')} apart`,
	seconds: (seconds: number): string => `${seconds.toFixed(seconds < 10 ? 1 : 0)} seconds`,
	signature: (valid: boolean, alg?: string, kid?: string): string =>
		[
			valid ? 'Valid' : 'Not valid',
			...(alg === undefined ? [] : [alg]),
			...(kid === undefined ? [] : [`key ${kid}`])
		].join(', '),
	clock: (seconds: number): string =>
		seconds === 0
			? 'No difference of a second or more'
			: `The server was ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead' : 'behind'}`,
	differs: (parts: readonly string[]): string => `They differ: ${parts.join(', ')}`,
	ofAttempt: (place: number): string => `(attempt ${place})`
} as const;

export const gapTexts: Record<ProofGap, string> = {
	'not-recorded': 'not recorded',
	'taken-out': 'the value was taken out',
	'not-sent': 'not sent',
	ambiguous: 'several requests say different things',
	'no-key-set': 'not checked: the keys of the server are not there',
	'no-key': 'not checked: no key of the set fits',
	'not-checkable': 'not checked'
};

export const challengeFaultTexts: Record<ChallengeFault, string> = {
	hex: 'The challenge is the hash in hexadecimal. S256 wants base64url of its 32 bytes.',
	'hex-text':
		'The challenge is base64url of the hash written in hexadecimal. S256 wants base64url of its 32 bytes.',
	padding: 'The challenge has the padding "=" at its end. Base64url without padding is wanted.',
	'base64-alphabet': 'The challenge is in base64 with "+" and "/". Base64url with "-" and "_" is wanted.',
	'encoded-twice': 'The challenge was encoded twice.',
	'hash-of-bytes': 'The verifier was decoded before it was hashed. The hash is over its characters.',
	'hash-of-line': 'The hash is over the verifier with the end of a line.',
	'hash-of-utf16': 'The hash is over two bytes for each character. One byte for each is wanted.',
	'hashed-twice': 'The verifier was hashed twice.',
	'other-hash': 'The hash is not SHA-256.',
	cut: 'The challenge is cut off.',
	'letter-case': 'Letters of the challenge changed between capital and small.',
	'method-on-plain': 'The method says S256, and the challenge is the verifier itself.',
	'method-plain': 'The method says plain, and the challenge is the hash.',
	'method-missing': 'The method is missing, so the challenge counts as plain, and it is the hash.',
	'method-case': 'The method is written in other letters than S256. It counts letter by letter.',
	'method-unknown': 'The method is none that RFC 7636 knows.',
	'verifier-encoded': 'The verifier was percent-encoded once more than it should be.',
	'other-attempt': 'The verifier is that of another attempt.',
	other: 'The challenge is not that of this verifier, and not any known wrong form of it.',
	'verifier-missing': 'A challenge was sent, and no verifier.',
	'challenge-missing': 'A verifier was sent, and no challenge.'
};

export const valueChangeTexts: Record<ValueChange, string> = {
	plus: 'A plus sign and a space were taken for each other.',
	encoded: 'It was percent-encoded once more than it should be.',
	decoded: 'It was percent-decoded once more than it should be.',
	'letter-case': 'Letters changed between capital and small.',
	alphabet: 'It changed between base64 and base64url.',
	space: 'Space at an end was added or lost.',
	cut: 'Only its beginning is left.',
	longer: 'Something stands behind it.',
	missing: 'It was sent and did not come.',
	unasked: 'It came and was not sent.',
	'other-attempt': 'It is the value of another attempt.',
	other: 'It is another value.'
};

export const redirectDifferenceTexts: Record<RedirectDifference, string> = {
	slash: 'a slash at the end',
	encoding: 'percent-encoding',
	'letter-case': 'capital and small letters',
	scheme: 'http and https',
	host: 'the host',
	port: 'the port',
	path: 'the path',
	query: 'the query',
	fragment: 'the fragment',
	'not-repeated': 'the token request has none',
	'only-repeated': 'only the token request has one'
};

export const bearerTexts: Record<Bearer, string> = {
	'access-token': 'The access token of this attempt',
	'id-token': 'The ID token. An API wants the access token.',
	'refresh-token': 'The refresh token. An API wants the access token.',
	unknown: 'A token that this attempt does not know',
	nothing: 'None'
};

export const sentAsTexts: Record<SentAs, string> = {
	form: 'As a form, as RFC 6749 wants them',
	'untyped-form': 'As a form without its content type',
	json: 'As JSON. RFC 6749 wants a form.',
	multipart: 'As the parts of an upload. RFC 6749 wants a form of pairs.',
	query: 'In the address. RFC 6749 wants them in the body.'
};
