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

/** `confidence` is 0..1: how often such an answer was right on texts of sources that were left out (see the report). */
export interface Diagnosis {
	code: DiagnosisCode;
	confidence: number;
	evidence: Said[];
	own?: true;
}
