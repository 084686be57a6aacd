/** A JSON value whose long strings are read when they are asked for: most of them are pictures and scripts. */
import { readJson } from './json';

export interface SparseJson {
	value: unknown;
	/** The text that stands there: a string, also a long one, or a number or truth value as it is written. */
	textOf: (value: unknown) => string | undefined;
	/** Whether the bytes were no UTF-8, and were read as the older alphabet of the west. */
	isForeign: boolean;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** By what the bytes are, whatever was meant: what is no UTF-8 was mostly saved by an editor of Windows. */
function decode(bytes: Uint8Array): { text: string; isForeign: boolean } {
	const text = utf8.decode(bytes);
	if (!text.includes('\uFFFD')) return { text, isForeign: false };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isForeign: false };
	} catch {
		return { text: new TextDecoder('windows-1252').decode(bytes), isForeign: true };
	}
}

/** `long`: where long strings begin and end. In the value each is a list with its place alone. Undefined: no JSON. */
export function parseSparsely(bytes: Uint8Array, long: readonly number[]): SparseJson | undefined {
	const edges = [0, ...long, bytes.length];
	let isForeign = false;
	let text = '';
	for (let edge = 0; edge < edges.length; edge += 2) {
		const part = decode(bytes.subarray(edges[edge], edges[edge + 1]));
		isForeign ||= part.isForeign;
		// The quotes stand at the ends of the parts.
		const isFirst = edge === 0;
		const isLast = edge + 2 === edges.length;
		const inner = part.text.slice(isFirst ? 0 : 1, isLast ? undefined : -1);
		text += isLast ? inner : `${inner}[${edge / 2}]`;
	}
	const json = readJson(text);
	if (!json.ok) return undefined;
	const kept = new Map<number, string>();
	const read = (place: number): string | undefined => {
		const [start, end] = [long[place * 2], long[place * 2 + 1]];
		if (start === undefined || end === undefined) return undefined;
		const known = kept.get(place);
		if (known !== undefined) return known;
		const string = readJson(decode(bytes.subarray(start - 1, end + 1)).text);
		if (!string.ok || typeof string.value !== 'string') return undefined;
		kept.set(place, string.value);
		return string.value;
	};
	const textOf = (value: unknown): string | undefined => {
		if (typeof value === 'string') return value;
		if (typeof value === 'number' || typeof value === 'boolean') return String(value);
		const [place]: unknown[] = Array.isArray(value) && value.length === 1 ? value : [];
		return typeof place === 'number' ? read(place) : undefined;
	};
	return { value: json.value, textOf, isForeign };
}
