import type { DiagnosisCode } from '$lib/lexicon/causes';
import type { Said } from '$lib/lexicon/said';

/** One sign that speaks for a code: `weight` is 0..1, `because` is what was seen: its words are in `lessons`. */
export interface Sign {
	code: DiagnosisCode;
	weight: number;
	because: Said;
}

/** `confidence` is 0..1: it orders the answers, and of those with 0.9 about nine in ten are right (see the report). */
export interface Diagnosis {
	code: DiagnosisCode;
	confidence: number;
	evidence: Said[];
}
