/**
 * Cuts values out of a JSON text by its bytes, while it comes piece by piece. What is cut out is given to a real parser;
 * here only strings and brackets are told apart, so that a text of any size is walked over once and never held whole.
 */

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
/** With this bit set a bracket is the brace of its side. */
const asBrace = 0x20;
const [opening, closing] = [0x7b, 0x7d];
const openBracket = 0x5b;
/** A string of this many bytes is named apart: whoever reads the value may not need it. */
export const longString = 1_024;
/** Bytes of one value. A longer one is walked over and not given to anybody. */
const mostValue = 96_000_000;
/** So many bytes without a sign, and the next sign is looked for by the platform. */
const quiet = 64;

export interface JsonSink {
	/** Whether what stands at this path is opened, so that its members come one by one; those of a list as `*`. */
	opens: (path: readonly string[], isList: boolean) => boolean;
	/**
	 * `bytes`: of one value, good until this returns; undefined when it was too large. `long`: where strings of many bytes
	 * begin and end in it, the quotes left out.
	 */
	value: (path: readonly string[], bytes: Uint8Array | undefined, long: readonly number[]) => void;
}

type State = 'value' | 'key' | 'in-key' | 'colon' | 'next' | 'in-value' | 'broken';

const isSpace = (byte: number): boolean => byte <= 0x20;

export class JsonCutter {
	#sink: JsonSink;
	#bytes: Uint8Array = new Uint8Array(0);
	#length = 0;
	#isOwn = false;
	/** Where the value or the name begins that is being read; nothing before it is needed any more. */
	#start = 0;
	#at = 0;
	#state: State = 'value';
	/** What is open: the names on the way, and whether each is a list. */
	#path: string[] = [];
	#lists: boolean[] = [];
	#name = '';
	#depth = 0;
	#isInString = false;
	/** Where that string begins, behind its quote. */
	#string = 0;
	#long: number[] = [];
	#isLost = false;

	constructor(sink: JsonSink) {
		this.#sink = sink;
	}

	/** Whether everything that was begun has ended. */
	get isWhole(): boolean {
		return this.#lists.length === 0 && this.#state !== 'in-value' && this.#state !== 'broken';
	}

	/** Whether it stands where no JSON goes on. */
	get isBroken(): boolean {
		return this.#state === 'broken';
	}

