/**
 * Whether the words of an answer are known at all. Where they are not, what stands beside them still decides, its code, its
 * status, names of parameters within it, and the answer says that it rests on these alone.
 */
import { tell, type Said } from '$lib/lexicon/said';
import { withoutErrorNames } from '../error-signs';
import { clausesOf } from '../normalise';
import { saysAnything, thingsIn } from './features';
import type { Model } from './model';

/** Shorter words stand in any language: `in`, `der`, `para`. */
const fewestLetters = 5;

/** A word that labelled answers have taught something about. */
const isTaught = (word: string, learned: Model): boolean =>
	word.length >= fewestLetters && /^[a-z]+$/.test(word) && learned.amountsOf(`w:${word}`).length > 0;

export type Understanding = 'words' | 'names' | 'nothing';

export function understandingOf(texts: readonly string[], learned: Model): Understanding {
	const clauses = texts.flatMap((text) => clausesOf(withoutErrorNames(text)));
	const isSaid = clauses.some(
		({ plain }) => saysAnything(plain) || plain.split(' ').some((word) => isTaught(word, learned))
	);
	if (isSaid || clauses.length === 0) return 'words';
	return clauses.some(({ plain }) => thingsIn(plain).length > 0) ? 'names' : 'nothing';
}

/** Names as protocols write them. */
const parameterNames = /\b[a-z]+(?:_[a-z]+)+\b/g;

/** A code or a status, where there is nothing else to go by. */
function alone(said: Said): Said {
	if (typeof said === 'string') return said;
	const [value = ''] = said.with;
	if (said.say === 'error-code') return tell('code-alone', value);
	return said.say === 'http-status' ? tell('status-alone', value) : said;
}

/** What a cause rests on, with the word that the text was not understood, or only names in it. */
export function evidenceBeside(
	understanding: Understanding,
	texts: readonly string[],
	evidence: readonly Said[]
): Said[] {
	if (understanding === 'nothing') return evidence.map(alone);
	const names = understanding === 'names' ? [...new Set(texts.join(' ').match(parameterNames))] : [];
	if (names.length === 0) return [...evidence];
	// A wording that was not understood resembles nothing.
	const seen = evidence.filter((said) => typeof said === 'string' || said.say !== 'resembles');
	return [...seen, tell('names-alone', ...names)];
}
