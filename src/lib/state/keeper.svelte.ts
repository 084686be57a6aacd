import type { Memory } from '$lib/flow/world';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { withoutClientSecrets } from '$lib/trace/client-secret';
import type { Trace } from '$lib/trace/fact';

/** The trace as it is kept between reloads, without the secrets of clients, and what is wrong with that place. */
export class Keeper {
	#memory: Memory;
	#trouble = $state.raw<IntakeFailure>();
	#trace: Trace = [];

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** What is kept: ahead of what is read while a fact is being read. */
	get trace(): Trace {
		return this.#trace;
	}

	get trouble(): IntakeFailure | undefined {
		return this.#trouble;
	}

	/** What `load` could not read, as text. It holds secrets. */
	get unreadable(): string | undefined {
		return this.#trouble?.reason === 'storage-unreadable' ? this.#memory.putAside().at(-1) : undefined;
	}

	/** Undefined: it cannot be read, and `trouble` says why. */
	load(): Trace | undefined {
		const kept = this.#memory.load();
		this.#trouble = kept.ok ? undefined : kept.failure;
		if (!kept.ok) return undefined;
		this.#trace = kept.value;
		return kept.value;
	}

	keep(trace: Trace): void {
		this.#trace = trace;
		const saved = this.#memory.save(withoutClientSecrets(trace));
		this.#trouble = saved.ok ? undefined : saved.failure;
	}

	/** Whether there is room to keep this trace. Nothing is replaced by asking. */
	fits(trace: Trace): boolean {
		const { ok } = this.#memory.save(withoutClientSecrets(trace));
		this.#memory.save(withoutClientSecrets(this.#trace));
		return ok;
	}
}
