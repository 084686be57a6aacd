import type { Terms } from '../../terms';

/** What of the verdict a newcomer may not know. */
export const verdictTerms: Terms = { jwks: 'the server’s keys' };

/** What is said of a token as a whole, beside its checks. `found`: what it is instead of a signed JWT. */
export const tokenTexts = {
	encoded: (title: string): string => `${title}, encoded`,
	encodedPart: 'Encoded',
	decoded: 'Decoded',
	/** The three parts, in order. */
	parts: ['Header', 'Payload', 'Signature'],
	/** The five of what is encrypted, in order (RFC 7516 §3.1). */
	fiveParts: ['Header', 'Encrypted key', 'Initialisation vector', 'Ciphertext', 'Tag'],
	extraPart: 'Part too many',
	views: 'How it is shown',
	view: { claims: 'Claims', json: 'JSON' },
	copyToken: (title: string): string =>
		`Copy ${title.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())}`,
	copyDecoded: 'Copy as JSON',
	header: 'Header',
	claims: 'Claims',
	verified: 'The ID token is verified: its signature and every claim were checked',
	refused: 'The ID token must not be used: a check failed',
	unsigned: 'The claims were checked. The signature waits for the server’s keys',
	/** Why no key of the server verifies it, by the phrase of the check. */
	unverified: {
		'encrypted-with':
			'The ID token is encrypted: only the holder of the client’s private key reads it. Nothing in it was checked',
		'of-secret': 'The claims were checked. The signature is one that only the client secret verifies',
		'browser-cannot': 'The claims were checked. This browser cannot check the signature',
		'signature-cut':
			'The claims were checked. The signature was cut off before the token came here, so it cannot be verified'
	} as Readonly<Partial<Record<string, string>>>,
	signatureTakenOut:
		'The claims were checked. The signature was taken out before the file was saved, so it cannot be verified',
	takenOut: 'The ID token was taken out before the file was saved: nothing of it can be checked',
	placeholder: 'A placeholder: the token itself was taken out before the file was saved.',
	opaque: (found: string): string =>
		`Opaque: it cannot be taken apart (${found}). Only the server that made it knows what it means.`,
	selective: (found: string): string =>
		`It is ${found}. Shown is the signed JWT; claims that are hashed in it are told by the disclosures.`,
	encryptedForApi:
		'Encrypted, as its five parts tell: only its API and the server that made it can read it. A client need not.',
	malformed: (found: string): string =>
		`Malformed: an ID token is always a JWT, and this is none (${found}). Nothing can be read from it.`,
	encrypted:
		'Encrypted, as its five parts tell: only the holder of the client’s private key can open it, and this page has none.'
} as const;
