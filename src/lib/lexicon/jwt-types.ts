/** What the `typ` header of a JWT says that it is, as this app reads and writes it. */
export const jwtTypes = {
	accessToken: 'at+jwt',
	proof: 'dpop+jwt',
	requestObject: 'oauth-authz-req+jwt',
	logout: 'logout+jwt',
	event: 'secevent+jwt',
	assertion: 'client-authentication+jwt',
	introspection: 'token-introspection+jwt',
	/** No more than that it is a JWT: ID tokens have it. */
	plain: 'JWT'
} as const;

export type JwtType = (typeof jwtTypes)[keyof typeof jwtTypes];

/** Those of credentials that a person holds (RFC 9901, W3C VC-JOSE-COSE), and of the proof who holds one. */
export const credentialTypes = [
	...['dc+sd-jwt', 'vc+sd-jwt', 'vc+jwt', 'vp+jwt', 'vc-ld+jwt', 'vp-ld+jwt', 'kb+jwt']
] as const;

/** A media type, in whatever case, whose `application/` may be left out. Undefined: it is no text. */
export const bareType = (typ: unknown): string | undefined =>
	typeof typ === 'string' ? typ.toLowerCase().replace(/^application\/(?=[^/]*$)/, '') : undefined;

/**
 * Whether a `typ` means this type.
 * @see [RFC 7515 §4.1.9](https://www.rfc-editor.org/rfc/rfc7515#section-4.1.9)
 */
export const isJwtType = (typ: unknown, wanted: JwtType): boolean => bareType(typ) === wanted.toLowerCase();

/** Whether a `typ` says that a JWT is of a kind that has one of its own (RFC 8725 §3.11). */
export const isOfAnotherKind = (typ: unknown): boolean =>
	[...Object.values<string>(jwtTypes), ...credentialTypes].includes(bareType(typ) ?? '') &&
	!isJwtType(typ, jwtTypes.plain);
