import type { IntakeFailure } from '$lib/lexicon/failure';

/**
 * What the person is typing and has not sent: kept at each keystroke, so that a reload loses nothing. Texts by
 * name; a name that was never written has none.
 */
export interface StoredDrafts {
	read(): Promise<{ value: Record<string, string>; trouble?: IntakeFailure }>;
	write(values: Record<string, string>): void;
}

export class Drafts {
	#stored: StoredDrafts;
	#values = $state<Record<string, string>>({});
	#trouble = $state.raw<IntakeFailure>();
	/** Names of what ends with the page. */
	#unwritten: readonly string[] = [];

	constructor(stored: StoredDrafts) {
		this.#stored = stored;
	}

	async restore(): Promise<void> {
		const { value, trouble } = await this.#stored.read();
		this.#values = value;
		this.#trouble = trouble;
	}

	/** What of it could not be read. */
	get trouble(): IntakeFailure | undefined {
		return this.#trouble;
	}

	get(name: string): string | undefined {
		return this.#values[name];
	}

	/** What is written down of it: all but secrets. */
	get written(): Record<string, string> {
		const all = Object.entries($state.snapshot(this.#values));
		return Object.fromEntries(all.filter(([name]) => !this.#unwritten.includes(name)));
	}

	/** Something else in the place of everything that is typed. */
	replace(values: Record<string, string>): void {
		this.#values = { ...values };
		this.#unwritten = [];
		this.#write();
	}

	/** `secret`: it is remembered while the page is open, and never written down. */
	set(name: string, value: string, secret = false): void {
		this.#unwritten = [...this.#unwritten.filter((other) => other !== name), ...(secret ? [name] : [])];
		this.#values[name] = value;
		this.#write();
	}

	clear(name: string): void {
		delete this.#values[name];
		this.#write();
	}

	/** Makes of everything that is typed what it shall be. */
	change(next: (values: Record<string, string>) => Record<string, string>): void {
		this.#values = next($state.snapshot(this.#values));
		this.#write();
	}

	#write(): void {
		this.#stored.write(this.written);
	}
}
