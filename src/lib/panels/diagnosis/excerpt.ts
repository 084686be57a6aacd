import type { Span } from '$lib/diagnosis/reader/reading';

/** A text around what was taken out of it, with the lines that are left out on both sides counted. */
export interface Excerpt {
	above: number;
	before: string;
	taken: string;
	after: string;
	below: number;
}

const around = 2;
/** One line can be as long as a file. */
const longestSide = 240;
const longestTaken = 1_200;

const linesIn = (text: string): number => (text === '' ? 0 : text.split('\n').length);

/** The lines next to the mark, not more than a few and not longer than a few. */
function nearest(text: string, side: 'before' | 'after'): string {
	const lines = text.split('\n');
	const near = (side === 'before' ? lines.slice(-around - 1) : lines.slice(0, around + 1)).join('\n');
	if (near.length <= longestSide) return near;
	return side === 'before' ? `…${near.slice(-longestSide)}` : `${near.slice(0, longestSide)}…`;
}

export function excerptOf(text: string, { start, end }: Span): Excerpt {
	const before = text.slice(0, start);
	const after = text.slice(end);
	const marked = text.slice(start, end);
	const [near, behind] = [nearest(before, 'before'), nearest(after, 'after')];
	return {
		above: Math.max(0, linesIn(before) - linesIn(near)),
		before: near,
		taken: marked.length <= longestTaken ? marked : `${marked.slice(0, longestTaken)}…`,
		after: behind,
		below: Math.max(0, linesIn(after.trimEnd()) - linesIn(behind.trimEnd()))
	};
}

/** A find as one line, to be told from the others. */
export function lineOf(text: string, { start, end }: Span): string {
	const line = text.slice(start, end).replace(/\s+/g, ' ').trim();
	return line.length <= 180 ? line : `${line.slice(0, 180)}…`;
}
