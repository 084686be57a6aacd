import { nothingRead, readAll, readOn, type Reading } from '$lib/flow/reading';
import type { Session, Walk } from '$lib/flow/session';
import type { Fact, Trace } from '$lib/trace/fact';

/**
 * Reads facts one after the other, however quickly they come, and holds what they mean. No reading rejects: one that
 * did would stop all that come after it. What could not be read is left out, counted, and can be read again.
 */
export class Reader {
	#snapshot = $state.raw<Reading>(nothingRead);
	#vain = $state.raw(0);
	#accepted = $state.raw(false);
	#waiting = $state(0);
	#last: Promise<void> = Promise.resolve();
	#changes: (from: Session, to: Session) => void;

	/** `changes` is told what the session was, before it is another one. */
	constructor(changes: (from: Session, to: Session) => void = () => undefined) {
		this.#changes = changes;
	}

	get trace(): Trace {
		return this.#snapshot.trace;
	}

	get walk(): Walk {
		return this.#snapshot.walk;
	}

	/** The view of the attempt that the walk goes on with. */
	get session(): Session {
		return this.#snapshot.session;
	}

	/** What happened and could not be read. `failures`: how often in a row that was tried. */
	get unread(): { facts: readonly Fact[]; failures: number } | undefined {
		const { unread } = this.#snapshot;
		return unread.length === 0 ? undefined : { facts: unread, failures: this.#vain };
	}

	/** Whether the walk may go on: everything was read, or the person said that it may go on without the rest. */
	get isWhole(): boolean {
		return this.#accepted || this.#snapshot.unread.length === 0;
	}

	/** Whether there is something that was not read yet: the session is that of before. */
	get isReading(): boolean {
		return this.#waiting > 0;
	}

	/** One more fact. */
	read(fact: Fact): Promise<void> {
		return this.#queue(() => readOn(this.#snapshot, fact));
	}

	/** Another trace in place of this one. */
	replace(trace: Trace): Promise<void> {
		return this.#queue(() => readAll(trace));
	}

	/** Everything from its start: what could not be read before may be there now. */
	again(): Promise<void> {
		return this.#queue(() => readAll(this.trace));
	}

	/** Goes on without what could not be read. */
	accept(): void {
		this.#accepted = true;
	}

	#queue(reading: () => Promise<Reading>): Promise<void> {
		this.#waiting += 1;
		this.#last = this.#last.then(async () => {
			const next = await reading();
			const isRead = next.unread.length === 0;
			this.#vain = isRead ? 0 : this.#vain + 1;
			this.#accepted &&= !isRead;
			this.#changes(this.#snapshot.session, next.session);
			this.#snapshot = next;
			this.#waiting -= 1;
		});
		return this.#last;
	}
}
