import type { Citation } from '$lib/lexicon/citations';
import { headerNames, type HeaderName } from '$lib/lexicon/claims';

/** The words of a member of a JOSE header, or of a claim. */
export interface MemberText {
	what: string;
	rfc: Citation;
}

export const headerTexts: Record<HeaderName, MemberText> = {
	alg: {
		what: 'The algorithm of the signature. Accept only those that you expect, and never none.',
		rfc: 'RFC 7515 §4.1.1'
	},
	enc: {
		what: 'The algorithm that encrypts the content. Only an encrypted token has it.',
		rfc: 'RFC 7516 §4.1.2'
	},
	zip: { what: 'The compression applied before encryption.', rfc: 'RFC 7516 §4.1.3' },
	kid: {
		what: 'The name of the signing key. It selects one key of the issuer’s key set.',
		rfc: 'RFC 7515 §4.1.4'
	},
	typ: {
		what: 'The kind of token. An access token of RFC 9068 has at+jwt, so that no other token passes for one.',
		rfc: 'RFC 7515 §4.1.9'
	},
	cty: {
		what: 'The kind of content. The value JWT says that another token is inside.',
		rfc: 'RFC 7515 §4.1.10'
	},
	crit: {
		what: 'Header members that a reader must understand. A token that lists an unknown one must be refused.',
		rfc: 'RFC 7515 §4.1.11'
	},
	jku: {
		what: 'An address of a key set, as the token states it. Do not follow it: an attacker can name a key set of their own.',
		rfc: 'RFC 7515 §4.1.2'
	},
	jwk: {
		what: 'A key inside the token itself. It proves nothing unless you trust that key already.',
		rfc: 'RFC 7515 §4.1.3'
	},
	x5u: {
		what: 'An address of a certificate, as the token states it. Do not follow it.',
		rfc: 'RFC 7515 §4.1.5'
	},
	x5c: {
		what: 'A certificate chain inside the token. It counts only if you trust its root for this issuer.',
		rfc: 'RFC 7515 §4.1.6'
	},
	x5t: { what: 'The SHA-1 thumbprint of the signing certificate.', rfc: 'RFC 7515 §4.1.7' },
	'x5t#S256': { what: 'The SHA-256 thumbprint of the signing certificate.', rfc: 'RFC 7515 §4.1.8' },
	b64: {
		what: 'Whether the signed content is base64url-encoded. Without the member, it is.',
		rfc: 'RFC 7797 §3'
	}
};

/** The text of a header member by name; undefined for one that nobody here knows. */
export function headerText(name: string): MemberText | undefined {
	const known = headerNames.find((header) => header === name);
	return known && headerTexts[known];
}
