/**
 * What more sources are worth, and what another method would be: `npm run bench:diagnosis -- curve` and `-- methods`. On the
 * texts that the rules have not seen, whole sources left out.
 */
import { hashOf } from '$lib/diagnosis/model/model';
import { learnBayes } from './bayes';
import { corpus, isUnseenByRules, type Text } from './corpus';
import { figuresOf } from './figures';
import { learn } from './learn';
import { leaveOut, measureAll, type Otherwise } from './left-out';

const percent = (number: number): string => (number * 100).toFixed(1).padStart(7);

function line(name: string, otherwise: Otherwise): string {
	const unseen = measureAll(leaveOut(corpus, otherwise)).filter(({ text }) => isUnseenByRules(text));
	const columns = [false, true].map((told) => {
		const { words, first, wrongAndSure } = figuresOf(unseen.filter((one) => one.told === told));
		return [words, first, wrongAndSure].map(percent).join('');
	});
	return `${name.padEnd(26)}${columns.join('   ')}`;
}

const heading = (what: string): string =>
	`${what.padEnd(26)}${['  words  first w+sure', '  words  first w+sure'].join('   ')}   (step not told; told)`;

/** A source is in the first quarters by its name, whatever its fold is. */
const isAmong =
	(quarters: number) =>
	({ source }: Text): boolean =>
		hashOf(`quarter of ${source}`) % 4 < quarters;

export function printCurve(): void {
	console.log(heading('sources learned from'));
	for (const quarters of [1, 2, 3, 4]) {
		const sources = new Set(corpus.filter(isAmong(quarters)).map(({ source }) => source)).size;
		console.log(line(`${quarters * 25} %, ${sources} of them`, { isKept: isAmong(quarters) }));
	}
}

export function printMethods(): void {
	console.log(heading('method'));
	console.log(line('logistic regression', { learner: learn }));
	console.log(line('naive Bayes', { learner: learnBayes }));
}
