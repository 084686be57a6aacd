/**
 * How right the diagnosis is on texts of sources that it has not seen: `npm run bench:diagnosis`. Whole sources are left out
 * in turn, in five parts; `-- collections` leaves out whole collections instead, which is harder: whoever collects has a habit.
 * `-- curve` and `-- methods` compare: what more sources are worth, and what another method would be.
 */
import { corpus, isUnseenByRules } from './corpus';
import { printCurve, printMethods } from './compare';
import { binsOf, figuresOf } from './figures';
import { leaveOut, measureAll, type Measured } from './left-out';

const percent = (number: number): string =>
	(Number.isNaN(number) ? '–' : (number * 100).toFixed(1)).padStart(8);

const columns = ['rules', 'words', 'first', 'any', 'sure', 'wrongAndSure', 'calibration'] as const;

function line(name: string, measured: readonly Measured[]): string {
	const figures = figuresOf(measured);
	return `${name.padEnd(34)}${String(figures.texts).padStart(6)}${columns.map((column) => percent(figures[column])).join('')}`;
}

const groups: readonly [string, (one: Measured) => boolean][] = [
	['all', () => true],
	['  structured', ({ text }) => text.kind === 'structured'],
	['  client-side', ({ text }) => text.kind === 'client'],
	['  pasted', ({ text }) => text.kind === 'pasted'],
	['  not English', ({ text }) => text.lang !== 'en'],
	['  reported, collected elsewhere', ({ text }) => text.set === 'reported']
];

const collections = ['reported', 'threads', 'client', 'languages'];
function printFigures(byCollection: boolean): void {
	const left = leaveOut(
		corpus,
		byCollection ? { fold: ({ set }) => collections.findIndex((name) => set.startsWith(name)) } : {}
	);
	const measured = measureAll(left);
	const unseen = measured.filter(({ text }) => isUnseenByRules(text));

	console.log(
		`${corpus.length} texts of ${new Set(corpus.map(({ source }) => source)).size} sources; ${byCollection ? 'whole collections' : 'whole sources'} left out`
	);
	console.log(`${' '.repeat(34)} texts   rules   words   first     any    sure  w+sure     ECE`);
	for (const told of [false, true]) {
		console.log(told ? 'step told' : 'step not told');
		const here = unseen.filter((one) => one.told === told);
		for (const [name, holds] of groups) console.log(line(name, here.filter(holds)));
		console.log(
			line(
				'  texts the rules were made from',
				measured.filter((one) => one.told === told && !isUnseenByRules(one.text))
			)
		);
	}
	console.log('\nHow sure, and how often right (both, all texts the rules have not seen)');
	for (const { from, texts, said, right } of binsOf(unseen))
		console.log(
			`from ${from.toFixed(1)}${String(texts).padStart(6)}  said ${percent(said)}  right ${percent(right)}`
		);
	console.log('\nBy cause, step told (texts, first right)');
	const codes = [...new Set(unseen.flatMap(({ text }) => text.codes.slice(0, 1)))].toSorted();
	for (const code of codes)
		console.log(
			line(
				code,
				unseen.filter(({ told, text }) => told && text.codes[0] === code)
			)
		);
}

const [, , asked] = process.argv;
if (asked === 'curve') printCurve();
else if (asked === 'methods') printMethods();
else printFigures(asked === 'collections');
