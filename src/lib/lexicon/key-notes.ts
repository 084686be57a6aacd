/**
 * What is told of pasted keys, of a signature and of an encrypted token, each with the names of the values in it, as in
 * `phrases.ts`. A list of their own, because their texts load only where a token is looked at: `lessons/en/tokens/keys.ts`.
 */
export const keyNotes = {
	// What was mended before keys could be read.
	'mended-quotes': [],
	'mended-escapes': [],
	'mended-line-breaks': [],
	'mended-armour': [],

	// What there is to know of the keys that were read.
	'private-key': ['which'],
	'secret-in-keys': ['which'],
	'member-left-out': ['which', 'why'],
	'keys-beyond': ['read', 'all'],
	'kid-twice': ['kid'],
	'certificate-not-checked': [],
	'certificates-several': ['count'],
	'x5c-differs': ['which'],
	'rsa-short': ['which', 'bits'],

	// Which key, and why it is none.
	'key-number': ['place'],
	'key-with-kid': ['kid'],
	'key-in-header': [],
	'not-an-object': [],
	'no-kty': [],
	'member-malformed': ['name'],
	'member-missing': ['name'],
	'kty-unknown': ['kty'],
	'exponent-refused': ['exponent'],
	'modulus-too-long': ['bits'],

	// Where in a text.
	'in-line': ['line', 'character'],
	'in-block': ['label'],

	// What came of a signature.
	'fits-named': ['key', 'alg'],
	'fits-only': ['key', 'alg'],
	'fits-of-several': ['key', 'alg', 'count'],
	'fits-unnamed': ['key', 'alg', 'kid'],
	'fits-other': ['key', 'alg', 'kid'],
	'fits-secret': ['alg'],
	'fits-proof': ['alg'],
	'differs-named': ['kid'],
	'differs-only': [],
	'differs-several': ['count'],
	'differs-other': ['kid', 'count'],
	'differs-secret': ['alg'],
	'differs-proof': [],
	'differs-length': ['found', 'wanted'],
	'differs-der': ['found', 'wanted'],

	// What it may rest on, and what would tell.
	'why-named-differs': [],
	'why-named-other-fits': ['key'],
	'why-kid-absent': [],
	'why-none-fits': [],
	'why-crit': ['names'],
	'keys-older': ['fetched', 'issued'],
	'tell-fetch-again': [],
	'tell-issuer': ['iss'],
	'tell-secret-form': [],

	// Why there is no verdict.
	'browser-cannot': ['alg'],
	'alg-unknown': ['alg'],
	'alg-missing': [],
	'alg-none': [],
	'alg-none-with-signature': [],
	'browser-cannot-yet': ['alg'],
	'no-keys-yet': ['alg'],
	'no-secret-yet': ['alg'],
	'no-key-for': ['alg', 'kinds'],
	'proof-without-key': [],
	'proof-key-kind': ['alg', 'kinds'],
	'proof-of-secret': ['alg'],
	'named-for-else': ['kid', 'what'],
	'keys-unusable': ['count'],
	'signature-missing': [],
	'signature-not-base64url': ['character'],
	'not-compact': ['count'],
	'encrypted-token': [],
	'header-unreadable': [],

	// What deserves a warning whatever came of it.
	'secret-makes-too': [],
	'secret-short': ['alg', 'bytes', 'wanted'],
	'carries-key': ['name'],
	'carries-fitting-key': ['name'],
	'carries-known-key': ['name', 'key'],
	'carries-address': ['name', 'url'],
	'crit-unknown': ['names'],
	'crit-malformed': [],
	'payload-detached': [],
	'payload-unencoded': [],
	'payload-unencoded-jwt': [],
	'b64-not-critical': [],
	'header-doubled': ['names'],

	// What came of opening an encrypted token.
	'opened-by': ['alg', 'enc'],
	'opened-nested': [],
	'opened-claims': [],
	'opened-text': [],
	'opened-bytes': ['count'],
	'opened-compressed': [],
	'opened-for-else': ['name', 'value']
} as const;

/** Why a text holds no keys. What it was, and what to do, is in `lessons/en/tokens/keys.ts`. */
export const keyFaults = [
	'empty',
	'too-long',
	'html',
	'address',
	'metadata',
	'token',
	'encrypted-token',
	'not-json',
	'json-of-else',
	'no-keys',
	'only-secrets',
	'none-usable',
	'pem-cut',
	'pem-character',
	'pem-damaged',
	'pem-encrypted',
	'pem-request',
	'pem-openssh',
	'pem-pgp',
	'pem-label',
	'kind-not-here',
	'ssh-line',
	'unknown'
] as const;

export type KeyFaultReason = (typeof keyFaults)[number];

/** Why an encrypted token was not opened. */
export const openFaults = [
	'not-five-parts',
	'header-unreadable',
	'part-malformed',
	'alg-missing',
	'alg-not-here',
	'rsa1_5',
	'enc-not-here',
	'crit-not-understood',
	'zip-unknown',
	'too-many-rounds',
	'inflates-too-far',
	'no-key',
	'key-unreadable',
	'key-of-another-kind',
	'key-public',
	'key-length',
	'key-too-short',
	'header-incomplete',
	'header-malformed',
	'wrong-key',
	'changed',
	'does-not-open'
] as const;

export type OpenFaultReason = (typeof openFaults)[number];

/** Why a typed secret is none in the form that was said. */
export const secretFaults = ['empty', 'not-base64url', 'not-base64', 'not-hex', 'odd-hex'] as const;

export type SecretFaultReason = (typeof secretFaults)[number];
