import type { Term } from '$lib/lexicon/terms';

/** The terms that a text explains on request, each with the words that stand for it there. */
export type Terms = Partial<Record<Term, string>>;
