import type { DiagnosisCode } from '$lib/lexicon/causes';
import { diagnose } from '$lib/diagnosis/diagnose';
import { confidenceOf, weighedOf } from '$lib/diagnosis/model/mix';
import { Model, type Packed } from '$lib/diagnosis/model/model';
import { comparedOf } from '$lib/diagnosis/model/resembled';
import { askedOf, foldOf, type Asked } from './answers';
import { isUnseenByRules, type Text } from './corpus';
import { isLearned, learn, targetOf } from './learn';

const folds = 5;

export type FoldOf = (text: Text) => number;

export type Learner = typeof learn;

/** Each text once, with the step that its source tells. */
export const learnFrom = (asked: readonly Asked[], learner: Learner = learn): Omit<Packed, 'mix'> =>
	learner(
		asked
			.filter(({ told, text }) => told && isLearned(text))
			.map(({ features, read, text }) => ({ features, step: read.step, target: targetOf(text.codes) }))
	);

/** A text with a model that has learned from all sources but those of its fold. */
export interface LeftOut {
	asked: Asked;
	fold: number;
	model: Model;
}

/** What may be otherwise than in the model that is kept. */
export interface Otherwise {
	fold?: FoldOf;
	learner?: Learner;
	/** Whether a text of another fold may be learned from. */
	isKept?: (text: Text) => boolean;
}

export function leaveOut(
	texts: readonly Text[],
	{ fold = (text) => foldOf(text, folds), learner = learn, isKept = () => true }: Otherwise = {}
): LeftOut[] {
	const asked = texts.flatMap((text) => [askedOf(text, true), askedOf(text, false)]);
	return [...new Set(texts.map(fold))].flatMap((left) => {
		const known = asked.filter(({ text }) => fold(text) !== left && isKept(text));
		const model = new Model({ ...learnFrom(known, learner), mix: [] });
		return asked.filter(({ text }) => fold(text) === left).map((one) => ({ asked: one, fold: left, model }));
	});
}

const pairsOf = (texts: readonly LeftOut[]): { weighed: number[]; right: boolean }[] =>
	texts.flatMap(({ asked: { text, read, found }, model }) => {
		const compared = comparedOf(read, found, model);
		if (!compared) return [];
		return compared.candidates.map((code) => ({
			weighed: weighedOf(code, compared),
			right: text.codes.includes(code)
		}));
	});

/** Logistic regression by plain gradient descent: ten numbers, so any method finds the same. */
export function fitMix(texts: readonly LeftOut[]): number[] {
	const pairs = pairsOf(texts);
	let mix = Array.from({ length: pairs[0]?.weighed.length ?? 0 }, () => 0);
	for (let round = 0; round < 3000; round++) {
		const slope = mix.map((weight) => weight * 1e-3);
		for (const { weighed, right } of pairs) {
			const off = (confidenceOf(weighed, mix) - (right ? 1 : 0)) / pairs.length;
			weighed.forEach((number, at) => (slope[at]! += off * number));
		}
		mix = mix.map((weight, at) => weight - 2 * slope[at]!);
	}
	return mix.map((weight) => Number(weight.toFixed(3)));
}

export interface Told {
	code: DiagnosisCode | undefined;
	confidence: number;
}

export interface Measured {
	text: Text;
	told: boolean;
	rules: Told;
	words: Told;
	/** What the diagnosis says, first answer first. */
	both: Told[];
}

const first = ([one]: readonly { code: DiagnosisCode; confidence: number }[]): Told => ({
	code: one?.code,
	confidence: one?.confidence ?? 0
});

/**
 * The diagnosis of every text by weights and a mix that have not seen its source. The mix is fitted on what the rules have not
 * seen, on the other folds.
 */
export function measureAll(left: readonly LeftOut[]): Measured[] {
	const unseen = left.filter(({ asked }) => isUnseenByRules(asked.text));
	return [...new Set(left.map(({ fold }) => fold))].flatMap((fold) => {
		const mix = fitMix(unseen.filter((one) => one.fold !== fold));
		const here = left.filter((one) => one.fold === fold);
		const model = new Model({ ...here[0]!.model.packed, mix });
		return here.map(({ asked: { text, told, seen, read, found, features } }) => ({
			text,
			told,
			rules: first(found.toSorted((one, other) => other.confidence - one.confidence)),
			words: first(
				[...model.shares(features, read.step)]
					.flatMap(([code, confidence]) => (code === 'none' ? [] : [{ code, confidence }]))
					.toSorted((one, other) => other.confidence - one.confidence)
			),
			both: diagnose(seen, {}, model)
		}));
	});
}
