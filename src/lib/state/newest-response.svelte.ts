import type { FactOf } from '$lib/trace/fact';

type Answered = Pick<FactOf<'exchanged'>, 'move' | 'exchange'>;

/** The answer that came last while this page was open: what is announced, and brought into view once. */
export class NewestResponse {
	#last = $state.raw<Answered>();
	#unseen: string | undefined;

	get last(): Answered | undefined {
		return this.#last;
	}

	tell(answered: Answered): void {
		this.#unseen = answered.exchange.id;
		this.#last = answered;
	}

	/** Whether this answer has just come: true once, and never for what a reload or another panel shows again. */
	isNew(id: string): boolean {
		const isNew = this.#unseen === id;
		if (isNew) this.#unseen = undefined;
		return isNew;
	}
}
