import { parseJson } from './json';

/**
 * JSON with its numbers as they were written, also those that JavaScript does not hold (RFC 8259 §6). Nothing here
 * calls itself for what is nested: ten thousand levels are no more than a long text.
 */
export interface WrittenJson {
	/** As `JSON.parse` has it; a number that JavaScript does not hold stands in it as a text that `numberIn` knows. */
	value: unknown;
	/** The number that such a text stands for. */
	numberIn: (value: unknown) => string | undefined;
}

export interface FormatHow {
	/** Members by their names, so that their order says nothing. */
	sorted?: boolean;
	/** Characters after which it may stop: whoever shows so many needs no more. */
	most?: number;
}

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gs;
/** Nothing shorter is beyond what JavaScript holds. */
const mayBeLong = /\d[\d.]{14}|\d[eE]/;
/** Of the private use area: no text of people has it, and of a text that has it more of them in a row. */
const mark = '\uE000';

const digitsOf = (number: string): string =>
	number
		.replace(/e.*$/i, '')
		.replace(/[-.]/g, '')
		.replace(/^0+|0+$/g, '');

/** Whether JavaScript holds a number as it is written. */
function isHeld(written: string): boolean {
	const value = Number(written);
	if (/^-?\d+$/.test(written)) return Number.isSafeInteger(value);
	return Number.isFinite(value) && digitsOf(String(value)) === digitsOf(written);
}

function markFor(text: string): string {
	let longest = 0;
	for (const [run] of text.matchAll(/(?:\uE000|\\ue000)+/gi)) longest = Math.max(longest, run.length);
	return mark.repeat(longest + 1);
}

/** Undefined: it is no JSON. */
export function parseWritten(text: string): WrittenJson | undefined {
	const plain = parseJson(text);
	if (plain === undefined) return undefined;
	if (!mayBeLong.test(text)) return { value: plain, numberIn: () => undefined };
	const own = markFor(text);
	const marked = text.replace(tokens, (found) =>
		found.startsWith('"') || isHeld(found) ? found : `"${own}${found}"`
	);
	return {
		value: parseJson(marked),
		numberIn: (value) =>
			typeof value === 'string' && value.startsWith(own) ? value.slice(own.length) : undefined
	};
}

/** A value of it as JSON, its numbers as they were written. */
export function formatWritten(
	value: unknown,
	numberIn: WrittenJson['numberIn'],
	{ sorted = false, most = Infinity }: FormatHow = {}
): string {
	const pieces: string[] = [];
	let length = 0;
	/** What is still to be written, the next last: punctuation, or a value. */
	const rest: ({ text: string } | { value: unknown })[] = [{ value }];
	for (let next = rest.pop(); next && length < most; next = rest.pop()) {
		const text = 'text' in next ? next.text : open(next.value, numberIn, sorted, rest);
		pieces.push(text);
		length += text.length;
	}
	return pieces.join('');
}

/** The text of a plain value; of a list or an object its beginning, and what is in it is put on the pile. */
function open(
	value: unknown,
	numberIn: WrittenJson['numberIn'],
	sorted: boolean,
	rest: ({ text: string } | { value: unknown })[]
): string {
	if (typeof value !== 'object' || value === null) return numberIn(value) ?? JSON.stringify(value) ?? '';
	const isList = Array.isArray(value);
	rest.push({ text: isList ? ']' : '}' });
	const names = isList ? [...value.keys()] : Object.keys(value);
	if (sorted && !isList) names.sort();
	for (let at = names.length - 1; at >= 0; at -= 1) {
		const name = names[at];
		rest.push({ value: Reflect.get(value, String(name)) });
		const before = at > 0 ? ',' : '';
		rest.push({ text: isList ? before : `${before}${JSON.stringify(name)}:` });
	}
	return isList ? '[' : '{';
}
