/** How many octets the parts of a token have, where the algorithms in its header leave no choice. */
import type { TokenFault, TokenPart } from '$lib/lexicon/token-forms';
import { decodeBase64url } from '$lib/wire/base64url';
import { stringOf, type JsonObject } from '../json-body';
import type { PartAt } from './readable';

/** RFC 7518 §3.2, RFC 7518 §3.4, RFC 8037 §3.1, RFC 8812 §3.2. That of RSA depends on the key. */
const signatures: Readonly<Record<string, readonly number[]>> = {
	HS256: [32],
	HS384: [48],
	HS512: [64],
	ES256: [64],
	ES256K: [64],
	ES384: [96],
	ES512: [132],
	EdDSA: [64, 114],
	Ed25519: [64],
	Ed448: [114]
};

/** RFC 7518 §5.2, RFC 7518 §5.3: the initialization vector and the tag. */
const encryptions: Readonly<Record<string, readonly [iv: number, tag: number]>> = {
	'A128CBC-HS256': [16, 16],
	'A192CBC-HS384': [16, 24],
	'A256CBC-HS512': [16, 32],
	A128GCM: [12, 16],
	A192GCM: [12, 16],
	A256GCM: [12, 16]
};

/** Undefined: any number. RFC 7518 §4.5, RFC 7518 §4.6: with these no key goes with the message. */
function wantedOf(part: TokenPart, header: JsonObject): readonly number[] | undefined {
	const alg = stringOf(header, 'alg') ?? '';
	const enc = stringOf(header, 'enc') ?? '';
	if (part === 'signature') return Object.hasOwn(signatures, alg) ? signatures[alg] : undefined;
	if (part === 'encrypted-key') return alg === 'dir' || alg === 'ECDH-ES' ? [0] : undefined;
	const [iv, tag] = (Object.hasOwn(encryptions, enc) ? encryptions[enc] : undefined) ?? [];
	const length = part === 'iv' ? iv : part === 'tag' ? tag : undefined;
	return length === undefined ? undefined : [length];
}

/** How many octets a part has; undefined when it is no base64url. */
export function octetsIn(part: string): number | undefined {
	const bytes = decodeBase64url(part);
	return bytes.ok ? bytes.value.length : undefined;
}

export function octetFaults(
	parts: readonly PartAt[],
	names: readonly TokenPart[],
	header: JsonObject
): TokenFault[] {
	return parts.flatMap(({ text, at }, index): TokenFault[] => {
		const part = names[index];
		const wanted = part && wantedOf(part, header);
		const found = octetsIn(text);
		if (!part || !wanted || found === undefined || wanted.includes(found)) return [];
		if (wanted[0] === 0) return [{ fault: 'not-empty', part, at, found }];
		if (found === 0) return [{ fault: 'empty-part', part, at }];
		return [{ fault: 'octets', part, at, found, wanted: wanted[0] ?? 0 }];
	});
}
