/**
 * The words of a language, ready to be found in a clause: where several ways to say a thing begin at one place, the longest
 * is meant. Maps and no patterns: seven languages as patterns took a second to make.
 */
import { protocolWords, sharedStems, sharedWords } from './english';
import type { Language } from './language';

/** Accents away and one letter for each, in Latin as in Cyrillic: what people type, and what servers print, lacks them. */
export const folded = (text: string): string =>
	text
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.replace(/ł/g, 'l')
		.replace(/ß/g, 'ss')
		.replace(/œ/g, 'oe');

/** Where words are not apart, a letter stands for itself, and what is Latin stays together. */
const parts = { spaced: /[\p{L}\p{N}*]+/gu, unspaced: /[a-z0-9]+|[\p{L}\p{N}]/gu } as const;

export type Kind = keyof typeof parts;

const partsOf = (text: string, kind: Kind): string[] => text.match(parts[kind]) ?? [];

/** One way to say a thing, in parts. */
interface Way {
	parts: readonly string[];
	letters: number;
	/** What that is here; nothing for words that carry no meaning. */
	name: string;
	/** Whether English has no such words. */
	own: boolean;
}

/** A way that was found in a clause, and how many parts of the clause it takes. */
interface Found {
	way: Way;
	takes: number;
}

const isOwn = (words: readonly string[]): boolean =>
	words.some((word) =>
		word.endsWith('*') ? !sharedStems.has(word.slice(0, -1)) : word.length > 1 && !sharedWords.has(word)
	);

function waysOf({ common, things, says }: Language, kind: Kind): Way[] {
	const named = [...Object.entries(things), ...Object.entries(says), ['', common] as const];
	return named.flatMap(([name, ways]) =>
		folded(ways)
			.split('|')
			.map((way) => {
				const of = partsOf(way, kind);
				return { parts: of, letters: way.length, name, own: isOwn(of) };
			})
	);
}

const protocolWord = (word = ''): string => (protocolWords.has(word) ? word : '');

/** A star alone stands for one word or two. */
const mostBetween = 2;

/** How many parts of a clause a way takes from here on; undefined where it is not said. */
function takenBy(way: readonly string[], clause: readonly string[], at: number): number | undefined {
	const [first, ...rest] = way;
	if (first === undefined) return 0;
	const said = clause[at];
	if (said === undefined) return undefined;
	if (first === '*') {
		const more = Array.from({ length: mostBetween }, (_, skipped) => {
			const taken = takenBy(rest, clause, at + skipped + 1);
			return taken === undefined ? undefined : taken + skipped + 1;
		});
		return more.find((taken) => taken !== undefined);
	}
	const isSaid = first.endsWith('*') ? said.startsWith(first.slice(0, -1)) : said === first;
	const taken = isSaid ? takenBy(rest, clause, at + 1) : undefined;
	return taken === undefined ? undefined : taken + 1;
}

function put(ways: Map<string, Way[]>, first: string, way: Way): void {
	const known = ways.get(first);
	if (known) known.push(way);
	else ways.set(first, [way]);
}

export class Vocabulary {
	readonly tag: string;
	readonly #kind: Kind;
	/** By their first part. */
	readonly #words = new Map<string, Way[]>();
	/** By what their first part begins with, where that ends with a star. */
	readonly #stems = new Map<string, Way[]>();
	readonly #longestStem: number;

	constructor(language: Language, kind: Kind) {
		this.tag = language.tag;
		this.#kind = kind;
		for (const way of waysOf(language, kind)) {
			const first = way.parts[0] ?? '';
			const isStem = first.endsWith('*');
			put(isStem ? this.#stems : this.#words, isStem ? first.slice(0, -1) : first, way);
		}
		this.#longestStem = Math.max(0, ...[...this.#stems.keys()].map(({ length }) => length));
	}

	/** How many letters of a clause are words of this language and none of English. */
	shownIn(clause: string): number {
		const words = partsOf(clause, this.#kind);
		return this.#read(words).reduce((sum, { found, from }) => {
			const said = words.slice(from, from + (found?.takes ?? 0));
			return found?.way.own && isOwn(said) ? sum + said.join('').length : sum;
		}, 0);
	}

	/**
	 * A clause with its things and statements in English words. What else stands in it carries nothing, or is not known: only
	 * words of the protocol stay.
	 */
	inEnglish(clause: string): string {
		const words = partsOf(clause, this.#kind);
		return this.#read(words)
			.map(({ found, from }) => found?.way.name ?? protocolWord(words[from]))
			.filter(Boolean)
			.join(' ');
	}

	/** Each part of a clause, or the ways that begin there. */
	#read(clause: readonly string[]): { from: number; found: Found | undefined }[] {
		const read: { from: number; found: Found | undefined }[] = [];
		for (let at = 0; at < clause.length;) {
			const found = this.#longestAt(clause, at);
			read.push({ from: at, found });
			at += found?.takes ?? 1;
		}
		return read;
	}

	#longestAt(clause: readonly string[], at: number): Found | undefined {
		const word = clause[at] ?? '';
		let best: Found | undefined;
		const choose = (ways: readonly Way[] = []): void => {
			for (const way of ways) {
				const takes = best && best.way.letters >= way.letters ? undefined : takenBy(way.parts, clause, at);
				if (takes !== undefined) best = { way, takes };
			}
		};
		choose(this.#words.get(word));
		// A word may be as long as a text: no more of it is looked at than the longest stem has.
		const longest = Math.min(word.length, this.#longestStem);
		for (let letters = 1; letters <= longest; letters++) choose(this.#stems.get(word.slice(0, letters)));
		return best;
	}
}
