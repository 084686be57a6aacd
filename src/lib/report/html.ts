/** HTML by a template in which every text is written as text: only what this made before goes in as it is. */

/** Markup that was made here. */
export class Markup {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

const names: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** No document may have these (HTML §13.2.3.5), and some turn the line around in which they stand. */
const unseen = /[^\P{Cc}\t\n]|[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Cs}/gu;

export const escapeHtml = (text: string): string =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(unseen, '\uFFFD')
		.replace(/[&<>"']/g, (sign) => names[sign] ?? '');

type Value = Markup | readonly Markup[] | string | number | undefined;

const written = (value: Value): string => {
	if (value === undefined) return '';
	if (value instanceof Markup) return value.text;
	if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
	return value.map(({ text }) => text).join('');
};

export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Markup =>
	new Markup(parts.map((part, place) => `${part}${written(values[place])}`).join(''));
