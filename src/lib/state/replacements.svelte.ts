import { stepOfFact } from '$lib/flow/step-of-fact';
import type { Walk } from '$lib/flow/session';
import type { IntakeFailure } from '$lib/lexicon/failure';
import type { Result } from '$lib/lexicon/result';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import type { Trace } from '$lib/trace/fact';
import type { Replacement } from '$lib/trace/replacement';
import { ConfigurationDraft } from './configuration-draft.svelte';
import type { Drafts } from './drafts.svelte';
import type { Playground } from './playground.svelte';
import { onlyKnown } from '$lib/lexicon/only-known';

export interface StoredReplacement {
	read(): Promise<Result<Replacement | undefined, IntakeFailure>>;
	write(value: Replacement): Result<true, IntakeFailure>;
	clear(): void;
}

/** Facts of what crossed the network. */
const crossing: ReadonlySet<string> = new Set(['exchanged', 'left', 'returned', 'beside']);

/** `opens`: the attempt of the new walk to look at first, where it is not the newest. */
type Next = Pick<Replacement, 'by' | 'file'> & {
	trace: Trace;
	drafts?: Record<string, string>;
	opens?: (walk: Walk) => number | undefined;
};

/**
 * Puts another walk in the place of this one, and keeps this one: the offer to bring it back stays until the next
 * replacement or until it is dismissed, also after a reload.
 */
export class Replacements {
	#playground: Playground;
	#drafts: Drafts;
	#stored: StoredReplacement;
	#last = $state.raw<Replacement>();
	#brief = $state(false);

	constructor(playground: Playground, drafts: Drafts, stored: StoredReplacement) {
		this.#playground = playground;
		this.#drafts = drafts;
		this.#stored = stored;
	}

	/** What was replaced last, and by what. */
	get last(): Replacement | undefined {
		return this.#last;
	}

	/** To be asked when the walk is there. What was replaced meanwhile is newer. */
	async restore(): Promise<void> {
		if (this.#last) return;
		const kept = await this.#stored.read();
		if (this.#last) return;
		const last = kept.ok ? kept.value : undefined;
		// What should take the place of the walk did not: this is the one from before, and what was typed for it.
		if (this.#playground.trouble?.reason === 'walk-not-kept') {
			if (last?.walk) this.#drafts.replace(last.walk.drafts);
			this.#stored.clear();
		} else this.#last = last;
	}

	/** Whether the walk that was replaced has no room in the tab: it is here as long as the page is open. */
	get isBrief(): boolean {
		return this.#brief;
	}

	/** Whether there is room for both walks, so that a reload keeps the offer. Nothing is replaced by asking. */
	fits(next: Next): boolean {
		const both = this.#fitsBeside(this.#replacement(next), next);
		if (this.#last) this.#stored.write(this.#last);
		else this.#stored.clear();
		return both;
	}

	async replace(next: Next): Promise<void> {
		const replacement = this.#replacement(next);
		this.#last = replacement;
		this.#brief = !this.#fitsBeside(replacement, next);
		if (this.#brief) this.#stored.clear();
		await this.#playground.replace(next.trace);
		const first = next.opens?.(this.#playground.walk);
		if (first !== undefined) await this.#playground.open(first);
		// What was typed for one walk is not for another.
		this.#drafts.replace(next.drafts ?? {});
		if (!next.drafts) this.#showConfiguration();
	}

	/** Brings back what was replaced; what took its place can be brought back in turn. */
	async undo(): Promise<void> {
		const walk = this.#last?.walk;
		if (walk) await this.replace({ by: 'undo', ...walk });
	}

	dismiss(): void {
		this.#last = undefined;
		this.#stored.clear();
	}

	/**
	 * Where to look at what has come: the step of the message that was brought alone; else the first that failed, or the last
	 * one that was reached.
	 */
	get place(): StepId {
		const newest = this.#playground.trace.at(-1);
		if (this.#last?.by === 'pasted' && newest) return stepOfFact(newest);
		const is = (wanted: string) => (id: StepId) => this.#playground.status(id) === wanted;
		// Of a recording without any message of the walk, what stands beside it is all that there is.
		const beside = this.#playground.session.beside.at(-1)?.step;
		return stepIds.find(is('failed')) ?? stepIds.findLast(is('done')) ?? beside ?? 'configure';
	}

	/** Writes what is replaced, and says whether what replaces it has room as well. */
	#fitsBeside(replacement: Replacement, next: Next): boolean {
		return this.#stored.write(replacement).ok && this.#playground.fits(next.trace);
	}

	#replacement({ by, file, trace }: Next): Replacement {
		const { trace: old } = this.#playground;
		return {
			by,
			...onlyKnown({ file }),
			messages: trace.filter(({ kind }) => crossing.has(kind)).length,
			...(old.length === 0 ? {} : { walk: { trace: old, drafts: this.#drafts.written } })
		};
	}

	/** The first form shows what the walk goes by now, not what was typed before it. */
	#showConfiguration(): void {
		const { configuration } = this.#playground.session;
		if (configuration) new ConfigurationDraft(this.#drafts, configuration).fill(configuration);
	}
}
