/**
 * A text as it is meant, whatever it is written in: percent-encoding, the escapes of JSON, the entities of HTML, and
 * any of them in another. Of each character it is known where it stands, so that what is found can be cut out of the
 * text as it is written. Two spellings of one value are one here.
 */

export interface Plain {
	text: string;
	/** Where the nth character begins and ends in the text as it is written. */
	from: (at: number) => number;
	to: (at: number) => number;
}

/** A character that stands for another: what it is, and how long it is written. */
type Decoded = [text: string, length: number];

const mostLayers = 6;

const hexadecimal = (text: string, at: number, digits: number): number => {
	let value = 0;
	for (let index = at; index < at + digits; index += 1) {
		const digit = '0123456789abcdef'.indexOf((text[index] ?? '').toLowerCase());
		if (digit < 0 || index >= text.length) return -1;
		value = value * 16 + digit;
	}
	return value;
};

/** `%C3%A9` is one character of two octets (RFC 3629 §3). An octet that begins none is itself. */
function percentDecoded(text: string, at: number): Decoded | undefined {
	const first = hexadecimal(text, at + 1, 2);
	if (first < 0) return undefined;
	const length =
		first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
	if (length === 0) return [String.fromCharCode(first), 3];
	let code = length === 1 ? first : first & (0xff >> (length + 1));
	for (let index = 1; index < length; index += 1) {
		const next = text[at + 3 * index] === '%' ? hexadecimal(text, at + 3 * index + 1, 2) : -1;
		if (next < 0x80 || next > 0xbf) return [String.fromCharCode(first), 3];
		code = (code << 6) | (next & 0x3f);
	}
	return [code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code), 3 * length];
}

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function unescaped(text: string, at: number): Decoded | undefined {
	const next = text[at + 1] ?? '';
	if (next === 'u' || next === 'x') {
		const digits = next === 'u' ? 4 : 2;
		const unit = hexadecimal(text, at + 2, digits);
		return unit < 0 ? undefined : [String.fromCharCode(unit), 2 + digits];
	}
	const escape = escapes[next];
	if (escape !== undefined) return [escape, 2];
	return /["'\\/]/.test(next) ? [next, 2] : undefined;
}

const entities: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: ' ' };
const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/iy;

function ofEntity(text: string, at: number): Decoded | undefined {
	entity.lastIndex = at;
	const found = entity.exec(text);
	if (!found) return undefined;
	const [whole, hex, decimal, name = ''] = found;
	const code = hex ? parseInt(hex, 16) : decimal ? Number(decimal) : undefined;
	const named = Object.hasOwn(entities, name.toLowerCase()) ? entities[name.toLowerCase()] : undefined;
	const character = code === undefined ? named : code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
	return character === undefined ? undefined : [character, whole.length];
}

function decodedAt(text: string, at: number): Decoded | undefined {
	switch (text[at]) {
		case '%':
			return percentDecoded(text, at);
		case '\\':
			return unescaped(text, at);
		case '&':
			return ofEntity(text, at);
		default:
			return undefined;
	}
}

const hasEscape = /[%\\&]/g;

interface Layer {
	text: string;
	from: Uint32Array;
	to: Uint32Array;
}

/** One encoding undone; undefined: there was none. */
function undone(layer: Layer): Layer | undefined {
	const { text } = layer;
	const parts: string[] = [];
	const from: number[] = [];
	const to: number[] = [];
	let copied = 0;
	const copy = (until: number): void => {
		parts.push(text.slice(copied, until));
		for (let at = copied; at < until; at += 1) {
			from.push(layer.from[at] ?? 0);
			to.push(layer.to[at] ?? 0);
		}
	};
	hasEscape.lastIndex = 0;
	for (let next = hasEscape.exec(text); next; next = hasEscape.exec(text)) {
		const decoded = decodedAt(text, next.index);
		if (!decoded) continue;
		const [character, length] = decoded;
		copy(next.index);
		parts.push(character);
		for (let unit = 0; unit < character.length; unit += 1) {
			from.push(layer.from[next.index] ?? 0);
			to.push(layer.to[next.index + length - 1] ?? 0);
		}
		copied = next.index + length;
		hasEscape.lastIndex = copied;
	}
	if (copied === 0) return undefined;
	copy(text.length);
	return { text: parts.join(''), from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

/** A space in a form is a plus, so that the two are one. */
const withSpaces = (text: string): string => text.replaceAll('+', ' ');

/** The text as it is meant. */
export function plainOf(text: string): Plain {
	if (text.search(/[%\\&]/) < 0) {
		return { text: withSpaces(text), from: (at) => at, to: (at) => at + 1 };
	}
	let layer: Layer = {
		text,
		from: Uint32Array.from({ length: text.length }, (_, at) => at),
		to: Uint32Array.from({ length: text.length }, (_, at) => at + 1)
	};
	for (let count = 0; count < mostLayers; count += 1) {
		const next = undone(layer);
		if (!next) break;
		layer = next;
	}
	const { from, to } = layer;
	return { text: withSpaces(layer.text), from: (at) => from[at] ?? 0, to: (at) => to[at] ?? 0 };
}

/** The text with every encoding undone, a plus left as it is: what there is to read in it. */
export function decodedText(text: string): string {
	let current = text;
	for (let count = 0; count < mostLayers; count += 1) {
		const next = undone({ text: current, from: new Uint32Array(0), to: new Uint32Array(0) });
		if (!next) return current;
		current = next.text;
	}
	return current;
}
