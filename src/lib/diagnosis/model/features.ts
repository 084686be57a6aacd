/**
 * What a failed answer is, as the learned weights see it: a list of named features. Words and their neighbours are taken
 * from the one form of a text (`../normalise`), so `callback url` and `redirect_uri` are the same feature; runs of
 * characters from the text as written, so that a misspelt or an unknown word still resembles a known one; and the pairs of a
 * thing and a statement (`REDIRECT` with `mismatch`), for sentences that were never seen.
 */
import { concepts, saidIn, type Concept } from '../concepts';
import { clausesOf } from '../normalise';
import type { Read } from '../seen';

/** A feature of an answer: its name begins with its kind, `w:` words, `c:` characters, `p:` thing and statement. */
export type Features = ReadonlyMap<string, number>;

type Answer = Pick<Read, 'texts' | 'error' | 'status'>;

/** The feature that all answers have: how often a cause comes, whatever is said. */
export const everyAnswer = 'b:';

/** Whether a feature is a run of characters and no word. */
export const isRun = (name: string): boolean => name.startsWith('c:');

const mostCharacters = 1200;
const conceptNames = Object.keys(concepts) as Concept[];

/** Runs of three to five characters of each word, with its edges. */
function characterRuns(text: string): string[] {
	const flat = ` ${text
		.slice(0, mostCharacters)
		.toLowerCase()
		.replace(/\d+/g, '0')
		.replace(/[\s"'`]+/g, ' ')
		.trim()} `;
	const runs: string[] = [];
	for (let at = 0; at < flat.length; at++) {
		for (const length of [3, 4, 5]) {
			if (at + length <= flat.length) runs.push(flat.slice(at, at + length));
		}
	}
	return runs;
}

const mostWords = 60;

/** The words of a clause, alone and with the one or two that follow. */
export const wordsOf = (plain: string): string[] => neighbours(plain.split(' ').slice(0, mostWords));

const neighbours = (words: readonly string[]): string[] =>
	words.flatMap((word, at) => [
		word,
		...[2, 3]
			.filter((length) => at + length <= words.length)
			.map((length) => words.slice(at, at + length).join(' '))
	]);

const thingsIn = (plain: string): string[] => [...new Set(plain.match(/\b[A-Z]{3,}\b/g))];

const conceptsIn = (plain: string): string[] =>
	conceptNames.filter((name) => saidIn(plain, name) !== undefined);

/** Every feature of one kind shares one unit of length, so a long text shouts no louder than a short one. */
function put(features: Map<string, number>, kind: string, names: readonly string[], length: number): void {
	const distinct = [...new Set(names)];
	const value = length / Math.sqrt(Math.max(distinct.length, 1));
	for (const name of distinct) features.set(`${kind}:${name}`, value);
}

export function featuresOf({ texts, error, status }: Answer): Features {
	const features = new Map<string, number>();
	const clauses = clausesOf(texts.join('\n')).map(({ plain }) => plain);
	const errorPlain = clausesOf(error).map(({ plain }) => plain);
	const all = [...clauses, ...errorPlain];
	const pairs = all.flatMap((plain) => {
		const [things, said] = [thingsIn(plain), conceptsIn(plain)];
		return things.flatMap((thing) => [thing, ...said.map((concept) => `${thing} ${concept}`)]);
	});
	put(features, 'w', clauses.flatMap(wordsOf), 1);
	put(features, 'c', characterRuns(texts.join(' ') || error), 1);
	put(features, 'p', pairs, 1);
	put(features, 's', all.flatMap(conceptsIn), 0.5);
	if (error !== '') put(features, 'e', [error.toLowerCase().slice(0, 80)], 0.7);
	if (status !== undefined) put(features, 'h', [String(status)], 0.4);
	features.set(everyAnswer, 0.5);
	return features;
}
