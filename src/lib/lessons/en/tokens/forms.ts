import type { DisclosureFault, Mend, TokenFault, TokenForm, TokenPart } from '$lib/lexicon/token-forms';

/** What a pasted token is called by its form, and what that means. */
export const formTexts: Record<TokenForm, { name: string; what: string }> = {
	jws: { name: 'Signed JWT', what: 'Three parts. Everybody can read it; the signature shows who made it.' },
	jwe: {
		name: 'Encrypted token',
		what: 'Five parts. Only the header can be read without the key.'
	},
	'sd-jwt': {
		name: 'SD-JWT',
		what: 'A signed JWT with disclosures behind it. Each tells one claim that the JWT holds as a hash.'
	},
	broken: { name: 'Damaged token', what: 'It is written like a JWT and cannot be decoded as one.' },
	opaque: {
		name: 'Opaque token',
		what: 'It is no JWT. What it stands for is known to the server that made it.'
	}
};

export const partTexts: Record<TokenPart, string> = {
	header: 'header',
	payload: 'payload',
	signature: 'signature',
	'encrypted-key': 'encrypted key',
	iv: 'initialization vector',
	ciphertext: 'ciphertext',
	tag: 'authentication tag'
};

/** What was taken away before it was read. */
export const mendTexts: Record<Mend, string> = {
	'byte-order-mark': 'A byte order mark at its beginning was taken away.',
	invisible: 'Invisible characters were taken away.',
	fence: 'The fence of a code block was taken away.',
	quotes: 'The quotes around it were taken away.',
	scheme:
		'The word before it, Bearer or DPoP, was taken away. It belongs to the header and not to the token.',
	'line-breaks': 'Line breaks in it were taken away.',
	spaces: 'Spaces in it or around it were taken away or made plain.',
	'json-escapes': 'Backslashes of JSON were undone.',
	'percent-encoding': 'The encoding for an address (%xx) was undone.',
	'json-serialization':
		'It was written as JSON (RFC 7515 §7.2, RFC 7516 §7.2) and is shown in the compact form.',
	'unprotected-header':
		'Its unprotected header was left out: no signature covers that, and the compact form has no place for it.',
	'additional-data':
		'What is authenticated beside it (aad) was left out: the compact form has no place for it, and without it nobody can decrypt this.'
};

const part = ({ part }: TokenFault): string => (part === undefined ? 'token' : partTexts[part]);

/** `, at character 12 of the token`. */
const where = ({ at }: TokenFault): string =>
	at === undefined ? '' : `, at character ${at + 1} of the token`;

/** Of a character that nobody sees its number alone helps. */
function sign({ character = '' }: TokenFault): string {
	const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	if (character === '\n' || character === '\r') return 'a line break';
	if (character === ' ') return 'a space';
	return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `“${character}” (U+${code})` : `U+${code}`;
}

function partsText({ found, wanted }: TokenFault): string {
	const [have, want] = [Number(found), Number(wanted)];
	const kind = want === 5 ? 'An encrypted token' : 'A signed JWT';
	const guess =
		have < want ? 'Its end was probably cut off.' : 'Something was probably pasted behind it or into it.';
	return `${kind} has ${want} parts with ${want - 1} dots between them; this has ${have} part${have === 1 ? '' : 's'}. ${guess}`;
}

