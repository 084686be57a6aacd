/**
 * What can be proved of an attempt by its messages alone, in words: how a value came out wrong, and why nothing is
 * known. A proof holds no value of a message, so that it may travel where the values may not.
 */

/** The form of the proofs: it grows when a member changes its meaning. */
export const proofsVersion = 1;

/**
 * Why nothing is known. `not-recorded`: the message, or the part of it, is not there. `taken-out`: a placeholder stands
 * in its place. `not-sent`: the message is there, and does not have it. `ambiguous`: several messages say different
 * things, and nothing tells which one counts. `time-zone`: two clocks are apart by what lies between two zones, which a recorder
 * may have written wrongly. Of a signature: there is no key set, no key of it fits, or the algorithm
 * is none that a public key verifies.
 */
export const proofGaps = [
	...(['not-recorded', 'taken-out', 'not-sent', 'ambiguous', 'time-zone'] as const),
	...(['no-key-set', 'no-key', 'not-checkable'] as const)
] as const;

export type ProofGap = (typeof proofGaps)[number];

/**
 * How a challenge was made that is not that of the verifier: RFC 7636 §4.2, §4.3. `hex`: the hash in hexadecimal;
 * `hex-text`: that text in base64url. `encoded-twice`: base64 of base64, or percent-encoded once more. `hash-of-bytes`:
 * the verifier was decoded first. `hash-of-line`: with the end of a line. `hash-of-utf16`: of two bytes for each sign.
 * `other-hash`: SHA-1, SHA-384 or SHA-512. `method-*`: the challenge is one of S256, and the method says otherwise.
 * `method-on-plain`: S256, and the challenge is the verifier itself. `other-attempt`: the verifier or the challenge is
 * that of another attempt. `other`: none of these. `*-missing`: one was sent without the other.
 */
export const challengeFaults = [
	...(['hex', 'hex-text', 'padding', 'base64-alphabet', 'encoded-twice'] as const),
	...(['hash-of-bytes', 'hash-of-line', 'hash-of-utf16', 'hashed-twice', 'other-hash'] as const),
	...(['cut', 'letter-case', 'method-on-plain', 'method-plain', 'method-missing', 'method-case'] as const),
	...(['method-unknown', 'verifier-encoded', 'other-attempt', 'other'] as const),
	...(['verifier-missing', 'challenge-missing'] as const)
] as const;

export type ChallengeFault = (typeof challengeFaults)[number];

/**
 * How a value changed on its way. `plus`: `+` and a space were taken for each other. `encoded`, `decoded`: percent-encoded
 * or decoded once more than it should have been. `alphabet`: base64 for base64url. `cut`: only its beginning is left;
 * `longer`: something was put behind it. `missing`: it was sent and did not come. `unasked`: it came and was not sent.
 */
export const valueChanges = [
	...(['plus', 'encoded', 'decoded', 'letter-case', 'alphabet', 'space', 'cut', 'longer'] as const),
	...(['missing', 'unasked', 'other-attempt', 'other'] as const)
] as const;

export type ValueChange = (typeof valueChanges)[number];

/**
 * In what two redirect URIs differ: RFC 6749 §4.1.3, RFC 9700 §4.1.3. `slash`: at the end. `encoding`: the same once
 * percent-decoded. `not-repeated`: the token request has none; `only-repeated`: it alone has one.
 */
export const redirectDifferences = [
	...(['slash', 'encoding', 'letter-case', 'scheme', 'host', 'port', 'path', 'query', 'fragment'] as const),
	...(['not-repeated', 'only-repeated'] as const)
] as const;

export type RedirectDifference = (typeof redirectDifferences)[number];

/** What was sent to an API as its token. `unknown`: another token, of which this attempt does not know. */
export const bearers = ['access-token', 'id-token', 'refresh-token', 'unknown', 'nothing'] as const;

export type Bearer = (typeof bearers)[number];

/**
 * `form` is how it has to be sent. The others are what people send: a form whose type was not said, JSON, the parts of
 * an upload, or the parameters in the address.
 */
export const sentAs = ['form', 'untyped-form', 'json', 'multipart', 'query'] as const;

export type SentAs = (typeof sentAs)[number];

/**
 * Why a cookie that was set before the person left did not come back. It was never kept: `domain`: it names another host;
 * `set-insecurely`: Secure, set over http; `none-insecure`: SameSite=None without Secure; `prefix`: its name promises what
 * its attributes do not keep. It was kept and not sent: `host`, `path`: to another one; `secure`: Secure, over http;
 * `expired`; `strict`, `lax-post`: its SameSite, in a request that another site made; `default-post`: the same of one
 * without SameSite. `other`: nothing of it says why.
 */
export const cookieLosses = [
	...(['domain', 'set-insecurely', 'none-insecure', 'prefix'] as const),
	...(['host', 'path', 'secure', 'expired', 'strict', 'lax-post', 'default-post', 'other'] as const)
] as const;

export type CookieLoss = (typeof cookieLosses)[number];

/**
 * What an application did with the browser that came back. `page`: it answered with a page; `onward`: it led on; `moved`: to
 * the same page in another spelling; `lost`: the same, and the answer did not go along; `again`: it sent the person to sign
 * in once more; `error`: it led to an address that speaks of an error; `refused`: it answered with an error.
 */
export const landings = ['page', 'onward', 'moved', 'lost', 'again', 'error', 'refused'] as const;

export type Landing = (typeof landings)[number];
