/**
 * Naive Bayes over the same features, to compare with: how much of a feature the answers of a class have, evened out, and how
 * many answers it has. Nothing is weighed against anything, which is what the regression of `learn.ts` is for.
 */
import type { Packed } from '$lib/diagnosis/model/model';
import { classes, countsOf, fewestTexts, pack, type Example, type Weights } from './learn';

/** What each class is thought to have of each feature before any answer is seen. */
const evened = 0.05;

/** A share is one whatever is added to all scores: weights are told from their mean, so that they stay small. */
function centred(row: Float64Array): Float64Array {
	const mean = row.reduce((sum, weight) => sum + weight, 0) / row.length;
	return row.map((weight) => weight - mean);
}

export function learnBayes(examples: readonly Example[]): Omit<Packed, 'mix'> {
	const often = [...countsOf(examples)].flatMap(([name, count]) => (count >= fewestTexts ? [name] : []));
	const mass = new Map(often.map((name) => [name, new Float64Array(classes.length).fill(evened)]));
	const whole = new Float64Array(classes.length).fill(evened * often.length);
	const answers = new Float64Array(classes.length).fill(1);
	for (const { features, target } of examples) {
		target.forEach((share, k) => (answers[k]! += share));
		for (const [name, value] of features) {
			const row = mass.get(name);
			if (!row) continue;
			target.forEach((share, k) => {
				row[k]! += share * value;
				whole[k]! += share * value;
			});
		}
	}
	const weights: Weights = new Map(
		[...mass].map(([name, row]) => [name, centred(row.map((part, k) => Math.log(part / whole[k]!)))])
	);
	// The feature that every answer has, at half a unit.
	weights.set(
		'b:',
		centred(answers.map(Math.log)).map((weight) => weight * 2)
	);
	return pack(weights, examples);
}
