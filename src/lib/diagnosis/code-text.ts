import type { Citation } from '$lib/lexicon/citations';
import type { DiagnosisStep } from './codes';

/** What a person reads about a diagnosis: one sentence each, general to all providers. */
export interface CodeText {
	title: string;
	meaning: string;
	steps: readonly DiagnosisStep[];
	happened: string;
	why: string;
	change: string;
	citations: readonly Citation[];
}
