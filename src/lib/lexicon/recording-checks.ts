import { checker } from './checker';
import type { Citation } from './citations';

/** What only a recording can show: what an application sent, held against what it had asked for and got. */
export const recordingChecks = {
	// the token request
	'exchange-challenge': 'RFC 7636 §4.6',
	'exchange-redirect-uri': 'RFC 6749 §4.1.3',
	'exchange-code': 'RFC 6749 §4.1.3',
	'exchange-code-once': 'RFC 6749 §4.1.2',
	'exchange-code-soon': 'RFC 6749 §4.1.2',
	'exchange-form': 'RFC 6749 §4.1.3',
	'exchange-consent': 'OIDC Core §11',
	// how the browser came back
	'callback-cookies': 'RFC 6265 §5.4',
	'callback-landing': 'RFC 6749 §4.1.2',
	'callback-implicit': 'RFC 9700 §2.1.2',
	// any answer
	'recorded-clock': 'RFC 9110 §6.6.1',
	'recorded-cors': 'WHATWG Fetch §3.3',
	'recorded-preflight': 'WHATWG Fetch §3.3',
	// a call of an API
	'call-bearer': 'RFC 6750 §2.1'
} as const satisfies Record<string, Citation>;

export const { check, checkThat } = checker(recordingChecks);
