/** One setting that somebody changed; `from` and `to` where both are short and no secret. */
export interface Change {
	label: string;
	from?: string;
	to?: string;
}

/** The form that is open on the page, as the bar at its foot sees it. */
export interface OpenForm {
	/** Of the form's element: the button that saves stands outside of it. */
	readonly id: string;
	/** What the record is called as it is kept. */
	readonly name: string;
	readonly isNew: boolean;
	readonly isChanged: boolean;
	/** Somebody has begun to type: the record stays on the page, whatever becomes of it elsewhere. */
	readonly isBegun: boolean;
	/** Somebody has typed what would be lost. */
	readonly isTyped: boolean;
	readonly changes: readonly Change[];
	/** What is wrong, or what another tab did. */
	readonly trouble: string;
	save(): Promise<boolean>;
	discard(): void;
}

/** What was done last. */
export interface Done {
	kind: 'saved' | 'added' | 'deleted';
	name: string;
	changes: readonly Change[];
}

/**
 * What is typed on the page and not kept. There is one form at a time. Who wants to leave it is asked first, and goes on
 * when it is decided; whoever stays finds everything as it was.
 */
export class Unsaved {
	#form = $state.raw<OpenForm>();
	#onward = $state.raw<() => void>();
	#done = $state.raw<Done>();

	/** `form` may have getters: what they read is followed. Returns what takes it back. */
	open(form: OpenForm): () => void {
		this.#form = form;
		this.#onward = undefined;
		return () => {
			if (this.#form === form) this.#form = undefined;
		};
	}

	get form(): OpenForm | undefined {
		return this.#form;
	}

	/** True from the moment somebody wants to leave until it is decided. */
	get isAsking(): boolean {
		return this.#onward !== undefined;
	}

	get done(): Done | undefined {
		return this.#form?.isTyped ? undefined : this.#done;
	}

	tell(done: Done | undefined): void {
		this.#done = done;
	}

	/** Whether nothing is lost by leaving now. Else the person is asked, and `onward` waits for the answer. */
	mayLeave(onward: () => void): boolean {
		if (!this.#form?.isTyped) return true;
		this.#onward = onward;
		return false;
	}

	stay(): void {
		this.#onward = undefined;
	}

	/** Goes on when it is kept; what cannot be kept is not left. */
	async saveAndLeave(): Promise<void> {
		const onward = this.#onward;
		this.stay();
		if (await this.#form?.save()) onward?.();
	}

	discardAndLeave(): void {
		const onward = this.#onward;
		this.stay();
		this.#form?.discard();
		onward?.();
	}
}
