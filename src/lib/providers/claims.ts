/** Whose token it is, by what stands in it, and what this provider’s claims are. */
import type { JsonObject } from '$lib/message/json-body';
import { stringOf } from '$lib/message/json-body';
import { auth0Claims, cognitoClaims, googleClaims, keycloakClaims } from './claims-cloud';
import { entraClaims, oktaClaims } from './claims-workforce';

export const providerClaims = {
	entra: entraClaims,
	okta: oktaClaims,
	auth0: auth0Claims,
	google: googleClaims,
	keycloak: keycloakClaims,
	cognito: cognitoClaims
} as const;

export type ClaimProvider = keyof typeof providerClaims;

/** Hosts and paths of issuers that are one provider’s alone. A domain of a customer’s own says nothing. */
const issuers: Readonly<Record<ClaimProvider, RegExp>> = {
	entra:
		/^https:\/\/(?:login\.microsoftonline\.(?:com|us)|login\.partner\.microsoftonline\.cn|sts\.windows\.net|[\w-]+\.(?:b2clogin|ciamlogin)\.com)\//,
	okta: /^https:\/\/[\w-]+\.(?:okta|oktapreview|okta-emea|okta-gov)\.com(?:\/|$)/,
	auth0: /^https:\/\/[\w-]+(?:\.[a-z]{2}(?:-\d)?)?\.auth0\.com\/?$/,
	google: /^(?:https:\/\/)?accounts\.google\.com$/,
	keycloak: /^https?:\/\/[^/?#]+(?:\/[^/?#]+)*\/realms\/[^/?#]+$/,
	cognito: /^https:\/\/cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/[\w-]+$/
};

const has = (claims: JsonObject, ...names: readonly string[]): boolean =>
	names.every((name) => claims[name] !== undefined);

/** Claims that come together at one provider alone, where the issuer’s name is the customer’s own. */
const shapes: readonly (readonly [ClaimProvider, (claims: JsonObject) => boolean])[] = [
	['entra', (claims) => has(claims, 'tid', 'oid', 'uti') || has(claims, 'tid', 'aio', 'rh')],
	['okta', (claims) => has(claims, 'cid', 'uid', 'scp', 'ver') && Array.isArray(claims.scp)],
	['keycloak', (claims) => has(claims, 'resource_access') || has(claims, 'realm_access', 'azp')],
	[
		'cognito',
		(claims) => has(claims, 'token_use', 'origin_jti') || has(claims, 'token_use', 'cognito:username')
	],
	['auth0', (claims) => /^auth0\|/.test(stringOf(claims, 'sub') ?? '')]
];

const isProvider = (name: string): name is ClaimProvider => Object.hasOwn(issuers, name);

/**
 * The provider that a token is of, by facts of the token alone and without any trust in them. Undefined: nothing tells.
 * `header`: of what is encrypted it alone can be read, and Auth0 writes the issuer there.
 */
export function tokenProvider(claims: JsonObject, header: JsonObject = {}): ClaimProvider | undefined {
	const issuer = stringOf(claims, 'iss') ?? stringOf(header, 'iss') ?? '';
	const named = Object.keys(issuers)
		.filter(isProvider)
		.find((provider) => issuers[provider].test(issuer));
	return named ?? shapes.find(([, fits]) => fits(claims))?.[0];
}

/** Where a provider documents one of its claims; undefined when it is none of them. */
export function claimOf(provider: ClaimProvider, name: string): { key: string; source: string } | undefined {
	const claims: Readonly<Record<string, string>> = providerClaims[provider];
	const key = Object.hasOwn(claims, name) ? name : name.startsWith('xms_') ? 'xms_*' : name;
	const source = Object.hasOwn(claims, key) ? claims[key] : undefined;
	return source === undefined ? undefined : { key, source };
}
