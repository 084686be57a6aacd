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

interface Scan {
	fault?: JsonFault;
	/** Behind the last value that was whole, with so many containers around it. */
	good: number;
	closings: string[];
}

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

function scan(text: string): Scan {
	const stack: string[] = [];
	const result: Scan = { good: 0, closings: [] };
	let depth = 0;
	let state: State = 'value';
	let at = matchAt(space, text, 0);
	const whole = (): void => {
		state = 'next';
		[result.good, depth] = [at, stack.length];
	};
	const stopped = (fault: JsonFault): Scan => ({
		...result,
		fault,
		closings: stack.slice(0, depth).toReversed()
	});
	while (at < text.length) {
		const sign = text.charAt(at);
		if (state === 'next' && stack.length === 0) return stopped({ at, cut: false });
		const isClosing =
			sign === stack.at(-1) && (state === 'next' || state === (sign === '}' ? 'first-key' : 'first-value'));
		if (isClosing) {
			at += 1;
			stack.pop();
			whole();
		} else if (state === 'next') {
			if (sign !== ',') return stopped({ at, cut: false });
			at += 1;
			state = stack.at(-1) === '}' ? 'key' : 'value';
		} else if (state === 'colon') {
			if (sign !== ':') return stopped({ at, cut: false });
			at += 1;
			state = 'value';
		} else if (state === 'key' || state === 'first-key') {
			const end = sign === '"' ? stringEnd(text, at) : { at, cut: false };
			if (typeof end !== 'number') return stopped(end);
			at = end;
			state = 'colon';
		} else if (sign === '{' || sign === '[') {
			stack.push(sign === '{' ? '}' : ']');
			at += 1;
			state = sign === '{' ? 'first-key' : 'first-value';
		} else {
			const end = endOfValue(text, at);
			if (typeof end !== 'number') return stopped(end);
			at = end;
			whole();
		}
		at += matchAt(space, text, at);
	}
	return state === 'next' && stack.length === 0 ? result : stopped({ at: text.length, cut: true });
}

/** Undefined: it is JSON (RFC 8259 §2). */
export const faultOfJson = (text: string): JsonFault | undefined => scan(text).fault;

/**
 * The value that a text has, or had up to where it was cut off or stops being JSON: members that are whole, in containers
 * that are closed here. Undefined: nothing of it is whole.
 */
export function beginningOfJson(text: string): unknown {
	const { fault, good, closings } = scan(text);
	return parseJson(fault ? `${text.slice(0, good)}${closings.join('')}` : text);
}
