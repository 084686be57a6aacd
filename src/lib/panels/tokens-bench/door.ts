/** What the bench is given by the page: the clock, and what reads and checks. Nothing of it rejects but a lost part. */
import type { Judgement, Opened, Question, Typed } from '$lib/tokens/judging';
import type { Snippet } from 'svelte';
import type { ReadToken, Reading } from '$lib/tokens/reading';

export interface Door {
	/** Milliseconds since the epoch. */
	now: () => number;
	everySecond: (act: () => void) => () => void;
	read: (text: string) => Promise<Reading>;
	judge: (question: Question) => Promise<Judgement>;
	/** Undefined: there is no key to try. */
	open: (given: { token: string; typed: Typed }) => Promise<Opened | undefined>;
}

/** Shows a token: which one, its place, those beside it, and what it is called. */
export type TokenView = Snippet<[ReadToken, number, readonly ReadToken[], string]>;
