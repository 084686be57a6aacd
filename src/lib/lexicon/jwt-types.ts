/** What the `typ` header of a JWT says that it is, as this app reads and writes it. */
export const jwtTypes = {
	accessToken: 'at+jwt',
	proof: 'dpop+jwt',
	requestObject: 'oauth-authz-req+jwt',
	/** No more than that it is a JWT: ID tokens have it. */
	plain: 'JWT'
} as const;

export type JwtType = (typeof jwtTypes)[keyof typeof jwtTypes];

/**
 * Whether a `typ` means this type: a media type, in whatever case, whose `application/` may be left out.
 * @see [RFC 7515 §4.1.9](https://www.rfc-editor.org/rfc/rfc7515#section-4.1.9)
 */
export const isJwtType = (typ: unknown, wanted: JwtType): boolean =>
	typeof typ === 'string' &&
	typ.toLowerCase().replace(/^application\/(?=[^/]*$)/, '') === wanted.toLowerCase();
