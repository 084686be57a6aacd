/** As much of DER as it takes to find a key in a certificate, and to put one into the wrapping that browsers read. */

/** A value with its tag: `from` and `to` are where its content begins and ends. */
interface Element {
	tag: number;
	from: number;
	to: number;
}

/** The element that begins there (X.690 §8.1.3). Undefined: it is cut off, or its length has more than four bytes. */
function elementAt(bytes: Uint8Array, at: number): Element | undefined {
	const [tag, first] = [bytes[at], bytes[at + 1]];
	if (tag === undefined || first === undefined) return undefined;
	const count = first < 0x80 ? 0 : first & 0x7f;
	if (first === 0x80 || count > 4) return undefined;
	const from = at + 2 + count;
	const length =
		count === 0 ? first : bytes.subarray(at + 2, from).reduce((sum, byte) => sum * 256 + byte, 0);
	return from + length > bytes.length ? undefined : { tag, from, to: from + length };
}

/** The elements that stand in another, at most so many. */
function elementsIn(bytes: Uint8Array, { from, to }: Element, most: number): Element[] {
	const found: Element[] = [];
	for (let at = from; at < to && found.length < most;) {
		const element = elementAt(bytes, at);
		if (!element || element.to > to) break;
		found.push(element);
		at = element.to;
	}
	return found;
}

export const isSequence = (bytes: Uint8Array): boolean => elementAt(bytes, 0)?.tag === 0x30;

/**
 * The public key of a certificate with what names its kind, as bytes of their own.
 * @see [RFC 5280 §4.1](https://www.rfc-editor.org/rfc/rfc5280#section-4.1)
 */
export function spkiOf(certificate: Uint8Array): Uint8Array | undefined {
	const whole = elementAt(certificate, 0);
	const [body] = whole?.tag === 0x30 ? elementsIn(certificate, whole, 1) : [];
	if (body?.tag !== 0x30) return undefined;
	const members = elementsIn(certificate, body, 8);
	// The version stands first, in brackets of its own, or is left out.
	const at = members[0]?.tag === 0xa0 ? 6 : 5;
	const [before, spki] = [members[at - 1], members[at]];
	return before && spki?.tag === 0x30 ? certificate.slice(before.to, spki.to) : undefined;
}

/** The key of PKCS #1 that an RSA key has in it as SPKI: behind the byte of a bit string that says what is unused. */
export function rsaOfSpki(spki: Uint8Array): Uint8Array | undefined {
	const whole = elementAt(spki, 0);
	const [, bits] = whole ? elementsIn(spki, whole, 2) : [];
	return bits?.tag === 3 ? spki.slice(bits.from + 1, bits.to) : undefined;
}

function wrap(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
	const length = parts.reduce((sum, { length }) => sum + length, 0);
	const digits: number[] = [];
	for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
	const head = length < 0x80 ? [tag, length] : [tag, 0x80 + digits.length, ...digits];
	const made = new Uint8Array(head.length + length);
	made.set(head);
	let at = head.length;
	for (const part of parts) {
		made.set(part, at);
		at += part.length;
	}
	return made;
}

const oid = (hex: string): Uint8Array =>
	wrap(
		6,
		Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16))
	);

const rsaKind = wrap(0x30, oid('2a864886f70d010101'), wrap(5));
const zero = wrap(2, Uint8Array.of(0));

/** A key of PKCS #1 as SPKI has it. */
export const spkiOfRsa = (key: Uint8Array): Uint8Array => wrap(0x30, rsaKind, wrap(3, Uint8Array.of(0), key));

/** A private key of PKCS #1 as PKCS #8 has it. */
export const pkcs8OfRsa = (key: Uint8Array): Uint8Array => wrap(0x30, zero, rsaKind, wrap(4, key));

/** A private key of SEC 1 as PKCS #8 has it. Undefined: it does not say which curve. */
export function pkcs8OfEc(key: Uint8Array): Uint8Array | undefined {
	const whole = elementAt(key, 0);
	const named = whole && elementsIn(key, whole, 4).find(({ tag }) => tag === 0xa0);
	if (!named) return undefined;
	const kind = wrap(0x30, oid('2a8648ce3d0201'), key.slice(named.from, named.to));
	return wrap(0x30, zero, kind, wrap(4, key));
}

/** Kinds of keys that a browser may lack, by the numbers that name them, and what people call them. */
const kinds: readonly (readonly [name: string, hex: string])[] = [
	['secp256k1', '06052b8104000a'],
	['Ed25519', '06032b6570'],
	['X25519', '06032b656e'],
	['Ed448', '06032b6571'],
	['X448', '06032b656f'],
	['RSA-PSS', '06092a864886f70d01010a'],
	['RSA-OAEP', '06092a864886f70d010107'],
	['DSA', '06072a8648ce380401'],
	['brainpool', '06092b24030302'],
	['ML-DSA-44', '0609608648016503040311'],
	['ML-DSA-65', '0609608648016503040312'],
	['ML-DSA-87', '0609608648016503040313'],
	['P-224', '06052b81040021']
];

/** What kind of key the beginning of an SPKI or a PKCS #8 names, where it is none that every browser has. */
export function rareKindOf(der: Uint8Array): string | undefined {
	const hex = Array.from(der.subarray(0, 48), (byte) => byte.toString(16).padStart(2, '0')).join('');
	return kinds.find(([, number]) => hex.includes(number))?.[0];
}
