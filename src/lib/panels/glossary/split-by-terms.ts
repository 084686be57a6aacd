import type { Term } from '$lib/lexicon/terms';
import type { Terms } from '$lib/lessons/terms';

interface Piece {
	text: string;
	term?: Term;
}

/** A text in pieces: the first place of each term is one of its own. What does not stand in the text is in none. */
export function splitByTerms(text: string, terms: Terms): Piece[] {
	let pieces: Piece[] = [{ text }];
	for (const [term, word] of Object.entries(terms) as [Term, string][]) {
		const at = pieces.findIndex((piece) => piece.term === undefined && piece.text.includes(word));
		const found = pieces[at];
		if (!found) continue;
		const start = found.text.indexOf(word);
		const around = [
			{ text: found.text.slice(0, start) },
			{ text: word, term },
			{ text: found.text.slice(start + word.length) }
		];
		pieces = pieces.toSpliced(at, 1, ...around.filter((piece) => piece.text !== ''));
	}
	return pieces;
}
