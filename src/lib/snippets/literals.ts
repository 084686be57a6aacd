/**
 * How languages write a text: whatever is in it, it ends where the literal ends, and nothing in it is run. What is no
 * printable ASCII is escaped, so that the encoding of a file does not matter, and nothing in it turns the text around.
 */

interface Spelling {
	/** Characters that mean something between the quotation marks. */
	special: Readonly<Record<string, string>>;
	/** Any other character that is no printable ASCII. */
	other: (character: string) => string;
	open?: string;
	close?: string;
}

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/** UTF-16, by units: `\u00e9`. */
const byUnits = (character: string): string =>
	character
		.split('')
		.map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
		.join('');

const pointOf = (character: string): number => character.codePointAt(0) ?? 0;

/** `\u00e9`, and above them `\U0001f600`. */
const byPoint = (character: string): string =>
	pointOf(character) > 0xffff ? `\\U${hex(pointOf(character), 8)}` : `\\u${hex(pointOf(character), 4)}`;

/** `\u{e9}` */
const byBraces = (character: string): string => `\\u{${pointOf(character).toString(16)}}`;

/** The bytes of UTF-8. */
const bytesOf = (character: string): number[] => [...new TextEncoder().encode(character)];

const byHexBytes = (character: string): string =>
	bytesOf(character)
		.map((byte) => `\\x${hex(byte, 2)}`)
		.join('');

/** C allows no `\u` below U+00A0. */
const asInC = (character: string): string =>
	pointOf(character) < 0xa0
		? bytesOf(character)
				.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
				.join('')
		: byPoint(character);

const common = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function literal({ special, other, open = '"', close = '"' }: Spelling): (text: string) => string {
	const spell = (character: string): string =>
		(Object.hasOwn(special, character) ? special[character] : undefined) ??
		(/^[ -~]$/.test(character) ? character : other(character));
	// Half of a pair of surrogates is no character: no encoding has it.
	return (text) => `${open}${Array.from(text.replace(/\p{Surrogate}/gu, '\ufffd'), spell).join('')}${close}`;
}

/** JavaScript, TypeScript, Java, C#. */
export const javaLiteral = literal({ special: common, other: byUnits });

/** A `$` begins a template. */
export const kotlinLiteral = literal({ special: { ...common, $: '\\$' }, other: byUnits });

/** Python, Go. */
export const pythonLiteral = literal({ special: common, other: byPoint });

/** Swift, where `\(` is a backslash first, and Rust. */
export const swiftLiteral = literal({ special: common, other: byBraces });

/** PHP, Dart: a `$` begins a variable. */
export const phpLiteral = literal({ special: { ...common, $: '\\$' }, other: byBraces });

/** `#{`, `#$` and `#@` begin a value. */
export const rubyLiteral = literal({ special: { ...common, '#': '\\#' }, other: byBraces });

const inPerl = { ...common, $: '\\$', '@': '\\@' };

/** `$` and `@` begin variables. The bytes of UTF-8, as they go out. */
export const perlLiteral = literal({ special: inPerl, other: byHexBytes });

/** Characters, for what encodes them itself. */
export const perlCharacters = literal({
	special: inPerl,
	other: (character) => `\\x{${pointOf(character).toString(16)}}`
});

/** Of bash, zsh and ksh, by the bytes of UTF-8. No word of a shell has a NUL in it: it stays one, and is found. */
export const bashLiteral = literal({
	special: { "'": "\\'", '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\0' },
	other: byHexBytes,
	open: "$'",
	close: "'"
});

/** `??` may begin a trigraph. */
export const objectiveCLiteral = literal({ special: { ...common, '?': '\\?' }, other: asInC, open: '@"' });

/** Lines, each with the same space before it. */
export const indented = (lines: readonly string[], by: string): string =>
	lines.map((line) => `${by}${line}`).join('\n');

/** How any of them writes a text, without its quotation marks. */
export const spellings = (text: string): string[] =>
	[
		javaLiteral,
		kotlinLiteral,
		pythonLiteral,
		swiftLiteral,
		phpLiteral,
		rubyLiteral,
		perlLiteral,
		perlCharacters,
		objectiveCLiteral,
		bashLiteral
	].map((spell) =>
		spell(text)
			.replace(/^(?:@"|\$'|")/, '')
			.slice(0, -1)
	);
