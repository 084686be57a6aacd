import type { PhraseTexts } from '../../said';
import {
	bearerText,
	challengeFaultText,
	cookieLossText,
	landingText,
	redirectPartText,
	sentAsText,
	valueChangeText
} from '../proofs';

/** What only a recording shows. */
export const recordedPhrases = {
	'challenge-fault': (fault: string) => challengeFaultText(fault),
	'verifier-of-attempt': (state: string) => `the verifier is that of the attempt with state ${state}`,
	'value-change': (change: string) => valueChangeText(change),
	'differ-in': (value: string, ...parts: string[]) =>
		`${value}; they differ in ${parts.map(redirectPartText).join(' and ')}`,
	'the-code-that-came': 'the code that came',
	'times-sent': (count: string) => (count === '1' ? 'sent once' : `sent ${count} times`),
	'seconds-after': (count: string) => `${count} ${count === '1' ? 'second' : 'seconds'} after it came`,
	'seconds-after-at-most': (count: string) => `at most ${count} seconds after it came`,
	'sent-as': (form: string) => sentAsText(form),
	'the-access-token': 'the access token',
	'token-sent': (kind: string) => bearerText(kind),
	'clock-ahead': (seconds: string) => `the clock of the server was ${seconds} seconds ahead`,
	'clock-behind': (seconds: string) => `the clock of the server was ${seconds} seconds behind`,
	'may-be-a-zone':
		'the two times are apart like two time zones: the recorder may have written the wrong one, and the clocks may agree',
	'same-clock': 'the same time',
	'cookies-set': (...names: string[]) => names.join(', '),
	'cookies-lost': (...cookies: string[]) => cookies.join('; '),
	'cookie-lost': (name: string, why: string) => `${name}: ${cookieLossText(why)}`,
	'no-cookies-in-file':
		'no message of this file has a cookie: what recorded it, or whoever saved it, left them out. Chrome has them where "with sensitive data" is chosen',
	'library-code-only': 'the library reads answers of response_type=code alone',
	'no-code-asked-for': 'the request asked for no code',
	'no-access-token-in-address': 'no access token in the authorization response',
	'led-on': 'the application takes the answer and goes on',
	'landed-at': (landing: string, ...parts: string[]) =>
		parts.length === 0
			? landingText(landing)
			: `${landingText(landing)}; they differ in ${parts.map(redirectPartText).join(' and ')}`,
	'allows-origin': (origin: string) => `Access-Control-Allow-Origin for ${origin}`,
	'allows-asked': (...names: string[]) => `a yes to ${names.join(', ')}`,
	'allows-not': (...names: string[]) => `no yes to ${names.join(', ')}`
} satisfies Partial<PhraseTexts>;
