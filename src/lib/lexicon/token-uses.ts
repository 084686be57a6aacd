/**
 * What a token is checked as. `id`: OIDC Core §3.1.3.7. `access`: RFC 9068 §4. `logout`: OIDC Back-Channel Logout §2.6.
 * `proof`: RFC 9449 §4.3. `user-info`: a signed answer of OIDC Core §5.3.2. `assertion`: by which a client proves who it
 * is, RFC 7523 §3. `request`: a request object, RFC 9101 §6.3. `other`: what holds for every JWT, RFC 7519 §7.2.
 */
export const tokenUses = [
	...(['id', 'access', 'logout', 'proof', 'user-info'] as const),
	...(['assertion', 'request', 'other'] as const)
] as const;

export type TokenUse = (typeof tokenUses)[number];
