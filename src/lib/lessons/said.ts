import type { evidence } from '$lib/lexicon/evidence';
import type { keyNotes } from '$lib/lexicon/key-notes';
import type { phrases } from '$lib/lexicon/phrases';
import type { tokenPhrases } from '$lib/lexicon/token-phrases';
import type { PhraseList, Said, ValuesOf } from '$lib/lexicon/said';

/** The words of a phrase, with its values put in where it has some. */
type PhraseText<Values extends readonly string[]> = Values extends []
	? string
	: (...values: Values) => string;

type TextsOf<List extends PhraseList> = {
	[Id in keyof List]: PhraseText<ValuesOf<List, Id, string>>;
};

/** What checks say in one language. A phrase without its text does not compile. */
export type PhraseTexts = TextsOf<typeof phrases>;

/** The same of what a diagnosis has seen. */
export type EvidenceTexts = TextsOf<typeof evidence>;

/** The same of a token alone. */
export type TokenPhraseTexts = TextsOf<typeof tokenPhrases>;

/** The same of keys and signatures. */
export type KeyNoteTexts = TextsOf<typeof keyNotes>;

/**
 * Says in one language what is said: a value as it is, a phrase in its words. For a phrase that is not known, or that
 * lacks a value, nothing is made up: it is `unknown`.
 */
export function readerOf(
	texts: Readonly<Record<string, string | ((...values: string[]) => string)>>,
	unknown: string
): (said: Said) => string {
	const read = (said: Said): string => {
		if (typeof said === 'string') return said;
		const text = Object.hasOwn(texts, said.say) ? texts[said.say] : undefined;
		if (typeof text === 'string') return text;
		return text && said.with.length >= text.length ? text(...said.with.map(read)) : unknown;
	};
	return read;
}

/** Says in one language what has a name: by its text, and by the name itself where that is none of ours. */
export function namesIn(texts: Readonly<Record<string, string>>): (name: string) => string {
	return (name) => (Object.hasOwn(texts, name) ? (texts[name] ?? name) : name);
}
