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
	'rs-token-scheme': 'RFC 9449 §7.2',
	'rs-dpop-form': 'RFC 9449 §4.2',
	'rs-dpop-alg': 'RFC 9449 §4.2',
	'rs-dpop-key': 'RFC 9449 §4.2',
	'rs-dpop-signature': 'RFC 9449 §4.3',
	'rs-dpop-htm': 'RFC 9449 §4.3',
	'rs-dpop-htu': 'RFC 9449 §4.3',
	'rs-dpop-iat': 'RFC 9449 §4.3',
	'rs-dpop-nonce': 'RFC 9449 §9',
	'rs-dpop-ath': 'RFC 9449 §4.3',
	'rs-dpop-jti': 'RFC 9449 §11.1',
	'rs-token-key-bound': 'RFC 9449 §7.1',
	'rs-scope': 'RFC 6750 §3.1',
	'rs-person': 'RFC 9068 §4',
	'rs-acr': 'RFC 9470 §3',
	'rs-auth-time': 'RFC 9470 §3'
} as const satisfies Record<string, Citation>;
