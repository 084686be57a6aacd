/** What can be wrong with a run of the flow at any provider. The texts are in `./diagnosis-codes`. */
export const diagnosisCodes = [
	'pkce-challenge-missing',
	'pkce-challenge-malformed',
	'pkce-method-unsupported',
	'pkce-verifier-mismatch',
	'pkce-verifier-missing',
	'pkce-verifier-malformed',
	'pkce-verifier-without-challenge',
	'redirect-uri-not-registered',
	'redirect-uri-differs-at-token',
	'redirect-uri-form-not-allowed',
	'post-logout-redirect-uri-not-registered',
	'code-expired',
	'code-already-used',
	'code-issued-to-another-client',
	'issuer-mismatch',
	'session-expired',
	'client-unknown',
	'client-authentication-required',
	'client-secret-not-allowed',
	'client-platform-not-spa',
	'origin-header-required',
	'origin-not-allowed',
	'endpoint-unreachable',
	'scope-not-allowed',
	'insufficient-scope',
	'offline-access-not-allowed',
	'audience-not-allowed',
	'login-required',
	'interaction-required',
	'consent-required',
	'admin-consent-required',
	'user-denied',
	'account-not-allowed',
	'access-policy-denied',
	'refresh-token-expired',
	'refresh-token-reused',
	'refresh-token-revoked',
	'grant-not-enabled',
	'response-type-unsupported',
	'state-invalid',
	'state-mismatch',
	'par-required',
	'dpop-required',
	'dpop-nonce-required',
	'dpop-proof-invalid',
	'dpop-proof-time-invalid',
	'request-malformed',
	'request-parameter-missing',
	'rate-limited',
	'access-token-invalid',
	'server-failed'
] as const;

export type DiagnosisCode = (typeof diagnosisCodes)[number];

/** Where in the flow an answer came back. `callback` is the authorization response as the page received it. */
export const diagnosisSteps = ['authorize', 'callback', 'token', 'userinfo', 'api', 'logout'] as const;

export type DiagnosisStep = (typeof diagnosisSteps)[number];

/** One sign that speaks for a code: `weight` is 0..1, `because` is what was seen, for the person to read. */
export interface Sign {
	code: DiagnosisCode;
	weight: number;
	because: string;
}

/** `confidence` is 0..1: it orders the answers, and of those with 0.9 about nine in ten are right (see the report). */
export interface Diagnosis {
	code: DiagnosisCode;
	confidence: number;
	evidence: string[];
}
