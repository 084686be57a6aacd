/**
 * Takes values out of a text wherever they stand and however they are spelled. All values are looked for at once, by
 * their first characters, in the plain form of the text: no pattern is made of a value, so that none is too long.
 */
import { plainOf } from './spelling';

/** A value to look for, and what takes its place. `partly`: also where only its beginning stands, if that is long. */
export interface Swept {
	value: string;
	placeholder: string;
	partly: boolean;
}

const keyLength = 4;
/** Of a longer value this much is looked for; from there on it is compared as far as it goes. */
const longestHead = 64;
/** A shorter value must stand alone: inside of another word it is a part of that. */
const longestWord = 15;

/** By the first characters, then by length, the longest first, then by the head itself. */
type Index = Map<string, [length: number, heads: Map<string, Swept[]>][]>;

function indexOf(values: readonly Swept[]): Index {
	const byKey = new Map<string, Map<number, Map<string, Swept[]>>>();
	for (const wish of values) {
		const value = plainOf(wish.value).text;
		if (value.length < keyLength) continue;
		const head = value.slice(0, longestHead);
		const key = value.slice(0, keyLength);
		const lengths = byKey.get(key) ?? new Map<number, Map<string, Swept[]>>();
		const heads = lengths.get(head.length) ?? new Map<string, Swept[]>();
		const wanted = heads.get(head) ?? [];
		wanted.push({ ...wish, value });
		heads.set(head, wanted);
		byKey.set(key, lengths.set(head.length, heads));
	}
	return new Map([...byKey].map(([key, lengths]) => [key, [...lengths].sort(([a], [b]) => b - a)]));
}

/** How far a value goes on in a text. */
function agreement(text: string, at: number, value: string): number {
	let length = longestHead;
	while (length < value.length && text.charCodeAt(at + length) === value.charCodeAt(length)) length += 1;
	return Math.min(length, value.length);
}

const isWordUnit = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}_]/u.test(unit);

const standsAlone = (text: string, at: number, length: number): boolean =>
	!isWordUnit(text[at - 1]) && !isWordUnit(text[at + length]);

const placeholder = /redacted-[a-z][a-z_-]*-\d+/y;

/** The placeholder that stands here already, which is nothing to look into. */
function placeholderAt(text: string, at: number): number {
	if (!text.startsWith('redacted-', at)) return 0;
	placeholder.lastIndex = at;
	return placeholder.exec(text)?.[0].length ?? 0;
}

interface Hit {
	length: number;
	placeholder: string;
}

/** More values with one beginning than this are not compared one by one: the first says enough. */
const mostCompared = 500;

function longestOf(text: string, at: number, wanted: readonly Swept[]): Hit | undefined {
	let best: Hit | undefined;
	for (const { value, placeholder: mark, partly } of wanted.slice(0, mostCompared)) {
		const length = value.length <= longestHead ? value.length : agreement(text, at, value);
		if (length < value.length && !partly) continue;
		if (!best || length > best.length) best = { length, placeholder: mark };
	}
	return best;
}

function hitAt(index: Index, text: string, at: number): Hit | undefined {
	const lengths = index.get(text.slice(at, at + keyLength)) ?? [];
	for (const [length, heads] of lengths) {
		const wanted = heads.get(text.slice(at, at + length));
		if (!wanted) continue;
		const hit = longestOf(text, at, wanted);
		if (hit && (hit.length > longestWord || standsAlone(text, at, hit.length))) return hit;
	}
	return undefined;
}

const pairHash = (text: string, at: number): number =>
	(text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xffff;

/** A function that takes all these values out of a text. */
export function sweeper(values: readonly Swept[]): (text: string) => string {
	const index = indexOf(values);
	const begins = new Uint8Array(0x10000);
	for (const key of index.keys()) begins[pairHash(key, 0)] = 1;
	return (written) => {
		if (written.length < keyLength || index.size === 0) return written;
		const plain = plainOf(written);
		const { text } = plain;
		const parts: string[] = [];
		let done = 0;
		for (let at = 0; at + keyLength <= text.length; at += 1) {
			if (begins[pairHash(text, at)] === 0 && text[at] !== 'r') continue;
			const standing = placeholderAt(text, at);
			if (standing > 0) {
				at += standing - 1;
				continue;
			}
			const hit = hitAt(index, text, at);
			if (!hit) continue;
			parts.push(written.slice(done, plain.from(at)), hit.placeholder);
			at += hit.length - 1;
			done = plain.to(at);
		}
		return parts.length === 0 ? written : parts.join('') + written.slice(done);
	};
}
