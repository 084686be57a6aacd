import type { DiagnosisCode } from '$lib/lexicon/causes';
import type { Said } from '$lib/lexicon/said';

/** One sign that speaks for a code: `weight` is 0..1, `because` is what was seen: its words are in `lessons`. */
export interface Sign {
	code: DiagnosisCode;
	weight: number;
	because: Said;
	/** It is the provider's own number, header or habit: no word that could be read in another way. */
	own?: true;
}

/**
 * `confidence` is 0..1. Of words: how often such an answer was right on sources that were left out. Of facts of the run, codes of a
 * provider and errors of the standard alone: a weight given by hand, which was not measured by itself.
 */
export interface Diagnosis {
	code: DiagnosisCode;
	confidence: number;
	evidence: Said[];
	own?: true;
}
