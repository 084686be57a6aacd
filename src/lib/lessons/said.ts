import type { PhraseId, Said, ValuesOf } from '$lib/lexicon/said';

/** The words of a phrase, with its values put in where it has some. */
export type PhraseText<Id extends PhraseId> =
	ValuesOf<Id, string> extends [] ? string : (...values: ValuesOf<Id, string>) => string;

/** The phrases of one language. One without its text does not compile. */
export type PhraseTexts = { [Id in PhraseId]: PhraseText<Id> };

/** Says in one language what checks say: a value as it is, a phrase in its words. */
export function readerOf(texts: PhraseTexts): (said: Said) => string {
	const read = (said: Said): string => {
		if (typeof said === 'string') return said;
		const text: string | ((...values: string[]) => string) = texts[said.say];
		return typeof text === 'string' ? text : text(...said.with.map(read));
	};
	return read;
}
