/**
 * Finds a text in every spelling in which it stands inside URLs, forms and JSON: `/` may be `%2F`, `%2f` or `\/`,
 * a space may be `+`, any character `\u002F`. Letters and digits are spelled in one way only.
 */

/** A longer text makes no pattern that every browser takes: it is looked for in its usual spellings. */
const longestPattern = 10_000;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Hexadecimal digits in either case. */
const hexadecimal = (value: number, digits: number): string =>
	value
		.toString(16)
		.padStart(digits, '0')
		.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

function spellings(character: string): string {
	const percent = [...new TextEncoder().encode(character)].map((byte) => `%${hexadecimal(byte, 2)}`).join('');
	const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
	const unicode = units.map((unit) => `\\\\u${hexadecimal(unit, 4)}`).join('');
	const json = escaped(JSON.stringify(character).slice(1, -1));
	const special = character === ' ' ? ['\\+'] : character === '/' ? ['\\\\\\/'] : [];
	// The escaped forms come first: a bare `\` would be found inside of them.
	return `(?:${[json, percent, unicode, ...special, escaped(character)].join('|')})`;
}

const usualSpellings = (text: string): string[] => [
	text,
	encodeURIComponent(text.toWellFormed()),
	new URLSearchParams([['', text]]).toString().slice(1),
	JSON.stringify(text).slice(1, -1)
];

/** A function that puts `replacement` in the place of `text`, however it is spelled. */
export function replacer(text: string, replacement: string): (within: string) => string {
	if (text.length > longestPattern) {
		const forms = [...new Set(usualSpellings(text))];
		return (within) => forms.reduce((rest, form) => rest.replaceAll(form, replacement), within);
	}
	const pattern = [...text].map((character) =>
		/[A-Za-z0-9]/.test(character) ? character : spellings(character)
	);
	const expression = new RegExp(pattern.join(''), 'g');
	return (within) => within.replace(expression, () => replacement);
}
