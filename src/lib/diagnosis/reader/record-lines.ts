/**
 * Lines that are nothing but names and values, as programs write them for programs. What failed stands under its name there:
 * the names of parameters, and what was sent under them, are no words about it.
 */
import { within, type Find, type Source, type Span } from './reading';

const pair =
	/(?<![\w.@-])[A-Za-z_][\w.@-]{0,59}=(?:"(?:[^"\\]|\\.){0,4000}"|'[^']{0,4000}'|[^\s,;|"']{0,2000})/g;

/** Fewer may stand in a sentence. */
const fewest = 4;
/** What may stand between them, of the whole line. */
const mostElse = 0.2;

function isRecord(text: string): boolean {
	const pairs = text.match(pair) ?? [];
	if (pairs.length < fewest) return false;
	const whole = text.replace(/[\s,;|]/g, '').length;
	const paired = pairs.reduce((sum, one) => sum + one.replace(/[\s,;|]/g, '').length, 0);
	return whole - paired <= whole * mostElse;
}

export const recordLines = ({ text, lines }: Source): Span[] =>
	lines.filter(({ at, end }) => isRecord(text.slice(at, end))).map(({ at, end }) => ({ start: at, end }));

/** The words without the lines in which a record says itself what failed. */
export function wordsBeside(source: Source, records: readonly Span[], finds: readonly Find[]): string {
	const pieces: string[] = [];
	let behind = 0;
	for (const line of records) {
		if (!finds.some(({ span, weight }) => weight > 0 && within(span, line))) continue;
		pieces.push(source.words.slice(behind, line.start), ' '.repeat(line.end - line.start));
		behind = line.end;
	}
	return [...pieces, source.words.slice(behind)].join('');
}
