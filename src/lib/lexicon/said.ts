import type { evidence } from './evidence';
import type { keyNotes } from './key-notes';
import type { phrases } from './phrases';
import type { tokenPhrases } from './token-phrases';

export type PhraseId = keyof typeof phrases;

/** Also those that only tokens need which were brought alone. */
export type TokenPhraseId = PhraseId | keyof typeof tokenPhrases;

/**
 * Words for a person, as data: which phrase, and the values that stand in it, in the order of `phrases`. `say` makes
 * them; one out of a file, or of a server of another version, may have a key that is not known here.
 */
export interface Phrase {
	say: string;
	with: Said[];
}

/** What is told of something: a value as it was found, which needs no words, or a phrase. */
export type Said = string | Phrase;

type Each<Names, Value> = Names extends readonly [infer First, ...infer Rest]
	? First extends `...${string}`
		? Value[]
		: [Value, ...Each<Rest, Value>]
	: [];

/** Phrases by their keys, each with the names of its values. */
export type PhraseList = Readonly<Record<string, readonly string[]>>;

/** One value for each name of the phrase: a missing one does not compile. */
export type ValuesOf<List extends PhraseList, Id extends keyof List, Value = Said> = Each<List[Id], Value>;

const sayerOf =
	<List extends PhraseList>() =>
	<Id extends keyof List & string>(id: Id, ...values: ValuesOf<List, Id, Said | number>): Phrase => ({
		say: id,
		with: values.map((value) => (typeof value === 'number' ? String(value) : value))
	});

/** A phrase of a check with its values. */
export const say = sayerOf<typeof phrases>();

/** The same of a token alone, in words that nothing else needs. */
export const sayOfToken = sayerOf<typeof phrases & typeof tokenPhrases>();

/** The same of what a diagnosis has seen. */
export const tell = sayerOf<typeof evidence>();

/** The same of keys, of a signature, and of what is encrypted. */
export const note = sayerOf<typeof keyNotes>();

/** Whether it is this phrase, whatever the values in it. */
export const says = (said: Said | undefined, id: PhraseId): boolean =>
	typeof said === 'object' && said.say === id;
