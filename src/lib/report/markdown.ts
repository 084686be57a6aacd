/**
 * Markdown in which a text of a stranger does nothing: no HTML, no link, no mention, no reference to a ticket. Hosts look
 * for the last two in the finished page, where a backslash is gone, and leave code alone: so such a text is code.
 * What is written is GitHub Flavored Markdown, which plainer readers show as well.
 */

/** Signs that a reader does not see and that turn a line around, and those that end one. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** One line, and what cannot be seen in it as a space. */
export const oneLine = (text: string): string => text.replace(unseen, ' ').replace(/ {2,}/g, ' ').trim();

/** A text cut to a length, which it says. */
export const cut = (text: string, most: number): string =>
	text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** The longest row of this sign in a text. */
const longestRow = (text: string, sign: RegExp): number =>
	Math.max(0, ...[...text.matchAll(sign)].map(([row]) => row.length));

/** A text as it is. `table`: in the cell of a table, where a bar would end it (GFM §4.10). */
function span(text: string, table: boolean): string {
	// CommonMark §6.1: the marks are longer than every row of them inside, and one space on each side is no part of it.
	const marks = '`'.repeat(longestRow(text, /`+/g) + 1);
	const padded = /^`|`$/.test(text) ? ` ${text} ` : text;
	const code = `${marks}${padded}${marks}`;
	// GFM §4.10: in a table a bar has a backslash before it, in code too, and one that stands there is not told from it.
	return table ? code.replace(/\\(?=\|)/g, '\\ ').replaceAll('|', '\\|') : code;
}

/** How much of a value is shown in a line. */
const longestValue = 300;

/** A value of a stranger, in a line or, `table`, in a cell. */
export function code(text: string, table = false): string {
	const line = cut(oneLine(text), longestValue);
	return line === '' ? '``  ``' : span(line, table);
}

/** A word without a sign that means anything anywhere; also at the start of a line. */
const plain = /^(?:\p{L}[\p{L}\p{M}\p{N}’'/]*(?:-\p{L}[\p{L}\p{M}]*)*|\p{N}{1,6}|[–—…·])$/u;
/** 7 to 64 of these are taken for a commit. */
const commit = /^[\da-f]{7,64}$/i;
const around = /^([("“‘]*)(.*?)([)"”’.,;:?!…]*)$/su;

function word(text: string, table: boolean): string {
	const [, before = '', core = '', after = ''] = around.exec(text) ?? [];
	if (core === '') return /^[.,;:?!…”’)]*$/.test(text) ? text : span(text, table);
	const isPlain = plain.test(core) && !(commit.test(core) && /\d/.test(core));
	// `1.` and `1)` would begin a list.
	if (isPlain && !(/^\d/.test(core) && /^[.)]/.test(after))) return text;
	return `${before}${span(core, table)}${after}`;
}

/** A sentence in which values of strangers may stand: each word that is not plain is code. */
export const prose = (text: string, table = false): string =>
	oneLine(text)
		.split(' ')
		.map((one) => word(one, table))
		.join(' ');

/** Lines as they are, not more than some. */
export function fenced(text: string, mostLines: number, cutOff: (lines: number) => string): string[] {
	const lines = text
		.split(/\r\n|[\n\r\u2028\u2029]/)
		.map((line) => cut(line.replace(/[^\P{C}\t]+/gu, ' ').trimEnd(), longestValue));
	const shown = lines.slice(0, mostLines);
	const fence = '`'.repeat(Math.max(3, longestRow(shown.join('\n'), /`+/g) + 1));
	const left = lines.length - shown.length;
	return [`${fence}text`, ...shown, fence, ...(left > 0 ? [cutOff(left)] : [])];
}

/** A link of ours, whose address is encoded: nothing in it ends it. */
export const link = (address: string): string =>
	/^https?:\/\/[^\s<>`|\\]+$/.test(address) ? `<${address}>` : code(address);
