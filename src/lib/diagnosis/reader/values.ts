/** Where a value ends that stands behind a name, in quotes or without. */

/** Longer values are files. */
export const longestValue = 6_000;

/** How far behind a quote the text may go on that it stands in. */
const longestRest = 1_500;

/** What comes behind a text that is over: the next member, the end of what it stands in, the end of the line. */
const isOver = (text: string, at: number): boolean =>
	/^\s{0,3}(?:$|[}\])>\n]|[,;]\s{0,3}(?:$|["':[A-Za-z_}]))/.test(text.slice(at, at + 8));

/** A single quote may be an apostrophe, or stand around a name in a sentence that is in single quotes itself. */
function closingSingle(text: string, start: number): number {
	let first = -1;
	const end = Math.min(text.length, start + longestValue);
	for (let at = start; at < end; at += 1) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === "'") {
			const isApostrophe = /\w/.test(text[at - 1] ?? '') && /\w/.test(text[at + 1] ?? '');
			if (isApostrophe) continue;
			if (isOver(text, at + 1)) return at;
			if (first === -1) first = at;
		} else if (text[at] === '\n' || (first !== -1 && at - first > longestRest)) break;
	}
	return first;
}

/** Where a quoted text ends that begins at `start`; -1: nowhere. */
export function closingQuote(text: string, start: number, quote: string): number {
	if (quote === "'") return closingSingle(text, start);
	for (let at = start; at < text.length; at += 1) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === quote) return at;
	}
	return -1;
}

/** Where the next name begins, by the sign that stands between names and values. */
const nextName: Record<Sign, RegExp> = {
	// `a=b c=d`, also with commas.
	equals: /^(?:,?\s["']?[A-Za-z_][\w.-]{0,48}["']?\s?=(?!=)|[&;])/,
	// `{A:b C:d}` and `map[a:b c_d:e]` of Go.
	tight: /^(?:\s[A-Z]\w{0,48}:\S|\s[a-z]{2,20}(?:_[a-z_]{2,30})?:[^\s/])/,
	spaced: /^,\s{0,2}["':[]?[A-Za-z_][\w.-]{0,48}["'\]]?\s?(?:=>|=|:)/
};

export type Sign = 'equals' | 'tight' | 'spaced';

const closers: Record<string, string> = { '}': '{', ']': '[', ')': '(' };

/** Without signs of emphasis, and without what is behind a quote that began before the value. */
function unquoted(value: string): string {
	const closing = /'(?=\s|$)/.exec(value);
	const isOpen = closing !== null && !value.slice(0, closing.index).includes("'");
	return (isOpen ? value.slice(0, closing.index) : value).replace(/\*{1,3}$/, '');
}

/** A value without quotes: to the end of its line, of what it stands in, or to the next name. */
export function bareValue(text: string, start: number, sign: Sign, most: number): string {
	const end = Math.min(text.length, start + most);
	const open: string[] = [];
	let at = start;
	for (; at < end; at += 1) {
		const letter = text[at] ?? '';
		if (letter === '\n' || letter === '<') break;
		if ('{[('.includes(letter)) open.push(letter);
		else if (letter in closers && open.pop() !== closers[letter]) break;
		else if (letter === '"') {
			const closing = text.indexOf('"', at + 1);
			if (closing === -1 || closing > end || text.slice(at, closing).includes('\n')) break;
			at = closing;
		} else if (open.length === 0 && /[\s,&;]/.test(letter) && at > start) {
			const rest = text.slice(at, at + 60);
			if (nextName[sign].test(rest) || nextName.spaced.test(rest)) break;
		}
	}
	return unquoted(text.slice(start, at).trim());
}
