import type { User } from './settings';

/** The scopes of OpenID Connect that this server knows. */
export const openidScopes = ['openid', 'profile', 'email', 'offline_access'] as const;

/** Which claims a scope stands for: OIDC Core §5.4. */
export const scopeClaims = {
	profile: ['name', 'given_name', 'family_name', 'preferred_username'],
	email: ['email', 'email_verified']
} as const;

export const userClaims = (user: User): Record<string, unknown> => ({
	name: user.name,
	given_name: user.givenName,
	family_name: user.familyName,
	preferred_username: user.username,
	email: user.email,
	email_verified: user.emailVerified
});

export const claimNames = ['sub', ...scopeClaims.profile, ...scopeClaims.email];

/** The claims about a person that these scopes, and these names asked for one by one, stand for. */
export function claimsFor(user: User, scope: readonly string[], names: readonly string[] = []) {
	const asked = new Set<string>([
		...names,
		...(scope.includes('profile') ? scopeClaims.profile : []),
		...(scope.includes('email') ? scopeClaims.email : [])
	]);
	return Object.fromEntries(Object.entries(userClaims(user)).filter(([name]) => asked.has(name)));
}
