import type { FactOf } from '$lib/trace/fact';

/** The answer that came last while this page was open: what is announced, and brought into view once. */
export class NewestResponse {
	#last = $state.raw<FactOf<'exchanged'>>();
	#unseen: string | undefined;

	get last(): FactOf<'exchanged'> | undefined {
		return this.#last;
	}

	tell(fact: FactOf<'exchanged'>): void {
		this.#unseen = fact.exchange.id;
		this.#last = fact;
	}

	/** Whether this answer has just come: true once, and never for what a reload or another panel shows again. */
	isNew(id: string): boolean {
		const isNew = this.#unseen === id;
		if (isNew) this.#unseen = undefined;
		return isNew;
	}
}
