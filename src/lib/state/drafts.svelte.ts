/**
 * What the person is typing and has not sent: kept at each keystroke, so that a reload loses nothing. Texts by
 * name; a name that was never written has none.
 */
export interface DraftShelf {
	read(): Record<string, string>;
	write(values: Record<string, string>): void;
}

export class Drafts {
	#shelf: DraftShelf;
	#values = $state<Record<string, string>>({});

	constructor(shelf: DraftShelf) {
		this.#shelf = shelf;
	}

	restore(): void {
		this.#values = this.#shelf.read();
	}

	get(name: string): string | undefined {
		return this.#values[name];
	}

	set(name: string, value: string): void {
		this.#values[name] = value;
		this.#shelf.write($state.snapshot(this.#values));
	}

	clear(name: string): void {
		delete this.#values[name];
		this.#shelf.write($state.snapshot(this.#values));
	}
}
