/** A JSON value whose long strings are read when they are asked for: most of them are pictures and scripts. */
import { readJson } from './json';

export interface SparseText {
	/** The JSON text. In the place of each long string stands a list with its place alone. */
	text: string;
	/** Whether the bytes were no UTF-8, and were read as the older alphabet of the west. */
	isForeign: boolean;
	/** The text of the long string at this place. */
	longAt: (place: number) => string | undefined;
}

export interface SparseJson {
	value: unknown;
	/** The text that stands there: a string, also a long one, or a number or truth value as it is written. */
	textOf: (value: unknown) => string | undefined;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const western = new TextDecoder('windows-1252');
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** By what the bytes are, whatever was meant: what is no UTF-8 was mostly saved by an editor of Windows. */
function decode(bytes: Uint8Array): { text: string; isForeign: boolean } {
	const text = utf8.decode(bytes);
	if (!text.includes('\uFFFD')) return { text, isForeign: false };
	try {
		return { text: strict.decode(bytes), isForeign: false };
	} catch {
		return { text: western.decode(bytes), isForeign: true };
	}
}

/** `long`: where long strings begin and end, the quotes left out. */
export function readSparsely(bytes: Uint8Array, long: readonly number[]): SparseText {
	let isForeign = false;
	let text = '';
	let from = 0;
	const add = (until: number): void => {
		const part = decode(bytes.subarray(from, until));
		isForeign ||= part.isForeign;
		text += part.text;
	};
	for (let edge = 0; edge < long.length; edge += 2) {
		add((long[edge] ?? 0) - 1);
		text += `[${edge / 2}]`;
		from = (long[edge + 1] ?? 0) + 1;
	}
	add(bytes.length);
	const longAt = (place: number): string | undefined => {
		const [start, end] = [long[place * 2], long[place * 2 + 1]];
		if (start === undefined || end === undefined) return undefined;
		const string = readJson(decode(bytes.subarray(start - 1, end + 1)).text);
		return string.ok && typeof string.value === 'string' ? string.value : undefined;
	};
	return { text, isForeign, longAt };
}

/** Undefined: it is no JSON. */
export function parseSparsely({ text, longAt }: Pick<SparseText, 'text' | 'longAt'>): SparseJson | undefined {
	const json = readJson(text);
	if (!json.ok) return undefined;
	const known = new Map<number, string | undefined>();
	const textOf = (value: unknown): string | undefined => {
		if (typeof value === 'string') return value;
		if (typeof value === 'number' || typeof value === 'boolean') return String(value);
		const [place]: unknown[] = Array.isArray(value) && value.length === 1 ? value : [];
		if (typeof place !== 'number') return undefined;
		if (!known.has(place)) known.set(place, longAt(place));
		return known.get(place);
	};
	return { value: json.value, textOf };
}
