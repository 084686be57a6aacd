import type { PhraseId } from '$lib/lexicon/said';

/** The words of a check. `expected` and `actual` come from the check itself; these say what they mean. */
export interface CheckText extends CheckAdvice {
	/** Two to six words. */
	label: string;
	/** What is true instead where the check found just this, by the phrase in its `actual`. */
	when?: Partial<Record<PhraseId, CheckAdvice>>;
}

export interface CheckAdvice {
	/** What happened when it fails or warns, and why it matters. */
	fails: string;
	/** What to change. */
	fix: string;
}
