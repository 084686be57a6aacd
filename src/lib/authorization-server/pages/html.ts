/** Markup that may be put into a page as it is. Everything else is escaped. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly (string | Html)[] | undefined;

const escapes: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

function partText(part: Part): string {
	if (part === undefined) return '';
	if (part instanceof Html) return part.text;
	if (typeof part === 'object') return part.map(partText).join('');
	return escapeHtml(String(part));
}

/** A template whose values are escaped, for text and for attributes in double quotes. */
export const markup = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
	new Html(strings.map((text, index) => text + partText(parts[index])).join(''));

/** A value that stands out among words. */
export const strong = (text: string): Html => markup`<strong>${text}</strong>`;

export const code = (text: string): Html => markup`<code>${text}</code>`;
