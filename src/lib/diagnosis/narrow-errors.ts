import type { DiagnosisCode } from '$lib/lexicon/causes';
import type { Sign } from './sign';

/**
 * Standard errors whose definition leaves few causes. The words beside such an error are read within them: what speaks
 * for another cause counts for less, and the plain meaning of the error is told as well.
 */
const causesOf: Readonly<Record<string, ReadonlySet<DiagnosisCode>>> = {
	invalid_scope: new Set([
		'scope-not-allowed',
		'offline-access-not-allowed',
		'consent-required',
		'admin-consent-required',
		'audience-not-allowed',
		'insufficient-scope'
	]),
	invalid_target: new Set(['audience-not-allowed', 'issuer-mismatch']),
	invalid_resource: new Set(['audience-not-allowed', 'issuer-mismatch']),
	invalid_dpop_proof: new Set([
		'dpop-proof-invalid',
		'dpop-proof-time-invalid',
		'dpop-nonce-required',
		'dpop-required'
	]),
	unsupported_response_type: new Set(['response-type-unsupported', 'request-malformed']),
	invalid_token: new Set([
		'access-token-invalid',
		'insufficient-scope',
		'dpop-required',
		'dpop-nonce-required',
		'dpop-proof-invalid',
		'dpop-proof-time-invalid',
		'refresh-token-expired',
		'refresh-token-reused',
		'refresh-token-revoked'
	]),
	unsupported_grant_type: new Set(['grant-not-enabled', 'request-parameter-missing']),
	consent_required: new Set(['consent-required', 'admin-consent-required']),
	interaction_required: new Set([
		'interaction-required',
		'login-required',
		'consent-required',
		'admin-consent-required',
		'account-not-allowed',
		'access-policy-denied'
	])
};

const outside = 0.85;

/** `meant` is what the error says by itself, `told` what its words speak for. */
export function withinError(error: string, told: readonly Sign[], meant: readonly Sign[]): Sign[] {
	const causes = Object.hasOwn(causesOf, error) ? causesOf[error] : undefined;
	if (!causes || told.length === 0) return [...told];
	if (told.some(({ code }) => causes.has(code))) {
		return told.map((sign) => (causes.has(sign.code) ? sign : { ...sign, weight: sign.weight * outside }));
	}
	return [
		...told.map((sign) => ({ ...sign, weight: sign.weight * outside })),
		...meant.filter(({ code }) => causes.has(code)).map((sign) => ({ ...sign, weight: 0.88 }))
	];
}
