/** The two kinds of token that a server can be asked about, or told to revoke (RFC 7009 §2.1). */
export const tokenTypes = ['access_token', 'refresh_token'] as const;

export type TokenType = (typeof tokenTypes)[number];
