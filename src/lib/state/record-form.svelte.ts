/**
 * One record while somebody types about it: the draft, what is wrong in it, and how it is kept. What another tab does to
 * the record meanwhile is told, and nothing that was typed is lost by it.
 */
import type { Result } from '$lib/lexicon/result';
import type { WriteFailure } from './realm.svelte';

/** What is typed into a form, by the names of its fields. */
export type Draft = Record<string, string | boolean | string[]>;

/** What is wrong, by field: which line of a list, and what to write instead. */
export type Faults = Record<string, string>;

/** What a form is about: all of it may change while somebody types. */
export interface RecordPorts<T> {
	/** As it is kept now; of a new one, what it starts as. */
	readonly item: T;
	/** Not kept yet, or no longer. */
	readonly isNew: boolean;
	toDraft(item: T): Draft;
	parse(draft: Draft, item: T): Result<T, Faults>;
	/** `before`: as it was when somebody began to type. */
	put(next: T, before: T): Promise<WriteFailure | undefined>;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export class RecordForm<T> {
	readonly #ports: RecordPorts<T>;
	#typed = $state.raw<Draft>();
	/** The record as it was when somebody began to type. */
	#base = $state.raw<T>();
	#faults = $state.raw<Faults>({});
	#refused = $state.raw<WriteFailure>();

	constructor(ports: RecordPorts<T>) {
		this.#ports = ports;
	}

	/** As it is kept, in the words of the form. */
	get kept(): Draft {
		return this.#ports.toDraft(this.#ports.item);
	}

	get draft(): Draft {
		return this.#typed ?? this.kept;
	}

	set draft(next: Draft) {
		this.#base ??= this.#ports.item;
		this.#typed = next;
		this.#refused = undefined;
		// A fault that was said is taken back once it is gone; a new one is said when the record is to be saved.
		if (Object.keys(this.#faults).length > 0) this.#faults = this.#faultsIn(next);
	}

	get faults(): Faults {
		return this.#faults;
	}

	/** Why it was not kept the last time. */
	get refused(): WriteFailure | undefined {
		return this.#refused;
	}

	/** Somebody has begun to type, whatever became of the record meanwhile. */
	get isBegun(): boolean {
		return this.#typed !== undefined;
	}

	/** Somebody has typed what is not kept: it would be lost. */
	get isTyped(): boolean {
		return this.#typed !== undefined && !isSame(this.#typed, this.kept);
	}

	/** There is something to save. */
	get isChanged(): boolean {
		return this.#ports.isNew || this.isTyped;
	}

	/** Another tab made something else of the record since somebody began to type. */
	get isElsewhere(): boolean {
		return this.#base !== undefined && !isSame(this.#base, this.#ports.item);
	}

	/** The record as it is typed; undefined while that is not valid. */
	get current(): T | undefined {
		const parsed = this.#ports.parse(this.draft, this.#ports.item);
		return parsed.ok ? parsed.value : undefined;
	}

	#faultsIn(draft: Draft): Faults {
		const parsed = this.#ports.parse(draft, this.#ports.item);
		return parsed.ok ? {} : parsed.failure;
	}

	/** What is kept from now on; undefined: nothing was, and why is said. */
	async save(): Promise<T | undefined> {
		const { current } = this;
		this.#faults = this.#faultsIn(this.draft);
		if (current === undefined) return undefined;
		const sent = this.#typed;
		this.#refused = await this.#ports.put(current, this.#base ?? this.#ports.item);
		if (!this.#refused) {
			// What was typed while it was written stays.
			if (this.#typed === sent) this.discard();
			else this.#base = current;
			return current;
		}
		// Who was told saves the next time over what the other made.
		if (this.#refused.reason === 'changed') this.#base = undefined;
		return undefined;
	}

	discard(): void {
		this.#typed = undefined;
		this.#base = undefined;
		this.#faults = {};
		this.#refused = undefined;
	}
}
