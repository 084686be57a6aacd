/** How a value came out wrong, in a few words that stand behind “it” or “they”. */
import {
	challengeFaults,
	cookieLosses,
	landings,
	redirectDifferences,
	valueChanges,
	bearers,
	sentAs,
	type SentAs,
	type Bearer,
	type ChallengeFault,
	type CookieLoss,
	type Landing,
	type RedirectDifference,
	type ValueChange
} from '$lib/lexicon/proofs';

export const challengeFaultTexts: Record<ChallengeFault, string> = {
	hex: 'the challenge is the hash in hexadecimal; S256 wants its 32 bytes in base64url',
	'hex-text':
		'the challenge is base64url of the hexadecimal text of the hash; encode the 32 bytes themselves',
	padding: 'the challenge keeps the padding (=) of base64, which base64url of S256 does not have',
	'base64-alphabet': 'the challenge is the hash in plain base64, with + and / in place of - and _',
	'encoded-twice': 'the challenge was encoded twice',
	'hash-of-bytes':
		'the challenge is the hash of the bytes that the verifier stands for, and not of its characters',
	'hash-of-line': 'the challenge is the hash of the verifier with the end of a line behind it',
	'hash-of-utf16': 'the challenge is the hash of the verifier in UTF-16, and not in ASCII',
	'hashed-twice': 'the challenge was hashed twice',
	'other-hash': 'the challenge was made with another hash than SHA-256',
	cut: 'only the beginning of the challenge was sent',
	'letter-case': 'upper and lower case of the challenge were changed',
	'method-on-plain': 'the method is S256, and the challenge is the verifier itself',
	'method-plain': 'the method is plain, and the challenge was made with S256',
	'method-missing':
		'no code_challenge_method was sent, which means plain, and the challenge was made with S256',
	'method-case': 'the method is written in another case than S256',
	'method-unknown': 'the method has a name that no server knows, and the challenge was made with S256',
	'verifier-encoded':
		'the verifier was encoded or decoded on its way: another spelling of it gives the challenge',
	'other-attempt': 'the verifier is that of another attempt',
	other:
		'the verifier does not give this challenge, nor does any known mistake make it of this verifier: it was made for another one',
	'verifier-missing': 'a challenge was sent, and no verifier',
	'challenge-missing': 'a verifier was sent, and no challenge'
};

/** What is said after the name of the value. */
export const valueChangeTexts: Record<ValueChange, string> = {
	plus: '+ and a space were taken for each other',
	encoded: 'it was percent-encoded once too often',
	decoded: 'it was percent-decoded once too often',
	'letter-case': 'upper and lower case were changed',
	alphabet: 'base64 and base64url were taken for each other',
	space: 'white space was put around it, or taken away',
	cut: 'only its beginning is left',
	longer: 'something was put behind it',
	missing: 'it is missing',
	unasked: 'it came without having been sent',
	'other-attempt': 'it is that of another attempt',
	other: 'it is another value'
};

export const redirectDifferenceTexts: Record<RedirectDifference, string> = {
	slash: 'the slash at the end',
	encoding: 'the encoding of characters',
	'letter-case': 'upper and lower case',
	scheme: 'the scheme',
	host: 'the host',
	port: 'the port',
	path: 'the path',
	query: 'the query',
	fragment: 'the fragment',
	'not-repeated': 'that the token request has none',
	'only-repeated': 'that the authorization request has none'
};

/** A name out of a file of another version stands for itself. */
const isAmong = <Name extends string>(names: readonly Name[], text: string): text is Name =>
	(names as readonly string[]).includes(text);

export const challengeFaultText = (fault: string): string =>
	isAmong(challengeFaults, fault) ? challengeFaultTexts[fault] : fault;

export const valueChangeText = (change: string): string =>
	isAmong(valueChanges, change) ? valueChangeTexts[change] : change;

export const redirectPartText = (part: string): string =>
	isAmong(redirectDifferences, part) ? redirectDifferenceTexts[part] : part;

export const bearerTexts: Record<Bearer, string> = {
	'access-token': 'the access token',
	'id-token': 'the ID token',
	'refresh-token': 'the refresh token',
	unknown: 'a token that this attempt did not bring',
	nothing: 'no token'
};

export const bearerText = (kind: string): string => (isAmong(bearers, kind) ? bearerTexts[kind] : kind);

const formTexts: Record<SentAs, string> = {
	form: 'a form in the body',
	'untyped-form': 'a form that the Content-Type does not call one',
	json: 'JSON',
	multipart: 'multipart/form-data',
	query: 'in the address'
};

export const sentAsText = (form: string): string => (isAmong(sentAs, form) ? formTexts[form] : form);

/** What is said after the name of a cookie, or of several. */
export const cookieLossTexts: Record<CookieLoss, string> = {
	domain: 'Domain names another host than the one that set it, so that the browser did not keep it',
	'set-insecurely': 'it is Secure and was set over http, so that the browser did not keep it',
	'none-insecure': 'SameSite=None without Secure, which browsers do not keep',
	prefix: 'its name begins with __Host- or __Secure-, and its attributes are not what that promises',
	host: 'it was set for another host',
	path: 'its Path does not cover the later address',
	secure: 'it is Secure, and the later request went over http',
	expired: 'its time was over',
	strict: 'SameSite=Strict, and the person came from another site',
	'lax-post': 'SameSite=Lax, and another site posted the answer as a form',
	'default-post':
		'it has no SameSite, and another site posted the answer as a form: Chrome and Edge send it for two minutes then, and later not',
	other: 'its attributes do not say why'
};

export const cookieLossText = (why: string): string =>
	isAmong(cookieLosses, why) ? cookieLossTexts[why] : why;

export const landingTexts: Record<Landing, string> = {
	page: 'the application answered with a page',
	onward: 'the application led on',
	moved: 'the application led to its callback in another spelling',
	lost: 'the application led to its callback once more, and the answer of the server did not go along',
	again: 'the application sent the person to sign in again',
	error: 'the application led to an address that speaks of an error',
	refused: 'the application answered with an error'
};

export const landingText = (landing: string): string =>
	isAmong(landings, landing) ? landingTexts[landing] : landing;
