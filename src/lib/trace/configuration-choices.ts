/** Where the answer of the authorization endpoint stands in the callback URL; `.jwt` is JARM §2.3. */
export const responseModes = ['query', 'fragment', 'query.jwt', 'fragment.jwt'] as const;
export const authenticationMethods = [
	'none',
	'client_secret_basic',
	'client_secret_post',
	'private_key_jwt'
] as const;
/** Pushed authorization requests (RFC 9126), proofs of possession (RFC 9449), signed requests (RFC 9101). */
export const extensions = ['par', 'dpop', 'request-object'] as const;
export type Extension = (typeof extensions)[number];
