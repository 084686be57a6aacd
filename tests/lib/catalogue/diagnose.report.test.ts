import { describe, expect, it } from 'vitest';
import { readSeen } from '$lib/catalogue/seen';
import { textRules, textSigns } from '$lib/catalogue/text-signs';
import { answerBy, entriesOf, measure, measureByCode, type Entry, type Figures } from './measure';

/**
 * How good the diagnosis is, printed and held to.
 *
 * Nothing is trained: the rules are hand-made, so plain figures on texts that they were made from say little. What
 * keeps this honest:
 * - `firstReading`: the figures of the first run over each set, noted before one answer of that set was looked at. The
 *   rules were made from half of the providers; each of the other sets was finished before it was first run.
 * - leave-one-provider-out, the strict way: for each provider, every text rule that no other provider of the
 *   collection supports (by a correct answer) is taken away before that provider's texts are diagnosed.
 */
const firstReading: Record<string, Partial<Figures>> = {
	'half of the providers': {
		entries: 77,
		topOne: 0.909,
		recallAtThree: 0.885,
		precision: 0.83,
		recall: 0.838
	},
	'unseen-errors': { entries: 221, topOne: 0.968, recallAtThree: 0.967, precision: 0.862, recall: 0.956 },
	'paraphrased-errors': {
		entries: 162,
		topOne: 0.897,
		recallAtThree: 0.913,
		precision: 0.824,
		recall: 0.918
	},
	'blind-errors': { entries: 115, topOne: 0.876, recallAtThree: 0.881, precision: 0.876, recall: 0.883 },
	'terse-errors': { entries: 88, topOne: 0.895, recallAtThree: 0.895, precision: 0.875, recall: 0.895 },
	'recalled-errors': { entries: 138, topOne: 0.913, recallAtThree: 0.896, precision: 0.857, recall: 0.872 }
};

const known = entriesOf('provider-errors');
const ownSets = ['unseen-errors', 'paraphrased-errors', 'recalled-errors', 'blind-errors', 'terse-errors'];
const everything = [...known, ...ownSets.flatMap(entriesOf)];

const percent = (number: number | undefined): string => `${((number ?? 0) * 100).toFixed(1)} %`.padStart(8);

const line = (name: string, figures: Partial<Figures>): string =>
	`${name.padEnd(42)}${String(figures.entries).padStart(5)}  top-1 ${percent(figures.topOne)}  recall@3 ${percent(figures.recallAtThree)}  precision ${percent(figures.precision)}  recall ${percent(figures.recall)}`;

const report = (title: string, lines: readonly string[]): void => {
	process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
};

/** For each rule the providers whose texts it answers correctly. */
function supportOf(entries: readonly Entry[]): Map<object, Set<string>> {
	const support = new Map<object, Set<string>>(textRules.map((rule) => [rule, new Set<string>()]));
	for (const entry of entries) {
		const read = readSeen(entry);
		for (const rule of textRules) {
			const told = textSigns([...read.texts, read.error], read.step, [rule]);
			if (told.some(({ code }) => rule.codes.includes(code) && entry.codes.includes(code))) {
				support.get(rule)?.add(entry.provider);
			}
		}
	}
	return support;
}

describe('diagnose, measured', () => {
	it('answers the collected texts', () => {
		const figures = measure(known, answerBy());
		report('All collected texts', [line('provider-errors', figures)]);
		expect(figures.topOne).toBeGreaterThan(0.97);
		expect(figures.recallAtThree).toBeGreaterThan(0.95);
		expect(figures.precision).toBeGreaterThan(0.95);
		expect(figures.recall).toBeGreaterThan(0.94);
	});

	it.each([
		['unseen-errors', 0.97, 0.92],
		['paraphrased-errors', 0.97, 0.95],
		['recalled-errors', 0.95, 0.91],
		['blind-errors', 0.95, 0.93],
		['terse-errors', 0.95, 0.93]
	])('answers %s', (name, topOne, precision) => {
		const figures = measure(entriesOf(name), answerBy());
		report(name, [
			line('first reading, before any answer was seen', firstReading[name] ?? {}),
			line('today', figures)
		]);
		expect(figures.topOne).toBeGreaterThan(topOne);
		expect(figures.precision).toBeGreaterThan(precision);
	});

	it('answers a provider without the rules that only this provider supports', () => {
		const support = supportOf(known);
		const providers = [...new Set(known.map(({ provider }) => provider))];
		const rulesWithout = (provider: string) =>
			textRules.filter((rule) => [...(support.get(rule) ?? [])].some((other) => other !== provider));
		const answers = new Map(providers.map((provider) => [provider, answerBy(rulesWithout(provider))]));
		const figures = measure(known, (entry) => answers.get(entry.provider)?.(entry) ?? []);
		report('Leave one provider out', [
			line('first reading: half of the providers', firstReading['half of the providers'] ?? {}),
			line('leave-one-provider-out, all providers', figures),
			...providers.map((provider) =>
				line(
					`  without ${provider}`,
					measure(
						known.filter((entry) => entry.provider === provider),
						answers.get(provider) ?? (() => [])
					)
				)
			)
		]);
		expect(figures.topOne).toBeGreaterThan(0.8);
	});

	it('knows each code', () => {
		const figures = measureByCode(everything, answerBy());
		report(
			'Per code, over all sets',
			figures.map(
				({ code, entries, precision, recall }) =>
					`${code.padEnd(42)}${String(entries).padStart(5)}  precision ${percent(precision)}  recall ${percent(recall)}`
			)
		);
		for (const { code, precision, recall } of figures) {
			expect(precision, `precision of ${code}`).toBeGreaterThan(0.6);
			expect(recall, `recall of ${code}`).toBeGreaterThan(0.6);
		}
	});

	it('says nothing where nothing is known', () => {
		const silent = everything.filter(({ codes }) => codes.length === 0);
		expect(silent.length).toBeGreaterThan(8);
		expect(silent.filter((entry) => answerBy()(entry).length > 0)).toEqual([]);
	});
});
