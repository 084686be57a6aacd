import type { Bearer, ChallengeFault, ProofGap, RedirectDifference, ValueChange } from '$lib/lexicon/proofs';

/** What the messages of an attempt prove, in the few words of a table. */
export const proofNames = {
	title: 'What the messages prove',
	challenge: 'Verifier gives the challenge',
	state: 'State came back as it was sent',
	redirectUri: 'Redirect URI is the same in both requests',
	code: 'Code was sent as it came',
	uses: 'Code was sent once',
	secondsToRedeem: 'Seconds from the code to the token request',
	signature: 'Signature of the ID token',
	clock: 'Clocks agree',
	tokenRequest: 'Token request is a form',
	bearer: 'API got the access token'
} as const;

export const proofTexts = {
	equal: 'equal',
	matches: 'matches',
	once: '1',
	soon: 'at most 600, as is recommended',
	valid: 'valid',
	notValid: 'not valid',
	signedBy: (alg: string | undefined, kid: string | undefined): string =>
		['valid', ...(alg === undefined ? [] : [`by ${alg}`]), ...(kid === undefined ? [] : [`key ${kid}`])].join(
			', '
		),
	sent: (count: number, statuses: readonly (number | null)[]): string =>
		`${count} times, answered ${statuses.map((status) => status ?? 'nothing').join(', ')}`,
	seconds: (seconds: number): string => `${seconds} s`,
	clock: (seconds: number): string =>
		`the server is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`,
	clockExpected: 'within 60 s',
	form: 'form',
	attempt: (place: number): string => `, of attempt ${place}`,
	differs: (parts: string): string => `differs in: ${parts}`
} as const;

export const gapTexts: Record<ProofGap, string> = {
	'not-recorded': 'not recorded',
	'taken-out': 'taken out before we got it',
	'not-sent': 'not sent',
	ambiguous: 'several messages say different things',
	'no-key-set': 'no key set',
	'no-key': 'no key of the set fits',
	'not-checkable': 'no public key verifies this algorithm'
};

export const faultTexts: Record<ChallengeFault, string> = {
	hex: 'the hash was sent in hexadecimal',
	'hex-text': 'the hexadecimal text of the hash was encoded, not its bytes',
	padding: 'the challenge has padding',
	'base64-alphabet': 'plain base64 in place of base64url',
	'encoded-twice': 'the challenge was encoded twice',
	'hash-of-bytes': 'the verifier was decoded before it was hashed',
	'hash-of-line': 'the verifier was hashed with the end of a line',
	'hash-of-utf16': 'the verifier was hashed as UTF-16',
	'hashed-twice': 'the verifier was hashed twice',
	'other-hash': 'another hash than SHA-256',
	cut: 'the challenge was cut',
	'letter-case': 'letter case was changed',
	'method-on-plain': 'the method is S256, and the challenge is the verifier itself',
	'method-plain': 'the method is plain, and the challenge was made with S256',
	'method-missing': 'no method was sent, and the challenge was made with S256',
	'method-case': 'the method is not written S256',
	'method-unknown': 'the method is none that is known',
	'verifier-encoded': 'the verifier was encoded or decoded on its way',
	'other-attempt': 'the verifier is of another attempt',
	other: 'it does not match, and no known mistake makes one of the other',
	'verifier-missing': 'no verifier was sent',
	'challenge-missing': 'no challenge was sent'
};

export const changeTexts: Record<ValueChange, string> = {
	plus: 'plus and space were taken for each other',
	encoded: 'percent-encoded once too often',
	decoded: 'percent-decoded once too often',
	'letter-case': 'letter case was changed',
	alphabet: 'base64 and base64url were taken for each other',
	space: 'white space was put around it or taken away',
	cut: 'only its beginning is left',
	longer: 'something was put behind it',
	missing: 'it is missing',
	unasked: 'it came without having been sent',
	'other-attempt': 'it is that of another attempt',
	other: 'it is another value'
};

export const differenceTexts: Record<RedirectDifference, string> = {
	slash: 'slash at the end',
	encoding: 'encoding',
	'letter-case': 'letter case',
	scheme: 'scheme',
	host: 'host',
	port: 'port',
	path: 'path',
	query: 'query',
	fragment: 'fragment',
	'not-repeated': 'the token request has none',
	'only-repeated': 'the authorization request has none'
};

export const bearerTexts: Record<Bearer, string> = {
	'access-token': 'the access token',
	'id-token': 'the ID token',
	'refresh-token': 'the refresh token',
	unknown: 'another token',
	nothing: 'no token'
};
