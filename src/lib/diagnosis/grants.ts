/**
 * What each grant asks of its request beside `grant_type`. A grant that is not here may be of one provider or of a later
 * standard (RFC 6749 §4.5), and nothing is asked of it.
 */
import type { Place } from './places';

const registered = 'urn:ietf:params:oauth:grant-type:';

export const deviceCode = `${registered}device_code`;
export const tokenExchange = `${registered}token-exchange`;

const required: Readonly<Record<string, readonly string[]>> = {
	// RFC 6749 §4.1.3, RFC 6749 §4.3.2, RFC 6749 §4.4.2 and RFC 6749 §6.
	authorization_code: ['code'],
	password: ['username', 'password'],
	client_credentials: [],
	refresh_token: ['refresh_token'],
	// RFC 8628 §3.4.
	[deviceCode]: ['device_code'],
	// RFC 7523 §2.1 and RFC 7522 §2.1.
	[`${registered}jwt-bearer`]: ['assertion'],
	[`${registered}saml2-bearer`]: ['assertion'],
	// RFC 8693 §2.1.
	[tokenExchange]: ['subject_token', 'subject_token_type']
};

/** What a request with this grant has to carry. */
export const requiredOfGrant = (grantType: string | undefined): readonly string[] => [
	'grant_type',
	...(grantType !== undefined && Object.hasOwn(required, grantType) ? (required[grantType] ?? []) : [])
];

/**
 * Which message of the token endpoint a request is. What carries a code or a verifier redeems a code, whatever it calls its
 * grant; where the grant is not known, its parameters say what it is.
 */
export function placeOfGrant(
	grantType: string | undefined,
	carries: (name: string) => boolean
): Place | undefined {
	if (grantType === 'authorization_code' || carries('code') || carries('code_verifier')) return 'token';
	if (grantType === 'refresh_token') return 'refresh';
	if (grantType !== undefined) return 'grant';
	return carries('refresh_token') ? 'refresh' : undefined;
}
