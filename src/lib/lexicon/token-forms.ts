/**
 * The forms that a pasted token has. `jws`: signed, three parts, header and claims can be read. `jwe`: encrypted, five parts,
 * the header can be read. `sd-jwt`: signed, with disclosures behind it. `broken`: it is written like one of these and is
 * none. `opaque`: it is no JOSE at all.
 */
export const tokenForms = ['jws', 'jwe', 'sd-jwt', 'broken', 'opaque'] as const;
export type TokenForm = (typeof tokenForms)[number];

/** What was around a token or in it and was taken away, so that it could be read. */
export const mends = [
	'byte-order-mark',
	'invisible',
	'fence',
	'quotes',
	'scheme',
	'line-breaks',
	'spaces',
	'json-escapes',
	'percent-encoding',
	/** RFC 7515 §7.2, RFC 7516 §7.2: put into the compact form, which stands for the same. */
	'json-serialization',
	/** Members of the unprotected header of it: nothing signs them, and the compact form has no place for them. */
	'unprotected-header'
] as const;
export type Mend = (typeof mends)[number];

/** Names under which tokens stand in answers, requests and storage, however they are written. */
export const tokenNames = [
	'access_token',
	'id_token',
	'refresh_token',
	'token',
	'id_token_hint',
	'logout_token',
	'client_assertion',
	'assertion',
	'subject_token',
	'actor_token',
	'request',
	'response',
	'registration_access_token',
	'software_statement',
	'jwt',
	'bearer_token',
	'dpop',
	'dpop_proof'
] as const;

/** The parts of what is signed (RFC 7515 §3.1) and of what is encrypted (RFC 7516 §3.1), in their order. */
export const signedParts = ['header', 'payload', 'signature'] as const;
export const encryptedParts = ['header', 'encrypted-key', 'iv', 'ciphertext', 'tag'] as const;
export type TokenPart = (typeof signedParts)[number] | (typeof encryptedParts)[number];
