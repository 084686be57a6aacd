import type { DiagnosisCode, DiagnosisStep } from '$lib/lexicon/causes';
import type { Citation } from '$lib/lexicon/citations';

interface CauseFacts {
	/** Where it shows, first where it shows first. */
	steps: readonly DiagnosisStep[];
	citations: readonly Citation[];
}

/** What is known of every cause but its words. */
export const causeFacts: Record<DiagnosisCode, CauseFacts> = {
	'pkce-challenge-missing': {
		steps: ['authorize', 'token'],
		citations: ['RFC 7636 §4.3', 'RFC 7636 §4.4.1']
	},
	'pkce-challenge-malformed': { steps: ['authorize'], citations: ['RFC 7636 §4.2', 'RFC 4648 §5'] },
	'pkce-challenge-misderived': { steps: ['token'], citations: ['RFC 7636 §4.2', 'RFC 7636 §4.6'] },
	'pkce-method-mismatch': { steps: ['token'], citations: ['RFC 7636 §4.3', 'RFC 7636 §4.6'] },
	'pkce-method-unsupported': { steps: ['authorize'], citations: ['RFC 7636 §4.3', 'RFC 7636 §4.4.1'] },
	'pkce-verifier-mismatch': { steps: ['token'], citations: ['RFC 7636 §4.6'] },
	'pkce-verifier-missing': { steps: ['token'], citations: ['RFC 7636 §4.5'] },
	'pkce-verifier-malformed': { steps: ['token'], citations: ['RFC 7636 §4.1'] },
	'pkce-verifier-without-challenge': { steps: ['token'], citations: ['RFC 9700 §2.1.1', 'RFC 7636 §4.6'] },
	'redirect-uri-not-registered': {
		steps: ['authorize', 'token'],
		citations: ['RFC 6749 §3.1.2.4', 'RFC 9700 §4.1.3', 'RFC 8252 §7.3']
	},
	'redirect-uri-differs-at-token': { steps: ['token'], citations: ['RFC 6749 §4.1.3'] },
	'redirect-uri-form-not-allowed': { steps: ['authorize'], citations: ['RFC 6749 §3.1.2', 'RFC 8252 §7.3'] },
	'post-logout-redirect-uri-not-registered': {
		steps: ['logout'],
		citations: ['OIDC RP-Initiated Logout §2']
	},
	'code-expired': { steps: ['token'], citations: ['RFC 6749 §4.1.2', 'RFC 6749 §5.2'] },
	'code-already-used': { steps: ['token'], citations: ['RFC 6749 §4.1.2', 'RFC 6749 §10.5'] },
	'code-differs': { steps: ['token'], citations: ['RFC 6749 §4.1.3', 'WHATWG URL §5.1'] },
	'code-issued-to-another-client': { steps: ['token'], citations: ['RFC 6749 §4.1.3', 'RFC 6749 §5.2'] },
	'issuer-mismatch': { steps: ['authorize', 'token'], citations: ['RFC 8414 §3.3', 'RFC 9207 §2.4'] },
	'session-expired': { steps: ['authorize', 'token'], citations: ['OIDC Core §3.1.2.6'] },
	'client-unknown': { steps: ['authorize', 'token'], citations: ['RFC 6749 §2.2', 'RFC 6749 §5.2'] },
	'client-authentication-required': { steps: ['token'], citations: ['RFC 6749 §2.3', 'RFC 6749 §3.2.1'] },
	'client-secret-not-allowed': { steps: ['token'], citations: ['RFC 6749 §2.1', 'RFC 6749 §2.3.1'] },
	'client-platform-not-spa': { steps: ['token'], citations: ['RFC 6749 §2.1', 'WHATWG Fetch §3.3'] },
	'origin-header-required': { steps: ['token'], citations: ['WHATWG Fetch §3.3'] },
	'origin-not-allowed': { steps: ['authorize', 'token', 'userinfo'], citations: ['WHATWG Fetch §3.3'] },
	'endpoint-unreachable': { steps: ['token', 'userinfo', 'api'], citations: ['RFC 6749 §3.2'] },
	'scope-not-allowed': { steps: ['authorize', 'token'], citations: ['RFC 6749 §3.3'] },
	'insufficient-scope': { steps: ['userinfo', 'api'], citations: ['RFC 6750 §3.1'] },
	'offline-access-not-allowed': {
		steps: ['authorize', 'token'],
		citations: ['OIDC Core §11', 'RFC 6749 §1.5']
	},
	'audience-not-allowed': { steps: ['authorize', 'token'], citations: ['RFC 8707 §2'] },
	'login-required': { steps: ['authorize'], citations: ['OIDC Core §3.1.2.1', 'OIDC Core §3.1.2.6'] },
	'silent-frame-without-session': {
		steps: ['authorize'],
		citations: ['OIDC Core §3.1.2.6', 'OIDC Core §3.1.2.1']
	},
	'interaction-required': { steps: ['authorize', 'token'], citations: ['OIDC Core §3.1.2.6'] },
	'consent-required': { steps: ['authorize', 'token'], citations: ['OIDC Core §3.1.2.6'] },
	'admin-consent-required': { steps: ['authorize', 'token'], citations: ['RFC 6749 §3.3'] },
	'user-denied': { steps: ['authorize'], citations: ['RFC 6749 §4.1.2.1'] },
	'account-not-allowed': { steps: ['authorize', 'token'], citations: ['RFC 6749 §4.1.2.1'] },
	'access-policy-denied': { steps: ['authorize'], citations: ['RFC 6749 §4.1.2.1'] },
	'refresh-token-expired': { steps: ['token'], citations: ['RFC 6749 §6', 'RFC 9700 §4.14.2'] },
	'refresh-token-reused': { steps: ['token'], citations: ['RFC 9700 §4.14.2', 'RFC 6749 §10.4'] },
	'refresh-token-revoked': { steps: ['token'], citations: ['RFC 6749 §6', 'RFC 6749 §5.2'] },
	'grant-not-enabled': { steps: ['authorize', 'token'], citations: ['RFC 6749 §5.2', 'RFC 6749 §4.1'] },
	'response-type-unsupported': { steps: ['authorize'], citations: ['RFC 6749 §3.1.1'] },
	'state-invalid': { steps: ['authorize'], citations: ['RFC 6749 §4.1.1', 'RFC 6749 §10.12'] },
	'state-mismatch': { steps: ['callback'], citations: ['RFC 6749 §10.12', 'RFC 6749 §4.1.2'] },
	'callback-cookie-lost': { steps: ['callback'], citations: ['RFC 6265 §5.4', 'RFC 6749 §10.12'] },
	'state-altered': { steps: ['callback'], citations: ['RFC 6749 §4.1.2', 'WHATWG URL §5.1'] },
	'par-required': { steps: ['authorize'], citations: ['RFC 9126 §4', 'RFC 9126 §5'] },
	'dpop-required': { steps: ['token', 'userinfo', 'api'], citations: ['RFC 9449 §5', 'RFC 9449 §7.1'] },
	'dpop-nonce-required': { steps: ['token', 'userinfo', 'api'], citations: ['RFC 9449 §8', 'RFC 9449 §9'] },
	'dpop-proof-invalid': {
		steps: ['token', 'userinfo', 'api'],
		citations: ['RFC 9449 §4.2', 'RFC 9449 §4.3']
	},
	'dpop-proof-time-invalid': {
		steps: ['token', 'userinfo', 'api'],
		citations: ['RFC 9449 §4.3', 'RFC 9449 §11.1']
	},
	'request-malformed': {
		steps: ['authorize', 'token', 'userinfo'],
		citations: ['RFC 6749 §3.2', 'RFC 6749 §4.1.3']
	},
	'request-parameter-missing': {
		steps: ['authorize', 'token', 'userinfo', 'api'],
		citations: ['RFC 6749 §4.1.1', 'RFC 6749 §4.1.3']
	},
	'rate-limited': { steps: ['token'], citations: ['RFC 6585 §4'] },
	'request-headers-too-large': {
		steps: ['api', 'userinfo', 'token'],
		citations: ['RFC 6585 §5', 'RFC 9110 §15.5.14']
	},
	'nonce-mismatch': { steps: ['token', 'callback'], citations: ['OIDC Core §3.1.3.7', 'OIDC Core §12.2'] },
	'signing-key-unknown': { steps: ['token', 'api'], citations: ['RFC 7517 §4.5', 'OIDC Core §10.1.1'] },
	'signing-algorithm-unexpected': {
		steps: ['token', 'api'],
		citations: ['OIDC Core §3.1.3.7', 'RFC 7518 §3.1']
	},
	'clocks-differ': { steps: ['token', 'api'], citations: ['OIDC Core §3.1.3.7', 'RFC 7519 §4.1.6'] },
	'access-token-invalid': { steps: ['userinfo', 'api'], citations: ['RFC 6750 §3.1', 'RFC 9068 §4'] },
	'discovery-failed': {
		steps: ['api'],
		citations: ['RFC 9728 §5.1', 'RFC 9728 §3.1', 'RFC 8414 §3.1']
	},
	'resource-metadata-mismatch': { steps: ['api'], citations: ['RFC 9728 §3.3', 'RFC 9728 §3.1'] },
	'registration-failed': { steps: ['authorize'], citations: ['RFC 7591 §3.1', 'RFC 7591 §3.2.2'] },
	'pkce-not-advertised': { steps: ['authorize'], citations: ['RFC 8414 §2', 'RFC 9700 §2.1.1'] },
	'server-failed': {
		steps: ['token', 'authorize', 'userinfo', 'api', 'logout'],
		citations: ['RFC 9110 §15.6']
	}
};
