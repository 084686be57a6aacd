/** What a file says of itself, as a fact of its walk: what the file lacks is not known there, and nobody's fault. */
import { onlyKnown } from '$lib/lexicon/only-known';
import type { FactOf } from '$lib/trace/fact';
import { readVerdicts } from '$lib/trace/verdict';
import { countsOf, type FileAbout, type Named } from './about';

const nameOf = (one: Named | undefined): string | undefined =>
	one && `${one.name} ${one.version ?? ''}`.trim();

export const importedFact = (about: FileAbout, at: number): FactOf<'imported'> => ({
	kind: 'imported',
	at,
	entries: about.entries,
	unread: countsOf(about.unread),
	lacks: about.lacks,
	...onlyKnown({
		recorder: nameOf(about.recorder),
		browser: nameOf(about.browser),
		first: about.first,
		last: about.last,
		said: readVerdicts(about.said)
	}),
	...(about.notes.includes('cut-off') ? { cutOff: true } : {})
});
