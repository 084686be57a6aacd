import type { PhraseId, Said, ValuesOf } from '$lib/lexicon/said';

/** The words of a phrase, with its values put in where it has some. */
export type PhraseText<Id extends PhraseId> =
	ValuesOf<Id, string> extends [] ? string : (...values: ValuesOf<Id, string>) => string;

/** The phrases of one language. One without its text does not compile. */
export type PhraseTexts = { [Id in PhraseId]: PhraseText<Id> };

/**
 * Says in one language what checks say: a value as it is, a phrase in its words. For a phrase that is not known, or that
 * lacks a value, nothing is made up.
 */
export function readerOf(texts: PhraseTexts): (said: Said) => string {
	const known: Readonly<Record<string, string | ((...values: string[]) => string)>> = texts;
	const read = (said: Said): string => {
		if (typeof said === 'string') return said;
		const text = Object.hasOwn(known, said.say) ? known[said.say] : undefined;
		if (typeof text === 'string') return text;
		return text && said.with.length >= text.length ? text(...said.with.map(read)) : texts['not-known'];
	};
	return read;
}

/** Says in one language what has a name: by its text, and by the name itself where that is none of ours. */
export function namesIn(texts: Readonly<Record<string, string>>): (name: string) => string {
	return (name) => (Object.hasOwn(texts, name) ? (texts[name] ?? name) : name);
}
