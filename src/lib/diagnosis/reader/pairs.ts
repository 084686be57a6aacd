/**
 * Names with their values in a text of any making: JSON that is cut off, objects as programs of many languages print
 * them, logfmt, events of Keycloak, lines like `error: x`. One pass: each sign between a name and a value is looked at
 * once, and a value that was taken is not read again.
 */
import type { Span } from './reading';
import { codeRank, isLevelName, isStatusName, sayingRank } from './names';
import { bareValue, closingQuote, longestValue, type Sign } from './values';

export interface PlacedPair {
	name: string;
	value: string;
	/** From the name to the end of the value. */
	span: Span;
	/** Whether the value stood in quotes: then it is known where it ends. */
	quoted: boolean;
}

/** More than this many in one text are those of a file. */
const mostPairs = 8_000;
const longestName = 48;
/** Values without quotes may go on and on, and begin inside of each other. */
const longestBare = 2_000;
const mostBare = 250_000;

const isNameSign = (sign: string | undefined): boolean => sign !== undefined && /[\w.-]/.test(sign);

/** The name that ends at `end`, in quotes or brackets, after `:` or bare. */
function nameBefore(text: string, end: number): { name: string; start: number } | undefined {
	let at = end;
	for (let spaces = 0; spaces < 4 && (text[at - 1] === ' ' || text[at - 1] === '\t'); spaces += 1) at -= 1;
	let closing = '';
	while (at > 0 && closing.length < 2 && /["'\]]/.test(text[at - 1] ?? '')) {
		closing += text[at - 1];
		at -= 1;
	}
	let start = at;
	while (start > 0 && at - start < longestName && isNameSign(text[start - 1])) start -= 1;
	const name = text.slice(start, at);
	if (!/^[A-Za-z_]/.test(name) || isNameSign(text[start - 1])) return undefined;
	// `urn:example:error:…` is one word.
	if (text[start - 1] === ':' && isNameSign(text[start - 2])) return undefined;
	return { name, start: start - closing.length };
}

/** What languages put around a text: `Some("…")`, `string(13) "…"`, `u'…'`, `Optional[…]`. */
const wrapper = /(?:Some\(|Optional\(|Optional\[|Just |string\(\d{1,6}\) |[bu@&](?=["']))/y;

const escapes: Record<string, string> = { n: '\n', r: ' ', t: ' ' };

export const withoutEscapes = (text: string): string =>
	text.includes('\\')
		? text.replace(/\\(u[\da-fA-F]{4}|.)/gs, (_, next: string) =>
				next.length === 5 ? String.fromCharCode(parseInt(next.slice(1), 16)) : (escapes[next] ?? next)
			)
		: text;

/** Behind `=>` a value may begin in the next line. */
function valueStart(text: string, at: number): number {
	const isArrow = text[at + 1] === '>';
	let start = at + (isArrow ? 2 : 1);
	for (let spaces = 0; spaces < 40 && /[ \t]/.test(text[start] ?? ''); spaces += 1) start += 1;
	return isArrow && text[start] === '\n'
		? start + (/^\s{0,40}/.exec(text.slice(start, start + 41))?.[0].length ?? 0)
		: start;
}

const signOf = (text: string, at: number, start: number): Sign => {
	// Members of an object have commas between them: `{a=b, c=d}`.
	const isMember = /[{([,]\s{0,3}$/.test(text.slice(Math.max(0, start - 5), start));
	if (text[at] === '=') return isMember ? 'spaced' : 'equals';
	return /\s/.test(text[at + 1] ?? ' ') ? 'spaced' : 'tight';
};

const isOfInterest = (name: string): boolean =>
	sayingRank(name) !== undefined || codeRank(name) !== undefined || isStatusName(name) || isLevelName(name);

/** Names that tell where an error comes from, or what can be looked up. */
const telling = /^(?:grant_?type|type|iss(?:uer)?|realm_?name|step|endpoint|path|uri|url)$/i;

export function pairsIn(text: string): PlacedPair[] {
	const pairs: PlacedPair[] = [];
	const without = new Set<string>();
	let left = mostBare;
	for (let at = 0; at < text.length && pairs.length < mostPairs; at += 1) {
		if (text[at] !== ':' && text[at] !== '=') continue;
		// `::`, `==`, `://` and `:=` stand between nothing of ours.
		if (/[:=/]/.test(text[at + 1] ?? '') && (text[at] === ':' || text[at + 1] === '=')) continue;
		const named = nameBefore(text, at);
		if (!named || !(isOfInterest(named.name) || telling.test(named.name))) continue;
		let start = valueStart(text, at);
		wrapper.lastIndex = start;
		if (wrapper.test(text)) start = wrapper.lastIndex;
		const quote = text[start] ?? '';
		const isQuote = quote === '"' || quote === "'";
		if (isQuote && !without.has(quote)) {
			const end = closingQuote(text, start + 1, quote);
			if (end !== -1) {
				const value = withoutEscapes(text.slice(start + 1, Math.min(end, start + longestValue)));
				pairs.push({ name: named.name, value, span: { start: named.start, end: end + 1 }, quoted: true });
				at = end;
				continue;
			}
			without.add(quote);
		}
		if (/[{[(\n]/.test(text[start] ?? '\n')) continue;
		const value = bareValue(
			text,
			isQuote ? start + 1 : start,
			signOf(text, at, named.start),
			Math.min(longestBare, left)
		);
		left -= value.length;
		if (value === '') continue;
		const end = start + (isQuote ? 1 : 0) + value.length;
		pairs.push({ name: named.name, value, span: { start: named.start, end }, quoted: false });
	}
	return pairs;
}
