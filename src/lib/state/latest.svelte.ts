/**
 * The newest value of a promise that changes with what it reads. The value before stays until the next has come, so
 * that nothing on screen is taken away in between, nor the focus with it. What rejects, most often a file that did not
 * arrive, is counted and can be asked for again: a view that shows the value shows that too.
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
	#asking = $state(true);

	constructor(ask: () => Promise<T>) {
		$effect(() => {
			void this.#tries;
			let wanted = true;
			this.#asking = true;
			void ask().then(
				(value) => {
					if (!wanted) return;
					this.#value = value;
					this.#settle(0);
				},
				() => {
					if (wanted) this.#settle(this.#failures + 1);
				}
			);
			return () => {
				wanted = false;
			};
		});
	}

	#settle(failures: number): void {
		this.#failures = failures;
		this.#asking = false;
	}

	get value(): T | undefined {
		return this.#value;
	}

	/** There when it was asked in vain: for a `PartMissing`. */
	get missing(): Missing | undefined {
		return this.#failures === 0
			? undefined
			: { failures: this.#failures, trying: this.#asking, again: () => (this.#tries += 1) };
	}
}
