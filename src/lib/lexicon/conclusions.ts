import type { Citation } from './citations';

/** What tokens that came prove about the server: each names what it has to refuse. */
export const conclusionChecks = {
	// a code
	'refuses-wrong-verifier': 'RFC 7636 §4.6',
	'refuses-other-method': 'RFC 7636 §4.6',
	'refuses-missing-verifier': 'RFC 9700 §2.1.1',
	'refuses-unasked-verifier': 'RFC 9700 §4.8.2',
	'refuses-no-challenge': 'RFC 9700 §2.1.1',
	'refuses-unlisted-method': 'RFC 7636 §4.4.1',
	'refuses-used-code': 'RFC 6749 §4.1.2',
	'refuses-old-code': 'RFC 6749 §4.1.2',
	'refuses-other-client': 'RFC 6749 §4.1.3',
	'refuses-other-redirect-uri': 'RFC 6749 §4.1.3',
	'refuses-missing-grant-type': 'RFC 6749 §4.1.3',
	'refuses-doubled-parameter': 'RFC 6749 §3.2',
	'refuses-missing-response-type': 'RFC 6749 §3.1.1',
	'refuses-unpushed-request': 'RFC 9126 §5',
	'refuses-missing-proof': 'RFC 9449 §10',
	'refuses-wider-scope': 'RFC 6749 §6',
	// a refresh token
	'refuses-used-refresh-token': 'RFC 9700 §4.14.2',
	'refuses-refresh-of-another': 'RFC 6749 §6'
} as const satisfies Record<string, Citation>;
