import type { Citation } from './citations';

/** What the embedded authorization server decides, by endpoint, in the order in which it decides. */
export const authorizationServerChecks = {
	// authorize
	'as-method': 'RFC 6749 §3.1',
	'as-parameters-once': 'RFC 6749 §3.1',
	'as-client-known': 'RFC 6749 §2.2',
	'as-redirect-uri-present': 'RFC 6749 §3.1.2.3',
	'as-redirect-uri-registered': 'RFC 9700 §4.1.3',
	'as-response-type': 'RFC 6749 §3.1.1',
	'as-grant-allowed': 'RFC 6749 §4.1.2.1',
	'as-state-present': 'RFC 6749 §4.1.1',
	'as-nonce-present': 'OIDC Core §3.1.2.1',
	'as-challenge-present': 'RFC 7636 §4.4.1',
	'as-challenge-method': 'RFC 7636 §4.3',
	'as-challenge-form': 'RFC 7636 §4.2',
	'as-audience-known': 'RFC 8707 §2',
	'as-scope-allowed': 'RFC 6749 §3.3',
	'as-user-authenticated': 'OIDC Core §3.1.2.1',
	'as-consent-given': 'RFC 6749 §4.1.2.1',
	// token
	'as-token-method': 'RFC 6749 §3.2',
	'as-token-content-type': 'RFC 6749 §4.1.3',
	'as-token-parameters-once': 'RFC 6749 §3.2',
	'as-token-client': 'RFC 6749 §3.2.1',
	'as-token-grant-type': 'RFC 6749 §5.2',
	'as-code-present': 'RFC 6749 §4.1.3',
	'as-code-found': 'RFC 6749 §5.2',
	'as-code-unused': 'RFC 6749 §10.5',
	'as-code-not-expired': 'RFC 6749 §4.1.2',
	'as-code-client': 'RFC 6749 §5.2',
	'as-code-redirect-uri': 'RFC 6749 §4.1.3',
	'as-verifier-present': 'RFC 7636 §4.5',
	'as-verifier-form': 'RFC 7636 §4.1',
	'as-verifier-matches': 'RFC 7636 §4.6',
	'as-refresh-token-present': 'RFC 6749 §6',
	'as-refresh-token-found': 'RFC 6749 §5.2',
	'as-refresh-token-unused': 'RFC 9700 §4.14.2',
	'as-refresh-token-not-expired': 'RFC 6749 §5.2',
	'as-refresh-token-client': 'RFC 6749 §5.2',
	'as-refresh-scope': 'RFC 6749 §6',
	'as-refresh-token-issued': 'OIDC Core §11',
	// userinfo
	'as-bearer-present': 'RFC 6750 §2.1',
	'as-bearer-valid': 'RFC 6750 §3.1',
	'as-bearer-openid': 'OIDC Core §5.3'
} as const satisfies Record<string, Citation>;
