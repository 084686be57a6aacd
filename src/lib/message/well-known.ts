const wellKnown = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(?=\/|$)/;

/** An issuer that was typed as the address of its metadata, without the well-known part. */
export const withoutWellKnown = (text: string): string => text.trim().replace(wellKnown, '');
