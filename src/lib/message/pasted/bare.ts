/** What people put around what they bring: fences, quotes, signs of word processors, the head of an answer. */

const fence = /^(?:`{3,}|~{3,})[^\n`]*\n([^]*?)\n?(?:`{3,}|~{3,})$/;
const head = /^HTTP\/[\d.]{1,3} \d{3}[^\n]*\n(?:[\w-]{1,80}:[^\n]*\n)*\r?\n([^]+)$/;
/** The address from which a document came stands above it. */
const source = /^(?:(?:GET|>)[ \t]+)?https?:\/\/\S{1,2000}[ \t]*\n\s*([{[][^]+)$/;
const pairs: Record<string, string> = {
	'"': '"',
	"'": "'",
	'`': '`',
	'“': '”',
	'‘': '’',
	'«': '»',
	'<': '>'
};

/** Invisible signs go, spaces of every width are one, and quotes of word processors are plain. */
const plain = (text: string): string =>
	text
		.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g, '')
		.replace(/[\u00A0\u202F\u2009]/g, ' ')
		.replace(/[\u201C\u201D\u201E]/g, '"')
		.replace(/[\u2018\u2019]/g, "'");

function unwrapped(text: string): string {
	const inside = [fence, head, source].map((form) => form.exec(text)?.[1]).find((one) => one !== undefined);
	if (inside !== undefined) return inside.trim();
	const closing = pairs[text[0] ?? ''];
	const isQuoted = closing !== undefined && text.length > 2 && text.indexOf(closing, 1) === text.length - 1;
	return isQuoted ? text.slice(1, -1).trim() : text.replace(/[,;]$/, '');
}

/** Nothing is wrapped deeper than a line in quotes, in a fence, under the head of an answer. */
const deepest = 4;

/** The text without what is around it. */
export function bareOf(text: string): string {
	let bare = plain(text).replace(/\r/g, '').trim();
	for (let depth = 0; depth < deepest; depth += 1) bare = unwrapped(bare).trim();
	return bare;
}

/**
 * The text without what is around it, in the ways in which it may be meant; none of them where nothing is around it. A
 * member of an object is put into one.
 */
export function bareForms(text: string): string[] {
	const bare = bareOf(text);
	const member = /^"\w{1,60}"\s*:/.test(bare) ? `{${bare}}` : bare;
	return [...new Set([bare, member])].filter((form) => form !== '' && form !== text);
}
