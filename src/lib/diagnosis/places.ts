import type { DiagnosisCode } from '$lib/lexicon/causes';

/** The message that an answer belongs to. `authorization` is answered by a page of the server or by the callback. */
export const places = [
	'authorization',
	'par',
	'token',
	'refresh',
	/** The token endpoint, asked with a grant that is neither a code nor a refresh token. */
	'grant',
	'userinfo',
	'api',
	'introspection',
	'revocation',
	'logout',
	'metadata',
	'jwks',
	'registration'
] as const;

export type Place = (typeof places)[number];

export const isPlace = (name: string): name is Place => places.some((place) => place === name);

/** RFC 9126 §2.3: what the authorization endpoint would refuse, the endpoint of pushed requests refuses as well. */
const request: readonly Place[] = ['authorization', 'par'];
const code: readonly Place[] = ['token'];
const refresh: readonly Place[] = ['refresh'];
const grants: readonly Place[] = [...code, ...refresh, 'grant'];
/** Where a token is shown to get something. */
const access: readonly Place[] = ['userinfo', 'api'];
/** Where the client says who it is (RFC 6749 §2.3, RFC 7009 §2.1, RFC 7662 §2.1). */
const client: readonly Place[] = ['par', ...grants, 'introspection', 'revocation'];
/** RFC 9449 §5, §7.1, §10.1: where a proof goes along. */
const proof: readonly Place[] = ['par', ...grants, ...access];
/** What a page sends by itself: the browser reads the answer for it, or does not. */
const fetched: readonly Place[] = [...client, ...access, 'metadata', 'jwks'];

/**
 * Where a cause can be the cause. A refresh carries no code, no verifier and no redirect URI, so nothing about these
 * explains why it was refused; the same for every other message and what it does not carry.
 */
const placesOf: Readonly<Record<DiagnosisCode, readonly Place[]>> = {
	'pkce-challenge-missing': [...request, ...code],
	'pkce-challenge-malformed': request,
	'pkce-challenge-misderived': code,
	'pkce-method-mismatch': code,
	'pkce-method-unsupported': [...request, ...code],
	'pkce-verifier-mismatch': code,
	'pkce-verifier-missing': code,
	'pkce-verifier-malformed': code,
	'pkce-verifier-without-challenge': code,
	'redirect-uri-not-registered': [...request, ...code],
	'redirect-uri-differs-at-token': code,
	'redirect-uri-form-not-allowed': request,
	'post-logout-redirect-uri-not-registered': ['logout'],
	'code-expired': code,
	'code-already-used': code,
	'code-differs': code,
	'code-issued-to-another-client': code,
	'issuer-mismatch': [...request, ...grants, ...access, 'introspection', 'revocation', 'logout'],
	'session-expired': [...request, ...grants, 'userinfo', 'logout'],
	'client-unknown': ['authorization', ...client, 'logout'],
	'client-authentication-required': client,
	'client-secret-not-allowed': client,
	'client-platform-not-spa': grants,
	'origin-header-required': grants,
	'origin-not-allowed': ['authorization', ...fetched],
	'endpoint-unreachable': fetched,
	'scope-not-allowed': [...request, ...grants],
	'insufficient-scope': [...access, 'introspection'],
	'offline-access-not-allowed': [...request, ...grants],
	'audience-not-allowed': [...request, ...grants],
	'login-required': ['authorization'],
	'silent-frame-without-session': ['authorization'],
	'interaction-required': ['authorization', ...grants, ...access],
	'consent-required': ['authorization', ...grants],
	'admin-consent-required': ['authorization', ...grants],
	// RFC 8628 §3.5: on the device, the token endpoint says what the person answered.
	'user-denied': ['authorization', 'grant'],
	'account-not-allowed': ['authorization', ...grants, ...access],
	'access-policy-denied': ['authorization', ...client, ...access],
	'refresh-token-expired': refresh,
	'refresh-token-reused': refresh,
	'refresh-token-revoked': refresh,
	'grant-not-enabled': [...request, ...grants],
	'response-type-unsupported': request,
	'state-invalid': request,
	'state-mismatch': ['authorization'],
	'state-altered': ['authorization'],
	'callback-cookie-lost': ['authorization'],
	'par-required': ['authorization'],
	'dpop-required': proof,
	'dpop-nonce-required': proof,
	'dpop-proof-invalid': proof,
	'dpop-proof-time-invalid': proof,
	'request-malformed': [...request, ...client, ...access, 'logout'],
	'request-parameter-missing': [...request, ...client, ...access, 'logout'],
	'rate-limited': places,
	'request-headers-too-large': places,
	'nonce-mismatch': [...code, ...refresh, 'authorization'],
	'signing-key-unknown': [...grants, ...access, 'authorization', 'jwks'],
	'signing-algorithm-unexpected': [...grants, ...access, 'authorization'],
	'clocks-differ': [...grants, ...access, 'authorization'],
	// RFC 8693 §2.1: a token is exchanged at the token endpoint.
	'access-token-invalid': [...access, 'introspection', 'revocation', 'grant'],
	'discovery-failed': ['api', 'metadata'],
	'resource-metadata-mismatch': ['api', 'metadata'],
	'registration-failed': ['metadata', 'registration'],
	'pkce-not-advertised': ['metadata'],
	'server-failed': places
};

/** Where the place is not known, every cause is possible. */
export const isPossibleAt = (code: DiagnosisCode, place: Place | undefined): boolean =>
	place === undefined || placesOf[code].includes(place);
