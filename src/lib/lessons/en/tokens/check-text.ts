import type { TokenPhraseId } from '$lib/lexicon/said';
import type { CheckAdvice } from '../checks/check-text';

/** The words of a check of a token alone. */
export interface TokenCheckText extends CheckAdvice {
	/** Two to six words. */
	label: string;
	/** What is true instead where the check found just this, by the phrase in its `actual`. */
	when?: Partial<Record<TokenPhraseId, CheckAdvice>>;
}
