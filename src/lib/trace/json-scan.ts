/**
 * JSON as it really comes: cut off at either end, behind other text, with a name twice. Read once from left to right,
 * without a recursion that a deep file could exhaust, and written back with nothing changed but its values.
 */

/** An object or an array. `names`: those of an object's members, complete when values are decided about. */
export interface Frame<Context> {
	context: Context;
	names: Set<string>;
}

/** What is done with what is found. A value that comes back as it was keeps its spelling. */
export interface JsonVisitor<Context> {
	/** An object or array under this name, inside of that one. */
	enter: (name: string, outer: Frame<Context> | undefined) => Context;
	value: (name: string, value: string, frame: Frame<Context> | undefined) => string;
	name: (name: string) => string;
}

interface Open<Context> extends Frame<Context> {
	isObject: boolean;
	/** The name under which values stand: the member's, or that of the array. */
	under: string;
	wants: 'name' | 'colon' | 'value' | 'comma';
}

interface Found<Context> {
	from: number;
	to: number;
	/** The name that the value stands under; undefined: this is a name itself. */
	under: string | undefined;
	value: string;
	frame: Open<Context> | undefined;
	closed: boolean;
}

const space = /\s*/y;
const number = /-?\d[\d.eE+-]*/y;
const word = /[a-z]+/y;

const matchAt = (pattern: RegExp, text: string, at: number): string => {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
};

/** Where the text that begins behind this quotation mark ends; the length of all when it does not. */
export function endOfString(text: string, from: number): number {
	for (let at = from; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit === 92) at += 1;
		else if (unit === 34) return at;
	}
	return text.length;
}

const controls: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** What is written between two quotation marks, also where it is no good JSON. */
export function unescapeJson(written: string): string {
	if (!written.includes('\\')) return written;
	return written.replace(/\\(?:u([\da-f]{4})|([^]))/gi, (_, unit?: string, other = '') =>
		unit === undefined ? (controls[other] ?? other) : String.fromCharCode(parseInt(unit, 16))
	);
}

class Scan<Context> {
	at: number;
	readonly found: Found<Context>[] = [];
	readonly #stack: Open<Context>[] = [];
	readonly #text: string;
	readonly #visitor: JsonVisitor<Context>;

	constructor(text: string, from: number, visitor: JsonVisitor<Context>) {
		this.#text = text;
		this.at = from;
		this.#visitor = visitor;
	}

	/** `inside`: the text begins in the middle of an object. */
	run(inside: boolean): void {
		if (inside) this.#push('', true);
		else if (!this.#value('')) return;
		while (this.#stack.length > 0) {
			const next = this.at + matchAt(space, this.#text, this.at).length;
			if (next >= this.#text.length) {
				this.at = next;
				return;
			}
			this.at = next;
			if (!this.#step()) return;
		}
	}

	#push(name: string, isObject: boolean): void {
		const outer = this.#stack.at(-1);
		this.#stack.push({
			context: this.#visitor.enter(name, outer),
			names: new Set(),
			isObject,
			under: name,
			wants: isObject ? 'name' : 'value'
		});
	}

	/** One token; false where it is none that can stand here. */
	#step(): boolean {
		const open = this.#stack.at(-1);
		const character = this.#text[this.at] ?? '';
		if (!open) return false;
		if (character === '}' || character === ']') {
			this.#stack.pop();
			this.at += 1;
			return true;
		}
		if (character === ',' && open.wants !== 'colon') {
			open.wants = open.isObject ? 'name' : 'value';
			this.at += 1;
			return true;
		}
		if (open.wants === 'name') return character === '"' && this.#name(open);
		if (open.wants === 'colon') {
			if (character !== ':') return false;
			open.wants = 'value';
			this.at += 1;
			return true;
		}
		if (open.wants !== 'value') return false;
		open.wants = 'comma';
		return this.#value(open.under);
	}

	#name(open: Open<Context>): boolean {
		const { value } = this.#string(undefined, open);
		open.names.add(value);
		open.under = value;
		open.wants = 'colon';
		return true;
	}

	#value(under: string): boolean {
		const frame = this.#stack.at(-1);
		const character = this.#text[this.at] ?? '';
		if (character === '{' || character === '[') {
			this.#push(under, character === '{');
			this.at += 1;
			return true;
		}
		if (character === '"') {
			this.#string(under, frame);
			return true;
		}
		const digits = matchAt(number, this.#text, this.at);
		const length = digits.length || matchAt(word, this.#text, this.at).length;
		if (digits !== '') {
			this.found.push({ from: this.at, to: this.at + length, under, value: digits, frame, closed: true });
		}
		this.at += length;
		return length > 0;
	}

	#string(under: string | undefined, frame: Open<Context> | undefined): Found<Context> {
		const end = endOfString(this.#text, this.at + 1);
		const value = unescapeJson(this.#text.slice(this.at + 1, end));
		const closed = end < this.#text.length;
		const one = { from: this.at, to: closed ? end + 1 : end, under, value, frame, closed };
		this.found.push(one);
		this.at = one.to;
		return one;
	}
}

/** A value as JSON; where the text was cut off in it, it stays open. */
const written = (value: string, closed: boolean): string =>
	JSON.stringify(value).slice(0, closed ? undefined : -1);

/**
 * The JSON that begins at `from`, rewritten, and where it ends: at its last bracket, where the text ends, or where it
 * is JSON no more. `inside`: there a member of an object begins, whose own beginning is cut off.
 */
export function rewriteJson<Context>(
	text: string,
	from: number,
	visitor: JsonVisitor<Context>,
	inside = false
): { text: string; end: number } {
	const scan = new Scan(text, from, visitor);
	scan.run(inside);
	const parts: string[] = [];
	let done = from;
	for (const { from: start, to, under, value, frame, closed } of scan.found) {
		const changed = under === undefined ? visitor.name(value) : visitor.value(under, value, frame);
		if (changed === value) continue;
		parts.push(text.slice(done, start), written(changed, closed));
		done = to;
	}
	return { text: parts.join('') + text.slice(done, scan.at), end: scan.at };
}

/** Where JSON may begin in a text: an object, an array of more than numbers, a member without its object. */
const beginnings = /\{(?=\s*(?:["}]|$))|\[(?=\s*["[{])|"(?=(?:[^"\\]|\\[^]){1,200}"\s*:)/g;

/** The text with its JSON rewritten by the visitor, and what is between by `other`. */
export function rewriteJsonIn<Context>(
	text: string,
	visitor: JsonVisitor<Context>,
	other: (between: string) => string
): string {
	const parts: string[] = [];
	let done = 0;
	beginnings.lastIndex = 0;
	for (let begin = beginnings.exec(text); begin; begin = beginnings.exec(text)) {
		const from = begin.index;
		const json = rewriteJson(text, from, visitor, begin[0] === '"');
		if (json.end > from + 1) {
			if (from > done) parts.push(other(text.slice(done, from)));
			parts.push(json.text);
			done = json.end;
		}
		beginnings.lastIndex = Math.max(json.end, from + 1);
	}
	if (done < text.length) parts.push(other(text.slice(done)));
	return parts.join('');
}
