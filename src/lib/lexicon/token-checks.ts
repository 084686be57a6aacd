import type { Citation } from './citations';
import { clientChecks } from './client-checks';

/** What our client checks of the ID tokens that it gets, here of one that was brought alone: it has the same names. */
const ofIdToken = {
	'id-token-form': clientChecks['id-token-form'],
	'id-token-alg': clientChecks['id-token-alg'],
	'id-token-signed': clientChecks['id-token-signed'],
	'id-token-key': clientChecks['id-token-key'],
	'id-token-signature': clientChecks['id-token-signature'],
	'id-token-crit': clientChecks['id-token-crit'],
	'id-token-members': clientChecks['id-token-members'],
	'id-token-iss': clientChecks['id-token-iss'],
	'id-token-sub': clientChecks['id-token-sub'],
	'id-token-aud': clientChecks['id-token-aud'],
	'id-token-azp': clientChecks['id-token-azp'],
	'id-token-dates': clientChecks['id-token-dates'],
	'id-token-exp': clientChecks['id-token-exp'],
	'id-token-iat': clientChecks['id-token-iat'],
	'id-token-nbf': clientChecks['id-token-nbf'],
	'id-token-nonce': clientChecks['id-token-nonce'],
	'id-token-at-hash': clientChecks['id-token-at-hash']
} as const;

/** What is checked of a token that was brought alone, with the section that asks for it. */
export const tokenChecks = {
	...ofIdToken,
	'id-token-typ': 'RFC 8725 §3.11',
	'id-token-auth-time': 'OIDC Core §3.1.3.7',
	'id-token-acr': 'OIDC Core §3.1.3.7',
	'id-token-c-hash': 'OIDC Core §3.3.2.11',
	'id-token-s-hash': 'FAPI Advanced §5.2.2.1',
	// Every JWT.
	'jwt-form': 'RFC 7515 §3.1',
	'jwt-kind': 'RFC 8725 §3.12',
	'jwt-alg': 'RFC 8725 §3.1',
	'jwt-alg-listed': 'RFC 8725 §3.1',
	'jwt-signed': 'RFC 7518 §3.1',
	'jwt-key': 'RFC 7517 §4.5',
	'jwt-signature': 'RFC 7515 §5.2',
	'jwt-confusion': 'RFC 8725 §2.1',
	'jwt-own-key': 'RFC 8725 §3.10',
	'jwt-kid': 'RFC 8725 §3.10',
	'jwt-crit': 'RFC 7515 §4.1.11',
	'jwt-members': 'RFC 7519 §4',
	'jwt-iss': 'RFC 8725 §3.8',
	'jwt-sub': 'RFC 7519 §4.1.2',
	'jwt-aud': 'RFC 8725 §3.9',
	'jwt-jti': 'RFC 7519 §4.1.7',
	'jwt-dates': 'RFC 7519 §4.1.4',
	'jwt-exp': 'RFC 7519 §4.1.4',
	'jwt-iat': 'RFC 7519 §4.1.6',
	'jwt-nbf': 'RFC 7519 §4.1.5',
	// Logout tokens.
	'logout-exp': 'OIDC Back-Channel Logout §2.4',
	'logout-iat': 'OIDC Back-Channel Logout §2.6',
	// Client assertions.
	'assertion-exp': 'RFC 7523 §3'
} as const satisfies Record<string, Citation>;

export type TokenCheckId = keyof typeof tokenChecks;
