/** Which language a clause is in: by its script, and where that is Latin by its words. */
import { german } from './de';
import { lettersOfEnglish } from './english';
import { spanish } from './es';
import { french } from './fr';
import { italian } from './it';
import { japanese } from './ja';
import { korean } from './ko';
import type { Language } from './language';
import { dutch } from './nl';
import { polish } from './pl';
import { portuguese } from './pt';
import { russian } from './ru';
import { folded, Vocabulary, type Kind } from './vocabulary';
import { chinese } from './zh';

/** Made when the first clause asks for it. */
const lazily = (kind: Kind, languages: readonly Language[]): (() => readonly Vocabulary[]) => {
	let made: readonly Vocabulary[] | undefined;
	return () => (made ??= languages.map((language) => new Vocabulary(language, kind)));
};

/** The first script that a clause has a letter of: Japanese has Chinese letters too. */
const byScript: readonly (readonly [RegExp, () => readonly Vocabulary[]])[] = [
	[/[\u3041-\u30fa]/, lazily('unspaced', [japanese])],
	[/[\uac00-\ud7a3]/, lazily('unspaced', [korean])],
	[/\p{Script=Han}/u, lazily('unspaced', [chinese])],
	[/[\u0430-\u044f]/, lazily('spaced', [russian])]
];

const latin = lazily('spaced', [german, french, spanish, portuguese, italian, dutch, polish]);

/** Fewer letters of a language may stand in an English text by chance. */
const fewestLetters = 5;

/** The words of a language of ours that a clause, in lower case and without accents, is in; undefined for English and all others. */
export function vocabularyOf(clause: string): Vocabulary | undefined {
	const script = byScript.find(([letters]) => letters.test(clause))?.[1];
	if (script) return script()[0];
	const ofEnglish = lettersOfEnglish(clause);
	if (ofEnglish * 2 >= clause.length) return undefined;
	const best = latin()
		.map((vocabulary) => ({ vocabulary, shown: vocabulary.shownIn(clause) }))
		.reduce((one, other) => (other.shown > one.shown ? other : one));
	return best.shown >= fewestLetters && best.shown > ofEnglish ? best.vocabulary : undefined;
}

/** A clause, in lower case and without punctuation, in English words as far as they are known; undefined when it is in none of our languages. */
export function inEnglish(clause: string): string | undefined {
	const plain = folded(clause);
	return vocabularyOf(plain)?.inEnglish(plain);
}