	push(chunk: Uint8Array): void {
		if (this.isBroken) return;
		this.#take(chunk);
		while (this.#at < this.#length && !this.isBroken) this.#step();
	}

	/** Ends the text: a number at its end is whole only now. */
	end(): void {
		if (this.#state === 'in-value' && this.#depth === 0 && !this.#isInString) this.#finish();
	}

	/** What is still needed of the piece before, and this one behind it. */
	#take(chunk: Uint8Array): void {
		const isBegun = this.#state === 'in-value' || this.#state === 'in-key';
		if (!isBegun || this.#isLost) this.#start = Math.min(this.#at, this.#length);
		const rest = this.#length - this.#start;
		if (rest > mostValue) return this.#lose(chunk);
		if (rest === 0) {
			this.#shift(this.#start);
			this.#bytes = chunk;
			this.#isOwn = false;
			this.#length = chunk.length;
			return;
		}
		if (!this.#isOwn || this.#bytes.length - this.#length < chunk.length) {
			const grown = new Uint8Array((rest + chunk.length) * 2);
			grown.set(this.#bytes.subarray(this.#start, this.#length));
			this.#bytes = grown;
			this.#isOwn = true;
			this.#shift(this.#start);
			this.#length = rest;
		}
		this.#bytes.set(chunk, this.#length);
		this.#length += chunk.length;
	}

	#lose(chunk: Uint8Array): void {
		this.#isLost = true;
		this.#long = [];
		this.#take(chunk);
	}

	#shift(by: number): void {
		this.#at -= by;
		this.#start -= by;
		this.#string -= by;
	}

	#step(): void {
		if (this.#state === 'in-value') return this.#scan();
		if (this.#state === 'in-key') return this.#readKey();
		const byte = this.#bytes[this.#at] ?? 0;
		if (isSpace(byte)) {
			this.#at += 1;
			return;
		}
		if (this.#state === 'value') return this.#begin(byte);
		this.#at += 1;
		if (this.#state === 'colon') {
			this.#state = byte === colon ? 'value' : 'broken';
		} else if ((byte | asBrace) === closing) {
			this.#close();
		} else if (this.#state === 'key') {
			this.#start = this.#at - 1;
			this.#state = byte === quote ? 'in-key' : 'broken';
		} else {
			const isList = this.#lists.at(-1) ?? true;
			this.#state = byte === comma ? (isList ? 'value' : 'key') : 'broken';
		}
	}

	#close(): void {
		this.#lists.pop();
		this.#path.pop();
		// Behind the text another one may stand: lines of JSON.
		this.#state = this.#lists.length === 0 ? 'value' : 'next';
	}

	/** Of a list its members have one name. */
	get #here(): string[] {
		const isList = this.#lists.at(-1);
		return isList === undefined ? [] : [...this.#path.slice(1), isList ? '*' : this.#name];
	}

	#begin(byte: number): void {
		const path = this.#here;
		const isContainer = (byte | asBrace) === opening;
		const isTop = this.#lists.length === 0;
		if (isContainer && this.#sink.opens(path, byte === openBracket)) {
			this.#at += 1;
			this.#path.push(path.at(-1) ?? '');
			this.#lists.push(byte === openBracket);
			this.#state = byte === openBracket ? 'value' : 'key';
			return;
		}
		// A list may be empty, and texts behind each other may have signs between them.
		if ((byte | asBrace) === closing && !isTop) {
			this.#at += 1;
			return this.#close();
		}
		if (byte === comma && isTop) {
			this.#at += 1;
			return;
		}
		if (!isContainer && !/["\d\-tfn]/.test(String.fromCharCode(byte))) {
			this.#state = 'broken';
			return;
		}
		this.#start = this.#at;
		this.#depth = 0;
		this.#isInString = false;
		this.#state = 'in-value';
	}

	#readKey(): void {
		const end = this.#endOfString();
		if (end < 0) return;
		this.#name = new TextDecoder().decode(this.#bytes.subarray(this.#start + 1, end));
		this.#at = end + 1;
		this.#state = 'colon';
	}

	/** The place of the quote that ends the string; -1: it is in none of the pieces so far. */
	#endOfString(): number {
		const bytes = this.#bytes;
		const end = this.#length;
		let at = this.#at;
		let calm = 0;
		while (at < end) {
			const byte = bytes[at];
			if (byte === quote) return at;
			if (byte === backslash) {
				at += 2;
				calm = 0;
			} else if (calm < quiet) {
				at += 1;
				calm += 1;
			} else {
				at = this.#nextSign(at);
				calm = 0;
			}
		}
		// Behind a backslash at the end of a piece the first sign of the next one counts for nothing.
		this.#at = at;
		return -1;
	}

	/** The next quote or backslash, in what has come so far. */
	#nextSign(from: number): number {
		const seen = this.#bytes.subarray(0, this.#length);
		const end = seen.indexOf(quote, from);
		const until = end < 0 ? this.#length : end;
		const escape = seen.subarray(from, until).indexOf(backslash);
		return escape < 0 ? until : from + escape;
	}

	/** Goes on in the value that was begun. */
	#scan(): void {
		const bytes = this.#bytes;
		const length = this.#length;
		let at = this.#at;
		let depth = this.#depth;
		while (at < length) {
			if (this.#isInString) {
				this.#at = at;
				this.#depth = depth;
				const end = this.#endOfString();
				if (end < 0) return;
				this.#endString(end);
				at = end + 1;
				if (depth === 0) return this.#finish(at);
				continue;
			}
			const byte = bytes[at] ?? 0;
			const brace = byte | asBrace;
			if (byte === quote) {
				this.#isInString = true;
				this.#string = at + 1;
			} else if (brace === opening) {
				depth += 1;
			} else if (brace === closing) {
				depth -= 1;
				if (depth <= 0) return this.#finish(depth < 0 ? at : at + 1);
			} else if (depth === 0 && (byte === comma || isSpace(byte))) {
				return this.#finish(at);
			}
			at += 1;
		}
		this.#at = at;
		this.#depth = depth;
	}

	#endString(end: number): void {
		this.#isInString = false;
		if (end - this.#string >= longString && !this.#isLost)
			this.#long.push(this.#string - this.#start, end - this.#start);
	}

	#finish(end = this.#length): void {
		this.#at = end;
		this.#state = this.#lists.length === 0 ? 'value' : 'next';
		const bytes = this.#isLost ? undefined : this.#bytes.subarray(this.#start, end);
		const long = this.#long;
		this.#long = [];
		this.#isLost = false;
		this.#sink.value(this.#here, bytes, long);
	}
}
