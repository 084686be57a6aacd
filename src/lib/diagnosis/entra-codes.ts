import type { DiagnosisCode } from '$lib/lexicon/causes';

/**
 * Numbers of Microsoft's error codes by what they mean here. The number is stable while the sentence beside it
 * changes and is translated.
 * @see https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes
 */
export const entraCodes: Partial<Record<DiagnosisCode, readonly number[]>> = {
	'pkce-challenge-missing': [9002325],
	'pkce-challenge-malformed': [50147, 501491, 50149],
	'pkce-method-unsupported': [501471],
	'pkce-verifier-mismatch': [50148, 501481],
	'pkce-verifier-malformed': [501461, 501482],
	'redirect-uri-not-registered': [50011, 500113, 70004, 900971],
	'redirect-uri-differs-at-token': [500112],
	'redirect-uri-form-not-allowed': [500117],
	'code-expired': [70008],
	'code-already-used': [54005, 70000],
	'code-issued-to-another-client': [700003, 7000014],
	'issuer-mismatch': [
		50049, 50059, 50107, 50128, 50169, 50194, 90002, 90019, 900023, 90027, 90038, 90051, 90124, 90126, 90130,
		700005, 900382, 900432, 9001023, 9002331, 9002332
	],
	'session-expired': [16002, 50089, 50132, 50133, 50139, 70044, 160021, 165000, 165004],
	'client-unknown': [70001, 700011, 700016, 7000112, 650051, 1000031],
	'client-authentication-required': [
		50012, 70002, 700021, 700023, 700024, 700027, 700030, 7000215, 7000216, 7000218, 7000222, 7000212, 7000229
	],
	'client-secret-not-allowed': [700025],
	'client-platform-not-spa': [9002326],
	'origin-header-required': [9002327],
	'scope-not-allowed': [28002, 70011, 650053, 700022, 1003031, 9000112],
	'audience-not-allowed': [
		50001, 50010, 500011, 500014, 65005, 650052, 650054, 650057, 90009, 901002, 9010010
	],
	'login-required': [50058],
	'interaction-required': [
		16000, 16001, 50055, 50072, 50085, 50074, 50076, 50078, 50079, 50097, 50125, 50127, 50140, 50143, 50144,
		50158, 50168, 50180, 50187, 50135, 50199, 51006, 53004, 700020, 81010
	],
	'consent-required': [50015, 65001, 65002, 650056, 90008],
	'admin-consent-required': [90093, 90094, 900941, 90095, 90099],
	'user-denied': [65004],
	'account-not-allowed': [
		16003, 50014, 50020, 500208, 50034, 50053, 50057, 50105, 50126, 50177, 50178, 51004, 90072, 500571, 50056,
		50197, 54000, 90084, 90125, 700562, 501241
	],
	'access-policy-denied': [
		50002, 50005, 500212, 500213, 50129, 50131, 50155, 53000, 53001, 53002, 53003, 53009, 53010, 53011, 80012,
		90123, 500021, 500022, 500023, 530032, 530035, 530034, 135011, 530001, 530002, 530003
	],
	'refresh-token-expired': [70043, 700081, 700082, 700084, 7000820],
	'refresh-token-revoked': [50173, 700007],
	'grant-not-enabled': [70003, 7000114],
	'response-type-unsupported': [70005, 700051, 700054, 700055],
	'request-malformed': [
		90004, 90005, 90013, 90015, 90056, 90100, 90102, 90121, 90023, 900561, 9002313, 9000410, 9000411, 70007,
		90117
	],
	'request-parameter-missing': [28003, 90014, 900144],
	'rate-limited': [50088, 50196, 90055],
	'access-token-invalid': [50013, 500133, 50027, 90016, 900384]
};

/** The same for Azure AD B2C and External ID policies (`AADB2Cnnnnn`). */
export const b2cCodes: Partial<Record<DiagnosisCode, readonly number[]>> = {
	'pkce-challenge-missing': [99059],
	'pkce-verifier-mismatch': [90182, 90183],
	'pkce-method-unsupported': [90184],
	'redirect-uri-not-registered': [90006, 90007],
	'post-logout-redirect-uri-not-registered': [90036, 90067],
	'client-unknown': [90011, 90018, 90068, 90092],
	'scope-not-allowed': [90012, 90055, 90107, 90110, 90115, 90117, 90146],
	'insufficient-scope': [90205],
	'client-authentication-required': [90058, 90079, 90081],
	'client-secret-not-allowed': [90084],
	'code-expired': [90080],
	'refresh-token-expired': [90080],
	'issuer-mismatch': [90087, 90088],
	'session-expired': [90046, 90206, 90211, 90212],
	'grant-not-enabled': [90086, 90224],
	'response-type-unsupported': [90013, 90057],
	'request-malformed': [90014, 90043, 90120, 90122, 90226],
	'request-parameter-missing': [90008, 90010, 90083],
	'login-required': [90077],
	'user-denied': [90091],
	'interaction-required': [90118],
	'account-not-allowed': [90052, 90053, 90054, 90111, 90114, 90225],
	'refresh-token-revoked': [90129, 90128]
};

/** The second thing that the same number can mean, for those that leave it open. */
export const entraAlso: Partial<Record<DiagnosisCode, readonly number[]>> = {
	'client-platform-not-spa': [7000218],
	'refresh-token-expired': [70008],
	'issuer-mismatch': [500011, 700011, 700016],
	'code-expired': [70000],
	'pkce-verifier-mismatch': [70000],
	'scope-not-allowed': [28003, 700023],
	'refresh-token-revoked': [50132, 50133, 70000],
	'admin-consent-required': [65001],
	'account-not-allowed': [50005],
	'access-policy-denied': [1000031]
};

/** Numbers that stand for many causes: the words beside them tell more. */
export const generalNumbers: ReadonlySet<number> = new Set([
	50013, 70000, 70002, 700023, 90013, 90023, 90100, 9002313
]);
