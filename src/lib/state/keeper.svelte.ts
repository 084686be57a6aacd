import type { Memory } from '$lib/flow/world';
import type { IntakeFailure } from '$lib/lexicon/failure';
import type { Result } from '$lib/lexicon/result';
import { withoutClientSecret, withoutClientSecrets } from '$lib/trace/client-secret';
import type { Fact, Trace } from '$lib/trace/fact';

/** The trace as it is kept between reloads, without the secrets of clients, and what is wrong with that place. */
export class Keeper {
	#memory: Memory;
	#trouble = $state.raw<IntakeFailure>();
	#trace: Trace = [];
	#replacements = 0;

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

	/** What was kept, and what has happened since it was asked for. Undefined: it cannot be read, and `trouble` says why. */
	async load(): Promise<Trace | undefined> {
		const replacements = this.#replacements;
		const kept = await this.#memory.load();
		if (replacements !== this.#replacements) return undefined;
		this.#trouble = kept.ok ? this.#memory.lost() : kept.failure;
		if (!kept.ok) return undefined;
		this.#trace = [...kept.value, ...this.#trace];
		return this.#trace;
	}

	/** What has room is kept when this returns; the promise waits for what has not. */
	append(fact: Fact): Promise<void> {
		this.#trace = [...this.#trace, fact];
		return this.#tell(this.#memory.append(withoutClientSecret(fact)));
	}

	replace(trace: Trace): Promise<void> {
		this.#replacements += 1;
		this.#trace = trace;
		return this.#tell(this.#memory.replace(withoutClientSecrets(trace)));
	}

	/** Whether there is room to keep this trace. Nothing is replaced by asking. */
	fits(trace: Trace): boolean {
		return this.#memory.fits(withoutClientSecrets(trace));
	}

	async #tell(keeping: Promise<Result<true, IntakeFailure>>): Promise<void> {
		const kept = await keeping;
		this.#trouble = kept.ok ? undefined : kept.failure;
	}
}
