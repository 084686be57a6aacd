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
	'unprotected-header',
	/** `aad` of an encrypted one: it cannot be decrypted without it. */
	'additional-data'
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

/** What is wrong with how a token is written. What the words mean to a person is in the lessons. */
export const tokenFaults = [
	/** So many parts, and neither three nor five. */
	'parts',
	'empty-part',
	/** `=`, `+` and `/`: base64 as it is in mails, and not the one of addresses. */
	'padding',
	'other-alphabet',
	'foreign-character',
	/** A length that no octets have: something is missing, or too much. */
	'odd-length',
	'not-utf8',
	'json-cut',
	'not-json',
	'not-object',
	/** Names that come more than once in one object (RFC 7519 §4). */
	'doubled',
	'without-alg',
	'without-enc',
	/** `b64` is false (RFC 7797 §3). */
	'unencoded',
	/** `zip` in what is only signed. */
	'compressed',
	/** A JWT stands in the place of the claims. */
	'nested',
	/** The payload was left out (RFC 7515 Appendix F). */
	'detached',
	'signature-taken-out',
	/** Octets of a part, found and wanted, as the algorithm in the header has them. */
	'octets',
	/** A part that has to be empty, as the algorithm in the header has it. */
	'not-empty'
] as const;
export type FaultName = (typeof tokenFaults)[number];

/**
 * `at`: the character in the text of the token, from 0. `inside`: the one in the text that the part stands for. `found`,
 * `wanted`: how many parts, characters or octets, or what else was there.
 */
export interface TokenFault {
	fault: FaultName;
	part?: TokenPart;
	at?: number;
	inside?: number;
	character?: string;
	found?: string | number;
	wanted?: string | number;
	names?: readonly string[];
}

/** Why a disclosure tells nothing (RFC 9901 §7.1). */
export const disclosureFaults = [
	'not-base64url',
	'not-a-list',
	'wrong-members',
	'reserved-name',
	/** A name where an element stands, or an element where a name does. */
	'wrong-place',
	'name-taken',
	/** No digest in the token is its own. */
	'without-digest'
] as const;
export type DisclosureFault = (typeof disclosureFaults)[number];
