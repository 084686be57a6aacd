/** Texts inside of a text: escaped, percent-encoded, in base64, in a JWT. What is inside is read like what was pasted. */
import { decodeToken } from '$lib/message/jwt';
import { textOfBase64 } from '$lib/wire/base64-text';
import { withoutEscapes } from './pairs';
import type { Find, Inside, Source, Span } from './reading';

interface Wrapped {
	text: string;
	span: Span;
}

const mostEach = 40;
const longest = 20_000;

const percentDecoded = (text: string): string => {
	try {
		const plain = decodeURIComponent(text);
		return /[{[]/.test(plain) ? decodeURIComponent(text.replaceAll('+', ' ')) : plain;
	} catch {
		// A part of it is no UTF-8: what is plain of it can still be read.
		return text.replace(/%([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
	}
};

/** Words of an error, whatever they were wrapped in. */
const tellsOfError = /err|denied|invalid|fail|required|AADSTS|MSIS|expired|mismatch/i;

/** Only what is plain text of some length is looked into. */
const isWorth = (text: string | undefined): text is string =>
	text !== undefined && text.length > 5 && tellsOfError.test(text);

function insideOf(word: string): string | undefined {
	if (/^e[yw][\w-]{6,}\.[\w-]+\.[\w-]*$/.test(word)) {
		const decoded = decodeToken(word);
		return decoded.ok ? JSON.stringify(decoded.value.claims) : undefined;
	}
	// Of an address each parameter is decoded by itself.
	if (/[?&#][\w.-]{1,60}=/.test(word) && /error(?:_\w{1,40})?(?:=|%(?:25)*3d)/i.test(word)) return undefined;
	if (/(?:%[\da-f]{2}[^%]{0,200}){2}/i.test(word)) return percentDecoded(word);
	const value = /[=:]([\w+/-]{24,})(?:=|%3D){0,2}$/i.exec(word)?.[1];
	const inValue = value !== undefined && /[A-Z]/.test(value) ? textOfBase64(value) : undefined;
	if (inValue !== undefined) return inValue;
	if (/^[\w+/-]{20,}={0,2}$/.test(word) && /[A-Z]/.test(word)) return textOfBase64(word);
	return undefined;
}

/** Words that have something inside, from the text as it was pasted. */
function wrappedIn(text: string): Wrapped[] {
	const found: Wrapped[] = [];
	for (const match of text.matchAll(/[^\s"<>,;{}[\]]{16,}/g)) {
		if (found.length >= mostEach) break;
		const [word] = match;
		if (word.length > longest) continue;
		const inside = insideOf(word.replace(/^['(]+|[')]+$/g, ''));
		const span = { start: match.index, end: match.index + word.length };
		if (inside !== word && isWorth(inside)) found.push({ text: inside, span });
	}
	return found;
}

/** Base64 that was broken into lines, as programs of mail do it. */
function wrappedWhole(text: string): string | undefined {
	const joined = text.replace(/\s+/g, '');
	const isOne = joined.length >= 20 && joined.length < longest && /^[\w+/-]+={0,2}$/.test(joined);
	const inside = isOne && /\n/.test(text.trim()) ? textOfBase64(joined) : undefined;
	return isWorth(inside) ? inside : undefined;
}

/** A text that was put into another one as a string of a program. */
const escapedIn = (text: string): string | undefined =>
	/\\["']|\\u0022|\\n/.test(text) ? withoutEscapes(text) : undefined;

export function wrappedFinds({ text }: Source, inside: Inside): Find[] {
	const whole = wrappedWhole(text);
	const words = wrappedIn(text).flatMap((one) => inside(one.text, one.span));
	return whole === undefined ? words : [...words, ...inside(whole, { start: 0, end: text.trimEnd().length })];
}

const mostLines = 60;

/** Lines of programs in which another text stands as a string. */
export const escapedFinds = ({ text, lines }: Source, inside: Inside): Find[] =>
	lines
		.filter(({ start, end }) => end - start > 20 && text.slice(start, end).includes('\\'))
		.slice(0, mostLines)
		.flatMap(({ at, end }) => {
			const plain = escapedIn(text.slice(at, end));
			const found = plain === undefined ? [] : inside(plain, { start: at, end });
			// A form that knows where its texts end is surer.
			return found.map((find) => ({ ...find, weight: find.weight - 15 }));
		});
