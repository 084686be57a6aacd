/** The status of an answer, where it stands around of what was answered. */
import type { Source, Span } from './reading';
import { statusIn } from './words';

const before = 3;
/** In a text of this length that is no log every line is about the same answer. */
const short = 4_000;

/** Where a line begins that something stands in. */
function placeOf({ lines }: Source, { start }: Span): number {
	let [low, high] = [0, lines.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((lines[middle]?.start ?? 0) <= start) low = middle;
		else high = middle - 1;
	}
	return low;
}

export function statusAround(source: Source, span: Span): number | undefined {
	const { lines, text } = source;
	const place = placeOf(source, span);
	const own = lines.slice(0, place + 1).findLastIndex(({ isEntry }) => isEntry);
	const bad = (from: number, to: number, entries: boolean): number[] =>
		lines.slice(Math.max(0, from), to).flatMap(({ at, end, level, isEntry }, offset) => {
			const isBad = level === 'bad' || level === 'warning';
			// What stands in the lines of one entry is of that entry, whatever its level.
			const isOf = !isEntry || (entries && (isBad || Math.max(0, from) + offset === own));
			const status = isOf ? statusIn(text.slice(at, Math.min(end, at + 1_000))) : undefined;
			return status !== undefined && status >= 400 ? [status] : [];
		});
	const near = bad(place - before, place + 1, true).at(-1);
	if (near !== undefined || text.length > short || lines.some(({ isEntry }) => isEntry)) return near;
	const all = new Set(bad(0, lines.length, false));
	return all.size === 1 ? [...all][0] : undefined;
}
