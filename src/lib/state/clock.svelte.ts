import { createSubscriber } from 'svelte/reactivity';

/** The time that is shown: it goes on while something on the page shows it, and stands when nothing does. */
export class Clock {
	readonly #now: () => number;
	readonly #follow: () => void;

	/** `beats`: acts again and again, until what it returned is called. */
	constructor(now: () => number, beats: (act: () => void) => () => void) {
		this.#now = now;
		this.#follow = createSubscriber(beats);
	}

	/** Milliseconds since the epoch. */
	get now(): number {
		this.#follow();
		return this.#now();
	}
}
