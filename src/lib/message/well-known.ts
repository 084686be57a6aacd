const wellKnown = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?=\/|$)/;

/** An issuer that was typed as the address of its metadata, without the well-known part. */
export const withoutWellKnown = (text: string): string => text.trim().replace(wellKnown, '');

/** An API that was typed as the address of its metadata, which stands between its host and its path (RFC 9728 §3.1). */
export const withoutMetadata = (text: string): string =>
	text.trim().replace(/\/\.well-known\/oauth-protected-resource(?=\/|$)/, '');
