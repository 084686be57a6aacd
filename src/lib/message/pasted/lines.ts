/** Tokens in lines: each on one, several on one, one over several, with names before them or without. */
import type { Mend } from '$lib/lexicon/token-forms';
import { parseForm } from '$lib/wire/form';
import { beginsAsJose, endsWhole, looksLikeJose } from './form';
import { isTokenName, tokensOfPairs } from './members';
import { unwrapped } from './mend';
import type { Found } from './pasted-token';

/** `access_token: …`, `"id_token" = …`, `ID token: …`, `Authorization: Bearer …`. */
const labelled = /^[\s{,&?#*>-]*["'`]?([a-z][\w .-]{0,40}?)["'`]?\s*[:=]\s*(\S[^]*)$/i;

/** Letters of base64url, and the dots between parts; a word that goes on with a token has nothing else. */
const goesOn = /^[\w.-]+[=~]*$/;

/** Random letters and digits; a number of an error, a name of a constant, a word and a file are something else. */
export function looksRandom(word: string): boolean {
	const isLong = /^[\w.~+/|!:-]{20,}={0,2}$/.test(word) && !/^(?:https?:|[\w-]+\.\w{2,4}$)/.test(word);
	return isLong && /\d/.test(word) && /[a-z]/i.test(word) && !/_[A-Z]+_/.test(word);
}

/** An address has a query and a fragment, which may have a query of its own. */
export const mostPlaces = 8;

/** A token that is being put together out of words. */
interface Open {
	found: Found;
	pieces: string[];
	dots: number;
	/** Characters behind the last dot. */
	behind: number;
	header: string;
}

const opened = (found: Found): Open => {
	const parts = found.text.split('.');
	return {
		found,
		pieces: [found.text],
		dots: parts.length - 1,
		behind: parts.at(-1)?.length ?? 0,
		header: parts[0] ?? ''
	};
};

function add(open: Open, word: string, mend: 'line-breaks' | 'spaces'): void {
	const parts = word.split('.');
	if (open.dots === 0 && parts.length > 1) open.header = [...open.pieces, parts[0] ?? ''].join('');
	open.behind = parts.length === 1 ? open.behind + word.length : (parts.at(-1)?.length ?? 0);
	open.dots += parts.length - 1;
	open.pieces.push(word);
	if (!open.found.mended.includes(mend)) open.found.mended.push(mend);
}

/** A word that begins a token of its own, though the one before may not have ended. */
const beginsAnother = (open: Open, word: string): boolean =>
	/^e[yw][\w-]{8,}\.(?:e[yw]|[\w-]*\.)/.test(word) || (open.dots >= 2 && /^e[yw][\w-]{8,}\./.test(word));

function continues(open: Open, word: string, isNewLine: boolean): boolean {
	if (!beginsAsJose(open.pieces[0] ?? '') || !goesOn.test(word) || beginsAnother(open, word)) return false;
	if (open.dots + word.split('.').length - 1 > 4) return false;
	if (open.dots >= 2 && endsWhole(open.header, open.dots, open.behind)) return false;
	// On the same line a sentence goes on more often than a token.
	return isNewLine || open.dots < 2;
}

/** Signs of the sentence or the list that a word stands in. */
const [before, behind] = [new Set('("\'`<[{,;'), new Set(')"\'`>]},;!?')];
function withoutEnd(text: string): string {
	let end = text.length;
	while (end > 0 && ',;}])'.includes(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}

function bare(word: string): string {
	let [start, end] = [0, word.length];
	while (start < end && before.has(word.charAt(start))) start += 1;
	const isAt = (at: number): boolean => behind.has(word.charAt(at));
	// The dot of a sentence stands behind a bracket or a quote; behind a token it may be its own.
	while (end > start && (isAt(end - 1) || (word.charAt(end - 1) === '.' && isAt(end - 2)))) end -= 1;
	return word.slice(start, end);
}

const isScheme = (word: string): boolean => /^(?:bearer|dpop)$/i.test(word);

class LineReader {
	readonly found: Found[] = [];
	/** What looks random and has no name: tokens, where there is nothing else. */
	#random: Found[] = [];
	#open: Open | undefined;
	#hasProse = false;
	/** Whether the word before was the scheme of a header. */
	#behindScheme = false;

	get tokens(): Found[] {
		this.#close();
		return this.#hasProse ? this.found.filter((one) => !this.#random.includes(one)) : this.found;
	}

	line(line: string): void {
		if (line.trim() === '') return this.#close();
		const [, label = '', rest = ''] = labelled.exec(line) ?? [];
		const name = label.trim();
		const isAuthorization = /^authorization$/i.test(name);
		if (rest !== '' && (isTokenName(name) || isAuthorization))
			return this.#named(name, rest, isAuthorization);
		const [first = '', ...others] = line
			.trim()
			.split(/[\s,;]+/)
			.filter(Boolean);
		[first, ...others].forEach((word, index) => this.#word(word, index === 0, others.length === 0));
	}

	#named(name: string, rest: string, isAuthorization: boolean): void {
		const pairs = rest.includes('&') ? tokensOfPairs(parseForm(`${name}=${rest}`)) : [];
		if (pairs.length > 0) return this.#take(pairs);
		const { text, mended } = unwrapped({ text: withoutEnd(rest), mended: [] });
		// Of another scheme (RFC 9110 §11.1), such as Basic, it is no token.
		if (isAuthorization && !mended.includes('scheme')) return;
		const [word = '', ...others] = text.split(/[\s,;]+/);
		const value = bare(word);
		if (value.length < 4) return;
		this.#start({ ...(isAuthorization ? {} : { name }), text: value, mended });
		for (const other of others) {
			if (labelled.test(other)) this.line(other);
			else this.#word(other, false, false);
		}
	}

	#word(word: string, isNewLine: boolean, isAlone: boolean): void {
		const own = bare(word);
		if (own === '') return;
		if (this.#open && continues(this.#open, own, isNewLine))
			return add(this.#open, own, isNewLine ? 'line-breaks' : 'spaces');
		this.#close();
		const mended: Mend[] = [
			...(this.#behindScheme ? (['scheme'] as const) : []),
			...(/^["'`]/.test(word) && own !== word ? (['quotes'] as const) : [])
		];
		const isSent = this.#behindScheme && own.length >= 12;
		this.#behindScheme = isScheme(own);
		const pairs = /[?&#]|^\w+=/.test(own) ? this.#pairsOf(own) : [];
		if (pairs.length > 0) return this.#take(pairs);
		if (looksLikeJose(own) || isSent) return this.#start({ text: own, mended });
		if (isAlone && looksRandom(own)) {
			const found: Found = { text: own, mended };
			this.#random.push(found);
			this.found.push(found);
		} else if (!this.#behindScheme) this.#hasProse = true;
	}

	/** The parameters behind `?` or `#` of an address, or of a form that stands alone. */
	#pairsOf(word: string): Found[] {
		return word.split(/[?#]/, mostPlaces).flatMap((place) => {
			const raw = new Set(place.split('&').map((pair) => pair.slice(pair.indexOf('=') + 1)));
			return tokensOfPairs(parseForm(place)).map((one): Found =>
				raw.has(one.text) ? one : { ...one, mended: ['percent-encoding'] }
			);
		});
	}

	#take(found: readonly Found[]): void {
		this.#close();
		for (const one of found) this.found.push(one);
	}

	#start(found: Found): void {
		this.#close();
		this.found.push(found);
		this.#open = opened(found);
	}

	#close(): void {
		if (this.#open) this.#open.found.text = this.#open.pieces.join('');
		this.#open = undefined;
	}
}

/** The tokens in a text, in the order in which they stand there. Sentences around them are passed over. */
export function tokensOfLines(text: string): Found[] {
	const reader = new LineReader();
	for (const line of text.split(/\r?\n|\r/)) reader.line(line);
	return reader.tokens;
}

/** The named and the JOSE ones in what is no list of lines: a log, a document that was cut off. */
export function tokensAnywhere(text: string): Found[] {
	const any =
		/["'`]?\b([a-z][a-z_-]{1,40}token)["'`]?\s*[:=]\s*["'`]?([\w.~+/-]{4,}={0,2})|(?<![\w-])(e[yw][\w-]{8,}\.[\w-]*(?:[.~][\w-]*)*)/gi;
	return [...text.matchAll(any)].flatMap(([, name = '', value = '', jose = '']): Found[] => {
		if (jose !== '') return [{ text: jose, mended: [] }];
		return isTokenName(name) ? [{ name, text: value, mended: [] }] : [];
	});
}
