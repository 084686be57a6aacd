/**
 * Names with their values in a text of any making: JSON that is cut off, objects as programs of many languages print
 * them, logfmt, events of Keycloak, lines like `error: x`. One pass: each sign between a name and a value is looked at
 * once, and a value that was taken is not read again.
 */
import type { Span } from './reading';
import { codeRank, isLevelName, isStatusName, sayingRank } from './names';

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
const longestValue = 6_000;

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

/** Where a quoted text ends that begins at `start`; -1: nowhere. */
function closingQuote(text: string, start: number, quote: string): number {
	for (let at = start; at < text.length; at += 1) {
		if (text[at] === '\\') at += 1;
		else if (text[at] === quote) {
			// In a single-quoted text an apostrophe has a letter on both sides.
			const isApostrophe = quote === "'" && /\w/.test(text[at - 1] ?? '') && /\w/.test(text[at + 1] ?? '');
			if (!isApostrophe) return at;
		}
	}
	return -1;
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

/** Where a value without quotes ends: at the end of its line, of what it stands in, or where the next name begins. */
const bareEnd =
	/\n|[}\]>|"&;]|\)(?=\s|$|[,;])|,\s?(?=["':[]?[A-Za-z_][\w.-]{0,48}["'\]]?\s?(?:=|:))|\s(?=[a-z_][\w.-]{0,48}=)|\s(?=[A-Z]\w{1,48}:\S)|\s(?=[a-z]{2,20}_[a-z_]{2,30}:\S)/;

function bareValue(text: string, start: number): string {
	const rest = text.slice(start, start + longestValue);
	const end = rest.search(bareEnd);
	return (end === -1 ? rest : rest.slice(0, end)).trim();
}

const isOfInterest = (name: string): boolean =>
	sayingRank(name) !== undefined || codeRank(name) !== undefined || isStatusName(name) || isLevelName(name);

/** Names that tell where an error comes from, or what can be looked up. */
const telling = /^(?:grant_?type|type|iss(?:uer)?|realm_?name|step|endpoint|path|uri|url)$/i;

export function pairsIn(text: string): PlacedPair[] {
	const pairs: PlacedPair[] = [];
	const without = new Set<string>();
	for (let at = 0; at < text.length && pairs.length < mostPairs; at += 1) {
		if (text[at] !== ':' && text[at] !== '=') continue;
		// `::`, `==`, `://` and `:=` stand between nothing of ours.
		if (/[:=/]/.test(text[at + 1] ?? '') && text[at] === ':') continue;
		const named = nameBefore(text, at);
		if (!named || !(isOfInterest(named.name) || telling.test(named.name))) continue;
		let start = at + (text[at + 1] === '>' ? 2 : 1);
		for (let spaces = 0; spaces < 40 && (text[start] === ' ' || text[start] === '\t'); spaces += 1)
			start += 1;
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
		const value = bareValue(text, isQuote ? start + 1 : start);
		if (value === '') continue;
		const end = start + (isQuote ? 1 : 0) + value.length;
		pairs.push({ name: named.name, value, span: { start: named.start, end }, quoted: false });
	}
	return pairs;
}
