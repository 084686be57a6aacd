/** Where a text stops being JSON, and what of it was whole before. Walked over once, however deep it is. */
import { parseJson } from './json';

/** `at`: the first character that no JSON has there, from 0. `cut`: it ends before it is whole, and nothing else is wrong. */
export interface JsonFault {
	at: number;
	cut: boolean;
}

const space = /[ \t\r\n]*/y;
const atom = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** What is on the way to be a number or a word, at the end of a text. */
const begun = /^(?:-|-?\d+(?:\.|(?:\.\d+)?[eE][+-]?)|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/;
const inString = /["\\\u0000-\u001f]/g;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type State = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'next';

function matchAt(form: RegExp, text: string, at: number): number {
	form.lastIndex = at;
	return form.exec(text)?.[0].length ?? 0;
}

/** Where the string that begins here ends, behind its quote; or what is wrong in it. */
function stringEnd(text: string, start: number): number | JsonFault {
	let at = start + 1;
	for (;;) {
		inString.lastIndex = at;
		const found = inString.exec(text);
		if (!found) return { at: text.length, cut: true };
		if (found[0] === '"') return found.index + 1;
		const length = found[0] === '\\' ? matchAt(escape, text, found.index) : 0;
		if (length === 0)
			return { at: found.index, cut: /^\\(?:u[0-9a-fA-F]{0,3})?$/.test(text.slice(found.index)) };
		at = found.index + length;
	}
}

/** The end of a string, a number or a word. */
function endOfValue(text: string, at: number): number | JsonFault {
	if (text[at] === '"') return stringEnd(text, at);
	const length = matchAt(atom, text, at);
	if (length > 0) return at + length;
	return { at, cut: begun.test(text.slice(at, at + 40)) };
}

class JsonWalk {
	/** What closes each container that is open. */
	#stack: string[] = [];
	#state: State = 'value';
	#at: number;
	/** Behind the last value that was whole, with so many containers around it. */
	#good = 0;
	#depth = 0;
	fault: JsonFault | undefined;

	readonly text: string;

	constructor(text: string) {
		this.text = text;
		this.#at = matchAt(space, text, 0);
		while (this.#at < text.length && !this.fault) {
			this.#step(text.charAt(this.#at));
			this.#at += matchAt(space, text, this.#at);
		}
		const isWhole = this.#state === 'next' && this.#stack.length === 0;
		if (!isWhole) this.fault ??= { at: text.length, cut: true };
	}

	/** What was whole, with the containers around it closed. */
	get beginning(): string {
		return this.text.slice(0, this.#good) + this.#stack.slice(0, this.#depth).toReversed().join('');
	}

	#step(sign: string): void {
		const closing = this.#stack.at(-1);
		if (this.#state === 'next' && closing === undefined) return this.#stop();
		const mayClose = this.#state === 'next' || this.#state === (sign === '}' ? 'first-key' : 'first-value');
		if (sign === closing && mayClose) {
			this.#stack.pop();
			return this.#whole(this.#at + 1);
		}
		switch (this.#state) {
			case 'next':
				return this.#sign(sign, ',', closing === '}' ? 'key' : 'value');
			case 'colon':
				return this.#sign(sign, ':', 'value');
			case 'key':
			case 'first-key':
				if (sign !== '"') return this.#stop();
				return this.#pass(stringEnd(this.text, this.#at), 'colon');
			default:
				return this.#value(sign);
		}
	}

	#value(sign: string): void {
		if (sign !== '{' && sign !== '[') {
			const end = endOfValue(this.text, this.#at);
			return typeof end === 'number' ? this.#whole(end) : this.#stop(end);
		}
		this.#stack.push(sign === '{' ? '}' : ']');
		this.#pass(this.#at + 1, sign === '{' ? 'first-key' : 'first-value');
	}

	#sign(found: string, wanted: string, next: State): void {
		if (found === wanted) this.#pass(this.#at + 1, next);
		else this.#stop();
	}

	#pass(end: number | JsonFault, next: State): void {
		if (typeof end !== 'number') return this.#stop(end);
		this.#at = end;
		this.#state = next;
	}

	#whole(end: number): void {
		this.#pass(end, 'next');
		[this.#good, this.#depth] = [end, this.#stack.length];
	}

	#stop(fault: JsonFault = { at: this.#at, cut: false }): void {
		this.fault = fault;
	}
}

/** Undefined: it is JSON (RFC 8259 §2). */
export const faultOfJson = (text: string): JsonFault | undefined => new JsonWalk(text).fault;

/**
 * The value that a text has, or had up to where it was cut off or stops being JSON: members that are whole, in containers
 * that are closed here. Undefined: nothing of it is whole.
 */
export function beginningOfJson(text: string): unknown {
	const walk = new JsonWalk(text);
	return parseJson(walk.fault ? walk.beginning : text);
}
