import type { Citation } from './citations';
import { pkceChecks } from './pkce-checks';

/** What our client checks, by step. */
export const clientChecks = {
	// configure
	'issuer-is-url': 'RFC 8414 §2',
	'issuer-is-https': 'RFC 8414 §2',
	'metadata-status': 'OIDC Discovery §4',
	'metadata-is-json': 'RFC 8414 §3',
	'metadata-issuer': 'RFC 8414 §3.3',
	'metadata-types': 'RFC 8414 §2',
	'metadata-authorization-endpoint': 'RFC 8414 §2',
	'metadata-token-endpoint': 'RFC 8414 §2',
	'metadata-endpoints-are-https': 'RFC 8414 §2',
	'metadata-jwks-uri': 'OIDC Discovery §3',
	'metadata-supports-code': 'RFC 8414 §2',
	'metadata-supports-s256': 'RFC 8414 §2',
	'metadata-supports-public-clients': 'RFC 8414 §2',
	'metadata-supports-iss': 'RFC 9207 §2',
	'metadata-supports-scopes': 'RFC 8414 §2',
	...pkceChecks,
	// pushed authorization request
	'par-status': 'RFC 9126 §2.2',
	'par-request-uri': 'RFC 9126 §2.2',
	'par-expires-in': 'RFC 9126 §2.2',
	// secured authorization response
	'jarm-form': 'JARM §2.4',
	'jarm-iss': 'JARM §2.4',
	'jarm-aud': 'JARM §2.4',
	'jarm-exp': 'JARM §2.4',
	'jarm-signature': 'JARM §2.4',
	// callback
	'callback-parameters-once': 'RFC 6749 §3.1',
	'callback-state': 'RFC 6749 §10.12',
	'callback-issuer': 'RFC 9207 §2.4',
	'callback-no-error': 'RFC 6749 §4.1.2.1',
	'callback-code': 'RFC 6749 §4.1.2',
	'callback-code-fresh': 'RFC 6749 §4.1.2',
	/** The verdict of oauth4webapi's own reading of the same message; likewise the other `-library` checks. */
	'callback-library': 'RFC 6749 §4.1.2',
	// token response
	'token-status': 'RFC 6749 §5.1',
	'token-content-type': 'RFC 6749 §5.1',
	'token-is-json': 'RFC 6749 §5.1',
	'token-no-store': 'RFC 6749 §5.1',
	'token-access-token': 'RFC 6749 §5.1',
	'token-type': 'RFC 6749 §5.1',
	'token-expires-in': 'RFC 6749 §5.1',
	'token-dpop': 'RFC 9449 §5',
	'token-scope': 'RFC 6749 §3.3',
	'token-id-token': 'OIDC Core §3.1.3.3',
	'token-refresh-token': 'OIDC Core §11',
	'token-library': 'RFC 6749 §5.1',
	// ID token
	'id-token-form': 'RFC 7515 §3.1',
	'id-token-alg': 'OIDC Core §3.1.3.7',
	'id-token-signed': 'RFC 7518 §3.1',
	'id-token-key': 'RFC 7517 §4.5',
	'id-token-signature': 'RFC 7515 §5.2',
	'id-token-crit': 'RFC 7515 §4.1.11',
	'id-token-members': 'RFC 7519 §4',
	'id-token-iss': 'OIDC Core §3.1.3.7',
	'id-token-sub': 'OIDC Core §2',
	'id-token-aud': 'OIDC Core §3.1.3.7',
	'id-token-azp': 'OIDC Core §3.1.3.7',
	'id-token-dates': 'RFC 7519 §4.1.4',
	'id-token-exp': 'OIDC Core §3.1.3.7',
	'id-token-iat': 'OIDC Core §3.1.3.7',
	'id-token-nbf': 'RFC 7519 §4.1.5',
	'id-token-nonce': 'OIDC Core §3.1.3.7',
	'id-token-at-hash': 'OIDC Core §3.1.3.8',
	'id-token-library': 'OIDC Core §3.1.3.7',
	// key set
	'jwks-status': 'RFC 7517 §5',
	'jwks-is-key-set': 'RFC 7517 §5',
	// access token, read by a client for learning only
	'access-token-form': 'RFC 9068 §2.1',
	// API and UserInfo
	'api-status': 'RFC 6750 §3.1',
	'api-challenge': 'RFC 6750 §3',
	'userinfo-status': 'OIDC Core §5.3',
	'userinfo-sub': 'OIDC Core §5.3.2',
	'userinfo-iss': 'OIDC Core §5.3.2',
	'userinfo-aud': 'OIDC Core §5.3.2',
	'userinfo-signature': 'OIDC Core §5.3.2',
	'userinfo-library': 'OIDC Core §5.3.4',
	// refresh
	'refresh-rotated': 'RFC 9700 §4.14.2',
	'refresh-id-token': 'OIDC Core §12.2',
	// the end of a token
	'introspection-status': 'RFC 7662 §2.2',
	'introspection-active': 'RFC 7662 §2.2',
	'introspection-library': 'RFC 7662 §2.2',
	'revocation-status': 'RFC 7009 §2.2',
	'logout-return-address': 'OIDC RP-Initiated Logout §3',
	'logout-return-state': 'OIDC RP-Initiated Logout §3'
} as const satisfies Record<string, Citation>;
