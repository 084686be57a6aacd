import type { Citation } from './citations';

/** What the sample API validates, in order. */
export const resourceServerChecks = {
	'rs-bearer-present': 'RFC 6750 §2.1',
	'rs-token-structure': 'RFC 7519 §7.2',
	'rs-token-typ': 'RFC 9068 §4',
	'rs-token-alg': 'RFC 9068 §4',
	'rs-token-key': 'RFC 7517 §4.5',
	'rs-token-signature': 'RFC 9068 §4',
	'rs-token-iss': 'RFC 9068 §4',
	'rs-token-aud': 'RFC 9068 §4',
	'rs-token-exp': 'RFC 9068 §4',
	'rs-token-nbf': 'RFC 7519 §4.1.5',
	'rs-scope': 'RFC 6750 §3.1',
	'rs-person': 'RFC 9068 §4'
} as const satisfies Record<string, Citation>;