/** What is wrong with a token, in one or two sentences. */
const faults: Record<TokenFault['fault'], (fault: TokenFault) => string> = {
	parts: partsText,
	'empty-part': (fault) => `The ${part(fault)} is empty${where(fault)}.`,
	padding: (fault) =>
		`The ${part(fault)} has padding (=)${where(fault)}. Base64url in a token has none (RFC 7515 §2).`,
	'other-alphabet': (fault) =>
		`The ${part(fault)} has ${sign(fault)}${where(fault)}. That is plain base64; a token uses - and _ in the place of + and / (RFC 4648 §5).`,
	'foreign-character': (fault) =>
		`The ${part(fault)} has ${sign(fault)}${where(fault)}, which base64url does not have (RFC 4648 §5).`,
	'odd-length': (fault) =>
		`The ${part(fault)} has ${fault.found} characters, a length that no base64url has. At least one character is missing, or one too many is there.`,
	'not-utf8': (fault) => `The ${part(fault)} is no text in UTF-8 once it is decoded.`,
	'json-cut': (fault) =>
		`The JSON of the ${part(fault)} ends too early, after ${fault.inside} characters. The token was cut off there, or was made so.`,
	'not-json': (fault) =>
		`The ${part(fault)} is no JSON: at character ${(fault.inside ?? 0) + 1} of its text stands ${sign(fault)}.`,
	'not-object': (fault) => `The ${part(fault)} is JSON, but no object: ${fault.found}.`,
	doubled: (fault) =>
		`The ${part(fault)} has more than once: ${(fault.names ?? []).join(', ')}. Readers do not agree on which of them counts (RFC 7519 §4).`,
	'without-alg': () => 'The header has no alg, which every header must have (RFC 7515 §4.1.1).',
	'without-enc': () =>
		'The header has no enc, which the header of an encrypted token must have (RFC 7516 §4.1.2).',
	unencoded: () =>
		'The header has b64: false (RFC 7797 §3): its payload stands there unencoded. A JWT must not be made so (RFC 7797 §7).',
	compressed: ({ found }) =>
		`The payload is compressed (zip: ${found}). RFC 7516 §4.1.3 has that for encrypted tokens alone; most readers refuse it in a signed one.`,
	nested: () =>
		'The payload is another JWT (cty: JWT, RFC 7519 §5.2). The inner one has the claims, and is shown by itself.',
	detached: () =>
		'The payload was left out. Whoever checks the signature must have it from elsewhere (RFC 7515 Appendix F).',
	'signature-taken-out': () =>
		'The signature was cut off or written over. The claims can be read, but nobody can check this copy.',
	octets: (fault) =>
		`The ${part(fault)} has ${fault.found} octets; with the algorithm in the header it has ${fault.wanted}. It was cut off, or is of another algorithm.`,
	'not-empty': (fault) =>
		`The ${part(fault)} has something in it; with the algorithm in the header it must be empty.`
};

export const faultText = (fault: TokenFault): string => faults[fault.fault](fault);

/** How long the parts of what is encrypted are, in bytes. */
export const lengthsText = (parts: readonly { part: TokenPart; octets?: number }[]): string =>
	`In bytes: ${parts.map(({ part, octets }) => `${partTexts[part]} ${octets ?? 'not known'}`).join(', ')}.`;

/** Why a disclosure tells nothing (RFC 9901 §7.1). */
export const disclosureFaultTexts: Record<DisclosureFault, string> = {
	'not-base64url': 'It is no base64url.',
	'not-a-list': 'It is no JSON array.',
	'wrong-members': 'It must be a salt, a name and a value, or a salt and a value.',
	'reserved-name': 'Its name is _sd or “...”, which stand for digests. A token with it must be refused.',
	'wrong-place': 'Its digest stands where a disclosure of the other kind belongs.',
	'name-taken': 'A claim of this name is there already. A token with it must be refused.',
	'without-digest':
		'Its digest is nowhere in the token: it was added, changed or is of another token. A token with it must be refused.'
};

export const selectiveTexts = {
	hash: (name: string, isKnown: boolean): string =>
		isKnown
			? `The disclosures are hashed with ${name}.`
			: `The disclosures are hashed with ${name}, which this page cannot compute. So they are shown, and not placed.`,
	undisclosed: (count: number): string =>
		count === 0
			? 'Everything that it could disclose is disclosed.'
			: `${count} digest${count === 1 ? '' : 's'} without a disclosure: claims that are kept back, or decoys. The two cannot be told apart (RFC 9901 §4.2.5).`,
	repeated: 'A digest is in it more than once. Such a token must be refused (RFC 9901 §7.1).',
	keyBinding: 'The JWT at its end is signed by the holder of the key in cnf (RFC 9901 §4.3).',
	binds: (binds: boolean | undefined): string =>
		binds === undefined
			? 'Whether it is for these disclosures is not known here.'
			: binds
				? 'Its sd_hash is the hash of what stands before it.'
				: 'Its sd_hash is not the hash of what stands before it: disclosures were added or left out after it was signed.',
	noKeyBinding: 'No key-binding JWT stands at its end: nothing shows who presents it.'
} as const;
