import type { PhraseTexts } from '../../said';

/** A NumericDate as the standards have it, and the time that it means. */
function secondOf(seconds: string): string {
	const date = new Date(Number(seconds) * 1000);
	return Number.isNaN(date.getTime()) ? seconds : `${seconds} (${date.toISOString().replace('.000', '')})`;
}

/** Forms, lengths and times. */
export const formPhrases = {
	'a-json': (type: string) => `a JSON ${type}`,
	'empty-body': 'an empty body',
	html: 'HTML or XML',
	'not-json': 'text that is not JSON',
	'a-form': 'a form',
	'a-string': 'a string',
	'a-uri': 'a URI',
	'not-a-url': 'not a URL',
	'a-jwt': 'a JWT: three parts of base64url',
	'not-a-jwt': 'not a JWT',
	'a-jwt-signed-with': (...algorithms: string[]) => `a JWT signed with ${algorithms.join(' or ')}`,
	'a-signed-jwt': 'a signed JWT: three parts of base64url',
	'one-jwt-of-typ': (typ: string) => `one JWT of typ ${typ}`,
	parts: (count: string) => `${count} part${count === '1' ? '' : 's'} instead of 3`,
	'parts-of': (count: string, text: string) => `${count} part${count === '1' ? '' : 's'}: ${text}`,
	encrypted: '5 parts: encrypted (JWE)',
	'encrypted-with': (alg: string, enc: string) => `5 parts: encrypted (JWE) with ${alg} and ${enc}`,
	'with-disclosures': (count: string) =>
		`an SD-JWT: a signed JWT and ${count} disclosure${count === '1' ? '' : 's'}`,
	compressed: (zip: string) => `payload: compressed (zip: ${zip})`,
	'a-number': (written: string) => `the number ${written}`,
	inexact: (...numbers: string[]) => `larger than many readers hold: ${numbers.join(', ')}`,
	'but-for-slash': (value: string) => `${value} – only the slash at the end differs`,
	'not-base64url': (part: string, position: string) => `${part}: not base64url at character ${position}`,
	'not-json-object': (part: string) => `${part}: not a JSON object`,
	opaque: (why: string) => `opaque: ${why}`,
	typ: (typ: string) => `typ ${typ}`,
	'jwt-without-typ': 'a JWT without typ',
	characters: (count: string) => `${count} characters`,
	'characters-so': (count: string, text: string) => `${count} characters: ${text}`,
	'characters-at-most': (count: string) => `at most ${count} characters`,
	'characters-without-jwts': (count: string) => `at most ${count} characters, without JWTs`,
	'characters-between': (least: string, most: string) => `${least} to ${most} characters`,
	'characters-of-base64url': (count: string) => `${count} characters of A-Z a-z 0-9 - _`,
	'characters-of-verifier': (least: string, most: string) =>
		`${least} to ${most} characters of A-Z a-z 0-9 - . _ ~`,
	'visible-characters': 'visible characters (RFC 6749 Appendix A)',
	'control-characters': 'control characters',
	unreserved: 'A–Z a–z 0–9 - . _ ~',
	'bits-at-least': (count: string) => `at least ${count} bits`,
	'bits-of-room': (count: string) => `room for ${count} bits, if it was picked at random`,
	seconds: 'a number of seconds',
	'seconds-positive': 'a positive number of seconds',
	'seconds-ago': (count: string) => `${count} seconds ago`,
	'seconds-ago-at-most': (count: string) => `at most ${count} seconds ago`,
	minutes: (count: string) => `${count} minutes`,
	'minutes-at-most': (count: string) => `at most ${count} minutes`,
	'second-of': secondOf,
	'numbers-of-seconds': 'numbers of seconds',
	dates: (...dates: string[]) => dates.join(', '),
	'date-as-text': (written: string) => `text (${written})`,
	'date-in-milliseconds': (written: string) => `${written}, which looks like milliseconds`,
	'no-date': (written: string) => written,
	'not-judged': (written: string) => `${written}: not a number of seconds, so not judged`,
	between: (first: string, last: string) => `${first} to ${last}`,
	until: (time: string) => `until ${time}`,
	after: (time: string) => `after ${time}`,
	'not-after': (time: string) => `not after ${time}`,
	'not-before': (time: string) => `not before ${time}`,
	'expired-at': (time: string) => `expired at ${time}`,
	'good-at': (time: string) => `good at ${time}`,
	'good-for-at-most': (seconds: string) => `good for at most ${seconds} seconds`,
	good: 'good'
} satisfies Partial<PhraseTexts>;
