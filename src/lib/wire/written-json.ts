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
	/** A line for each member and each item. */
	indented?: boolean;
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

/** What is still to be written: punctuation, or a value and how deep it stands. */
type Piece = { text: string } | { value: unknown; depth: number };

/** A value of it as JSON, its numbers as they were written. */
export function formatWritten(
	value: unknown,
	numberIn: WrittenJson['numberIn'],
	{ sorted = false, indented = false, most = Infinity }: FormatHow = {}
): string {
	const pieces: string[] = [];
	let length = 0;
	/** The next is the last. */
	const rest: Piece[] = [{ value, depth: 0 }];
	for (let next = rest.pop(); next && length < most; next = rest.pop()) {
		const text =
			'text' in next ? next.text : (plainText(next.value, numberIn) ?? open(next, sorted, indented, rest));
		pieces.push(text);
		length += text.length;
	}
	return pieces.join('');
}

const plainText = (value: unknown, numberIn: WrittenJson['numberIn']): string | undefined =>
	typeof value === 'object' && value !== null ? undefined : (numberIn(value) ?? JSON.stringify(value) ?? '');

/** Levels that are told by blanks: of ten thousand the blanks alone would be megabytes. */
const deepest = 40;

/** The beginning of a list or an object; what is in it is put on the pile. */
function open(
	{ value, depth }: { value: unknown; depth: number },
	sorted: boolean,
	indented: boolean,
	rest: Piece[]
): string {
	const isList = Array.isArray(value);
	const inside = isList
		? value.map((one: unknown): [string, unknown] => ['', one])
		: Object.entries(value ?? {});
	if (sorted && !isList) inside.sort(([one], [other]) => (one < other ? -1 : 1));
	const line = (at: number): string =>
		indented && inside.length > 0 ? `\n${' '.repeat(Math.min(at, deepest))}` : '';
	rest.push({ text: `${line(depth)}${isList ? ']' : '}'}` });
	const colon = indented ? ': ' : ':';
	for (let at = inside.length - 1; at >= 0; at -= 1) {
		const [name, one] = inside[at] ?? ['', undefined];
		const label = isList ? '' : `${JSON.stringify(name)}${colon}`;
		rest.push({ value: one, depth: depth + 1 }, { text: `${at > 0 ? ',' : ''}${line(depth + 1)}${label}` });
	}
	return isList ? '[' : '{';
}
