/**
 * The newest value of a promise that changes with what it reads. The value before stays until the next has come, so
 * that nothing on screen is taken away in between, nor the focus with it: `isNewest` says which of them it is. What
 * rejects, most often a file that did not arrive, is counted and can be asked for again: a view that shows the value
 * shows that too.
 */
interface Missing {
	/** How often in a row. */
	failures: number;
	trying: boolean;
	again: () => void;
}

export class Latest<T> {
	#value = $state.raw<T>();
	#failures = $state(0);
	#tries = $state(0);
	#ask: () => Promise<T>;
	/** Another promise as soon as what was read for it is another, before any effect has run. */
	#asked = $derived.by(() => {
		void this.#tries;
		return this.#ask();
	});
	/** The promise that came to its end last. */
	#ended = $state.raw<Promise<T>>();

	constructor(ask: () => Promise<T>) {
		this.#ask = ask;
		$effect(() => {
			const asked = this.#asked;
			let wanted = true;
			void asked.then(
				(value) => {
					if (!wanted) return;
					this.#value = value;
					this.#end(asked, 0);
				},
				() => {
					if (wanted) this.#end(asked, this.#failures + 1);
				}
			);
			return () => {
				wanted = false;
			};
		});
	}

	#end(asked: Promise<T>, failures: number): void {
		this.#failures = failures;
		this.#ended = asked;
	}

	get value(): T | undefined {
		return this.#value;
	}

	/** Whether the value is made of what there is now. Whoever acts on a value asks this first. */
	get isNewest(): boolean {
		return this.#ended === this.#asked && this.#failures === 0;
	}

	/** There when it was asked in vain: for a `PartMissing`. */
	get missing(): Missing | undefined {
		return this.#failures === 0
			? undefined
			: {
					failures: this.#failures,
					trying: this.#ended !== this.#asked,
					again: () => (this.#tries += 1)
				};
	}
}
