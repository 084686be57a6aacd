/**
 * How the values of a file were taken out of it, by us, by a sanitiser or by hand. It loads where files are read: a walk of
 * one's own has only placeholders of ours, and those only out of a file.
 */
import { isPlaceholder } from './placeholders';
import { nameWords, removalWords } from './removal-words';

/**
 * How a value was taken out. `ours` and `hash`: equal values have equal marks, so that two of them can be compared.
 * `mark`: words, the same for every value. `mask`: characters for characters. `cut`: only its beginning, or its ends, are left.
 */
export type Removal = 'ours' | 'hash' | 'mark' | 'mask' | 'cut';

/** A placeholder is short; a long value is not looked through. */
const longest = 400;

/** Where a form or an address was written by a program, the brackets of a placeholder are encoded. */
function plain(value: string): string {
	if (!/%(?:5B|3C|7B|28|2A|E2|20|22)/i.test(value)) return value;
	try {
		return decodeURIComponent(value.replaceAll('+', ' '));
	} catch {
		return value;
	}
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const isRemoval = (word: string): boolean => removalWords.has(word);

/** `[code redacted]`, `<redacted>`, `(removed)`, `{{token}}`, `***TOKEN***`, `!!!sanitized!!!`, `__REDACTED__`. */
const inBrackets =
	/^(?:\[+([^[\]]+)\]+|<+([^<>]+)>+|\(+([^()]+)\)+|\{+([^{}]+)\}+|\$\{?([A-Za-z_]{2,40})\}?|%+([A-Za-z_]{2,40})%+|([*!#])\7+\s?([^*!#]+?)\s?\7{2,}|__+([^_].*?)__+)$/;

const insideOf = (text: string): string | undefined =>
	inBrackets.exec(text)?.find((part, index) => index > 0 && index !== 7 && part !== undefined);

/** Words of a removal in brackets anywhere: `abc[redacted]`, `eyJ<snip>`. */
const bracketed = /[[<({*!]([^[\]<>(){}*!]{1,60})[\]>)}*!]/gu;

const hasBracketedRemoval = (text: string): boolean =>
	[...text.matchAll(bracketed)].some(([, inside = '']) => wordsOf(inside).some(isRemoval));

/** A name that somebody is to fill in: no digits but a number behind it, so no identifier in braces. */
const isTemplate = (inside: string): boolean => /^[\p{L}][\p{L}_. -]{1,40}\d{0,2}$/u.test(inside);

/** `REDACTED`, `token-removed`, `REDACTED_CLIENT_SECRET`: nothing but words of a removal and names of values. */
function isBareRemoval(text: string): boolean {
	if (!/^[\p{L}_ .:-]{3,60}$/u.test(text)) return false;
	const words = wordsOf(text);
	return words.some(isRemoval) && words.every((word) => isRemoval(word) || nameWords.has(word));
}

function isMark(text: string): boolean {
	const inside = insideOf(text);
	// A word in round brackets is what people write: `(issuer)` explains, `(removed)` tells.
	const isNamed = inside !== undefined && !text.startsWith('(') && isTemplate(inside);
	if (isNamed || (inside !== undefined && wordsOf(inside).some(isRemoval))) return true;
	return isBareRemoval(text) || hasBracketedRemoval(text);
}

/** `TOKEN_1a2b3c4d`, `sha256:…`, `[EMAIL:1a2b3c4d]`, `<redacted:1a2b3c4d>`. */
const hash =
	/^(?:[A-Z]{2,12}_[\da-f]{8}|(?:sha-?(?:1|256|512)|md5|hash|redacted)[:=-][\da-f]{6,128}|[[<](?:[\p{L}_-]{2,20})[:=][\da-f]{6,128}[\]>])$/iu;

const isHash = (text: string): boolean => hash.test(text) && /[A-Z]{2,12}_[\da-f]{8}$|[:=-]/.test(text);

/** The same character again and again, with what may separate groups of it. */
const filler = /^[\s\-_./:]*([*xX•●∙·■█▇▒×?#])[\s\-_./:]*(?:\1[\s\-_./:]*){2,}$/u;
const emptied = /^(?:\.{3,}|…+|-{3,}|_{3,})$/u;
const inPart = /\*{3}|•{3}|●{3}|█{2}|[xX]{8}/u;

const isMask = (text: string): boolean => filler.test(text) || emptied.test(text) || inPart.test(text);

/** RFC 7636 §4.1: dots may stand in a verifier, one behind the other. What has its form may be one. */
const isWhole = (text: string): boolean => /^[\w.~-]{43,128}$/.test(text) && !text.startsWith('ey');

const isCut = (text: string): boolean => text.includes('…') || (/\w\.{3}/.test(text) && !isWhole(text));

/** A JWT that has its header and its claims still has something to check, whatever became of its signature. */
const hasClaims = (text: string): boolean => /^ey[\w-]{8,}\.ey[\w-]{2,}(?:\.[^.]*)?$/.test(text);

/** Values stand in it that have names of their own. */
const isJson = (text: string): boolean => /^\s*(?:\{\s*"|\[\s*["{])/.test(text);

/** How this value was taken out of its file; undefined: it may be the value itself. */
export function removalOf(value: string): Removal | undefined {
	if (isPlaceholder(value)) return 'ours';
	if (value === '' || hasClaims(value) || isJson(value)) return undefined;
	if (value.length > longest) return /(?:…|\.{3})$/.test(value) ? 'cut' : undefined;
	const text = plain(value).trim();
	if (isHash(text)) return 'hash';
	if (isMark(text)) return 'mark';
	if (isMask(text)) return 'mask';
	return isCut(text) ? 'cut' : undefined;
}

const tellsEqual = (removal: Removal | undefined): boolean => removal === 'ours' || removal === 'hash';

/** Whether it is not the value itself, and no mark of ours: its length and its characters say nothing. */
export function isForeignMark(value: string): boolean {
	const removal = removalOf(value);
	return removal !== undefined && removal !== 'ours';
}

/** Whether it was taken out, and its mark says nothing of whether it was equal to another. */
export function isOfNoValue(value: string): boolean {
	const removal = removalOf(value);
	return removal !== undefined && !tellsEqual(removal);
}

/** Whether it can be told by these two whether the values were equal. Whoever marks as we do has marked every value. */
export function areComparable(one: string, other: string): boolean {
	const [first, second] = [removalOf(one), removalOf(other)];
	if (first === second) return first === undefined || tellsEqual(first);
	return [first, second].every((removal) => removal === undefined || removal === 'ours');
}

/** SHA-256 in hexadecimal, in whose place a sanitiser may have put any value; a value may have that form itself. */
export const isHashed = (value: string): boolean => /^[\da-f]{64}$/.test(value);

/** Some tools hash what stands in bodies and leave addresses as they are, or the other way round. */
export const areHashedApart = (one: string, other: string): boolean => isHashed(one) !== isHashed(other);

/** Whether the signature of this JWT was taken out: words in its place, nothing behind the last dot, or no such dot. */
export function hasLostSignature(token: string): boolean {
	const [, claims, signature = '', ...more] = token.split('.');
	if (claims === undefined || more.length > 0) return removalOf(token) !== undefined;
	return signature === '' || removalOf(signature) !== undefined;
}
