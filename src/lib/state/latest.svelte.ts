/**
 * The newest value of a promise that changes with what it reads. The value before stays until the next has come, so
 * that nothing on screen is taken away in between, nor the focus with it.
 */
export class Latest<T> {
	#value = $state.raw<T>();

	constructor(ask: () => Promise<T>) {
		$effect(() => {
			let wanted = true;
			void ask().then((value) => {
				if (wanted) this.#value = value;
			});
			return () => {
				wanted = false;
			};
		});
	}

	get value(): T | undefined {
		return this.#value;
	}
}
