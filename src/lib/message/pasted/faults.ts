/** What is wrong with how a token is written: which part, which character, what. */
import { isCutSignature, isPlaceholder } from '$lib/lexicon/placeholders';
import { encryptedParts, type FaultName, type TokenFault, type TokenPart } from '$lib/lexicon/token-forms';
import { parseJson } from '$lib/wire/json';
import { faultOfJson } from '$lib/wire/json-beginning';
import { flawsOfJson } from '$lib/wire/json-flaws';
import { isJsonObject, stringOf } from '../json-body';
import { isNested } from './nested';
import type { PastedToken } from './pasted-token';
import { octetFaults } from './octets';
import { isUnencoded, partsOf, readableOf, textOfPart, type PartAt, type ReadablePart } from './readable';

/** A character as it is; of a pair of surrogates both. */
const characterAt = (text: string, at: number): string =>
	String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);

/** RFC 7515 §2: base64url without padding, line breaks or other characters. The first of each kind. */
function alphabetFaults({ text, at }: PartAt, part: TokenPart): TokenFault[] {
	const first = (form: RegExp, fault: FaultName): TokenFault[] => {
		const index = text.search(form);
		return index < 0 ? [] : [{ fault, part, at: at + index, character: characterAt(text, index) }];
	};
	const faults = [
		...first(/=/, 'padding'),
		...first(/[+/]/, 'other-alphabet'),
		...first(/[^\w+/=-]/, 'foreign-character')
	];
	const length = text.replace(/=+$/, '').length;
	const isOdd = length % 4 === 1 && !faults.some(({ fault }) => fault === 'foreign-character');
	return isOdd ? [...faults, { fault: 'odd-length', part, at: at + text.length, found: length }] : faults;
}

/** Header and claims are JSON objects in UTF-8 (RFC 7515 §3, RFC 7519 §7.2). */
function objectFaults(text: string, part: TokenPart, utf8: boolean): TokenFault[] {
	if (!utf8) return [{ fault: 'not-utf8', part }];
	const fault = faultOfJson(text);
	if (fault?.cut) return [{ fault: 'json-cut', part, inside: fault.at }];
	if (fault) return [{ fault: 'not-json', part, inside: fault.at, character: characterAt(text, fault.at) }];
	const value = parseJson(text);
	if (!isJsonObject(value))
		return [
			{
				fault: 'not-object',
				part,
				found: Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
			}
		];
	const names = flawsOfJson(text).doubled;
	return names.length > 0 ? [{ fault: 'doubled', part, names }] : [];
}

function partFaults(part: PartAt | undefined, name: TokenPart): TokenFault[] {
	if (!part) return [];
	if (part.text === '') return [{ fault: 'empty-part', part: name, at: part.at }];
	const inAlphabet = alphabetFaults(part, name);
	// Reading ends at a foreign character: that the JSON ends there as well is no fault of its own.
	if (inAlphabet.some(({ fault }) => fault === 'foreign-character')) return inAlphabet;
	const { text, utf8 } = textOfPart(part.text);
	return [...inAlphabet, ...objectFaults(text, name, utf8)];
}

/** What stands in the place of the claims and is no object, though nothing may be wrong with it. */
function payloadFaults(payload: PartAt | undefined, header: ReadablePart | undefined): TokenFault[] {
	const members = header?.value ?? {};
	if (isUnencoded(header)) return [{ fault: 'unencoded', part: 'payload' }];
	if (payload?.text === '') return [{ fault: 'detached', part: 'payload', at: payload.at }];
	const faults = partFaults(payload, 'payload');
	const special = (fault: FaultName, found?: string): TokenFault[] => [
		...faults.filter(({ inside, fault }) => inside === undefined && fault !== 'not-utf8'),
		{ fault, part: 'payload', ...(found === undefined ? {} : { found }) }
	];
	const isReadable = !faults.some(({ fault }) => fault === 'not-json' || fault === 'not-utf8');
	if (isReadable) return faults;
	const zip = stringOf(members, 'zip');
	if (zip !== undefined) return special('compressed', zip);
	return isNested(stringOf(members, 'cty')) ? special('nested') : faults;
}

function signatureFaults(part: PartAt | undefined, header: ReadablePart | undefined): TokenFault[] {
	if (!part) return [];
	const { text, at } = part;
	const alg = stringOf(header?.value ?? {}, 'alg');
	if (text === '') return alg === 'none' ? [] : [{ fault: 'empty-part', part: 'signature', at }];
	// RFC 7518 §3.6: what is not signed has no signature.
	if (alg === 'none') return [{ fault: 'not-empty', part: 'signature', at, found: text.length }];
	if (isCutSignature(text) || isPlaceholder(text))
		return [{ fault: 'signature-taken-out', part: 'signature', at }];
	const faults = alphabetFaults(part, 'signature');
	return faults.length > 0 ? faults : octetFaults([part], ['signature'], header?.value ?? {});
}

/** RFC 7515 §4.1.1, RFC 7516 §4.1.1, RFC 7516 §4.1.2: what each header has to have. */
const missingMembers = (header: ReadablePart | undefined, isEncrypted: boolean): TokenFault[] => {
	if (!header?.value) return [];
	const has = (name: string): boolean => typeof header.value?.[name] === 'string';
	return [
		...(has('alg') ? [] : [{ fault: 'without-alg', part: 'header' } as const]),
		...(!isEncrypted || has('enc') ? [] : [{ fault: 'without-enc', part: 'header' } as const])
	];
};

function faultsOfSigned(text: string): TokenFault[] {
	const { header } = readableOf(text);
	const parts = partsOf(text);
	const [first, second] = parts;
	const isWhole = parts.length === 3 || isUnencoded(header);
	return [
		...(isWhole ? [] : [{ fault: 'parts', found: parts.length, wanted: 3 } as const]),
		...partFaults(first, 'header'),
		...missingMembers(header, false),
		...payloadFaults(second, header),
		...(isWhole ? signatureFaults(parts.at(-1), header) : [])
	];
}

function faultsOfEncrypted(text: string): TokenFault[] {
	const { header } = readableOf(text);
	const parts = partsOf(text);
	const [first, ...others] = parts;
	return [
		...(parts.length === 5 ? [] : [{ fault: 'parts', found: parts.length, wanted: 5 } as const]),
		...partFaults(first, 'header'),
		...missingMembers(header, true),
		...others.flatMap((part, index) => {
			const name = encryptedParts[index + 1];
			return name === undefined ? [] : alphabetFaults(part, name);
		}),
		...(parts.length === 5 ? octetFaults(parts, encryptedParts, header?.value ?? {}) : [])
	];
}

/**
 * All that is wrong with how a token is written, in the order of its parts; none for one that is opaque. Of an SD-JWT its
 * JWT is looked at here, and its disclosures where they are read.
 */
export function faultsOf({ text, form }: Pick<PastedToken, 'text' | 'form'>): TokenFault[] {
	if (form === 'opaque') return [];
	const jwt = text.split('~', 1)[0] ?? '';
	const { header } = readableOf(jwt);
	const count = jwt.split('.').length;
	const isEncrypted = header?.value?.enc !== undefined || (count === 5 && !isUnencoded(header));
	return isEncrypted ? faultsOfEncrypted(jwt) : faultsOfSigned(jwt);
}

export type { TokenFault } from '$lib/lexicon/token-forms';
