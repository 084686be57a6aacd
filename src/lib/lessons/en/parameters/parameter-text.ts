import type { Citation } from '$lib/lexicon/citations';

/** The words of a parameter. */
export interface ParameterText {
	what: string;
	/** What breaks, or who attacks, without it. Missing where nothing does. */
	without?: string;
	rfc: Citation;
}
