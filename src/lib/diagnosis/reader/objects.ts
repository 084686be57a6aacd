/** JSON that stands somewhere in a text: a body alone, lines of a log, an answer behind a sentence. */
import { isJsonObject } from '$lib/message/json-body';
import { parseJson } from '$lib/wire/json';
import type { Span } from './reading';

/** Each bracket that has its partner, in one pass. A line break ends a text in quotes: JSON has none in it. */
function regionsIn(text: string): Span[] {
	const regions: Span[] = [];
	const open: number[] = [];
	let inQuotes = false;
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at];
		if (inQuotes) {
			if (sign === '\\') at += 1;
			else if (sign === '"' || sign === '\n') inQuotes = false;
		} else if (sign === '"') inQuotes = open.length > 0;
		else if (sign === '{' || sign === '[') open.push(at);
		else if (sign === '}' || sign === ']') {
			const start = open.at(-1);
			if (start === undefined || (text[start] === '{') !== (sign === '}')) continue;
			open.pop();
			regions.push({ start, end: at + 1 });
		}
	}
	return regions.toSorted((one, other) => one.start - other.start || other.end - one.end);
}

export interface PlacedValue {
	value: unknown;
	span: Span;
}

const mostRead = 5_000;

/** The JSON objects and lists of a text, each whole. What is tried stays within a few times the length of the text. */
export function valuesIn(text: string): PlacedValue[] {
	const found: PlacedValue[] = [];
	let budget = 3 * text.length + 1_000;
	let behind = 0;
	for (const span of regionsIn(text)) {
		if (span.start < behind || budget < 0 || found.length >= mostRead) continue;
		const piece = text.slice(span.start, span.end);
		if (!/^(?:\{\s*["}]|\[\s*["{[\d])/.test(piece.slice(0, 200))) continue;
		budget -= piece.length;
		const value = parseJson(piece);
		if (!isJsonObject(value) && !Array.isArray(value)) continue;
		found.push({ value, span });
		behind = span.end;
	}
	return found;
}
