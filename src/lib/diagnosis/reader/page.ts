/** Pages and XML: what a person would read of them, at its place in the text. */
import type { Member } from './records';
import type { Span } from './reading';

const gone = (piece: string): string => piece.replace(/[^\n]/g, ' ');

const signs: Record<string, string> = {
	quot: '"',
	amp: '&',
	lt: '<',
	gt: '>',
	nbsp: ' ',
	apos: "'",
	'#34': '"'
};

/** An entity becomes its sign, and as many signs that `tidy` takes out as keep the places. */
const entity = (piece: string, name: string): string =>
	(signs[name.toLowerCase()] ?? "'") + '\u0000'.repeat(piece.length - 1);

export const isPage = (text: string): boolean => /<(?:!doctype|html|head|body|title|h1|div|p)\b/i.test(text);

/** The text between the tags, each word where it was. What a page does and how it looks is no text of it. */
export function visibleText(html: string): string {
	let text = html;
	for (const name of ['script', 'style', 'svg', 'head']) {
		text = withoutElement(text, name);
	}
	return text
		.replace(/<[^<>]{0,2000}>/g, gone)
		.replace(/&(quot|amp|lt|gt|nbsp|apos|#34|#0?39|#x27);/gi, entity);
}

/** One pass from opening to closing: a pattern would look to the end from each opening. */
function withoutElement(html: string, name: string): string {
	const lower = html.toLowerCase();
	const pieces: string[] = [];
	let behind = 0;
	for (let at = lower.indexOf(`<${name}`); at !== -1; at = lower.indexOf(`<${name}`, behind)) {
		const closing = lower.indexOf(`</${name}`, at);
		const end = closing === -1 ? at + 1 : closing;
		pieces.push(html.slice(behind, at), gone(html.slice(at, end)));
		behind = end;
		if (closing === -1) break;
	}
	return [...pieces, html.slice(behind)].join('');
}

export interface PlacedMember extends Member {
	span: Span;
}

/** Elements of XML as names with values: `<error>invalid_grant</error>`, a fault of SOAP. */
export function elementsIn(text: string): PlacedMember[] {
	const found: PlacedMember[] = [];
	const element = /<(?:[\w-]{1,30}:)?([A-Za-z][\w.-]{0,47})(?:\s[^<>]{0,300})?>([^<>]{2,4000})<\//g;
	for (const match of text.matchAll(element)) {
		const [whole, name = '', value = ''] = match;
		// What SOAP calls the text of a reason is its reason.
		const said = name === 'Text' ? 'faultstring' : name;
		found.push({
			name: said,
			value: value.trim(),
			span: { start: match.index, end: match.index + whole.length }
		});
		if (found.length > 500) break;
	}
	return found;
}
