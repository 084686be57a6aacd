import type { ClaimRefusal, JsonObject, Note, TokenKind } from './rule';

/**
 * Claims that the server itself writes, or that a standard has given a meaning: no rule overwrites one.
 * Registered claims, those of JWT access tokens (RFC 9068 §2.2) and those of OpenID Connect (OIDC Core §2, OIDC Core §5.1).
 */
export const reservedClaims: readonly string[] = [
	...['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'],
	...['client_id', 'scope', 'auth_time', 'acr', 'amr', 'groups', 'roles', 'entitlements'],
	...['azp', 'nonce', 'at_hash', 'c_hash', 's_hash', 'sid', 'org_id', 'permissions', 'gty'],
	...['cnf', 'act', 'may_act', 'events', 'authorization_details', '_claim_names', '_claim_sources'],
	...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username', 'profile'],
	...['picture', 'website', 'email', 'email_verified', 'gender', 'birthdate', 'zoneinfo', 'locale'],
	...['phone_number', 'phone_number_verified', 'address', 'updated_at']
];

const longestName = 255;

/**
 * Why a custom claim may not be called so; undefined if it may. A custom claim is named by an http(s) URL, so that it
 * collides with no claim of anybody else: the collision-resistant name of RFC 7519 §4.2.
 */
export function checkClaimName(name: string): ClaimRefusal | undefined {
	if (reservedClaims.includes(name)) return 'reserved';
	if (name.length > longestName) return 'too-long';
	return isNamespaced(name) ? undefined : 'not-namespaced';
}

function isNamespaced(name: string): boolean {
	// The URL parser forgives spaces, backslashes and missing slashes: a claim's name is compared as text, so it may have none.
	if (!/^https?:\/\/[!-[\]-~]+$/.test(name) || !URL.canParse(name)) return false;
	const { username, password } = new URL(name);
	return username === '' && password === '';
}

/**
 * Keeps the claims that a rule may add and drops the others, each with a note.
 * @see [RFC 7519 §4.2](https://www.rfc-editor.org/rfc/rfc7519#section-4.2)
 */
export function filterClaims(
	claims: JsonObject,
	{ ruleId, token }: { ruleId: string; token: TokenKind }
): { kept: JsonObject; notes: Note[] } {
	const kept: JsonObject = {};
	const notes: Note[] = [];
	for (const [claim, value] of Object.entries(claims)) {
		const because = checkClaimName(claim);
		if (because === undefined) kept[claim] = value;
		else {
			const shown = claim.slice(0, longestName);
			notes.push({ ruleId, kind: 'claim-dropped', token, claim: shown, because });
		}
	}
	return { kept, notes };
}
