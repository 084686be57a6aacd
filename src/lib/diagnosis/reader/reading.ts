/** What the reader of pasted texts finds, and where. */
import type { Seen } from '../seen';

/** What is read of a paste, in characters. */
export const longest = 200_000;

/** Offsets in the text as it was pasted; `end` is behind the last character. */
export interface Span {
	start: number;
	end: number;
}

export const within = (one: Span, other: Span): boolean => one.start >= other.start && one.end <= other.end;
export const touches = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** Something that may be the error: the place it stands at, and what it says, for `diagnose`. */
export interface Find {
	span: Span;
	seen: Seen;
	/** How much speaks for it, against the others of the same text. */
	weight: number;
	/** A whole text without a line that stands out: its lines may be told apart from it. */
	whole?: true;
}

/** Whether it is more than words: an error by its code, or the answer of a server. */
export const isTold = ({ seen }: Find): boolean => seen.error !== undefined || typeof seen.body === 'object';

/** Reads a text that stood inside of another one, at its place there. */
export type Inside = (text: string, span: Span) => Find[];

/** What somebody at the provider can look up: a name as it was written, and its value. */
export interface Reference {
	name: string;
	value: string;
}

/** A line as the forms see it: what stands before the message is taken off. */
export interface Line {
	/** In the whole text, with what stands before the message. */
	start: number;
	end: number;
	/** Where the message begins. */
	at: number;
	level: 'bad' | 'warning' | 'quiet' | undefined;
	/** A place in a program, as a stack trace lists them. */
	isFrame: boolean;
	/** Whether a time, a level or the name of a program stood before it. */
	isEntry: boolean;
}

/** The text to read, as long as what was pasted: what is no message is blanked out, so that places stay places. */
export interface Source {
	pasted: string;
	text: string;
	/** The same without addresses and objects, which are read by themselves: what is left are words. */
	words: string;
	lines: Line[];
}
