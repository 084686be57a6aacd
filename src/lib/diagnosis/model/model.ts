/**
 * What labelled answers of many servers have taught: for each feature (`./features`) how much it speaks for which cause.
 * The weights are made by `npm run train:diagnosis` from `tests/diagnosis/corpus.json`; how they are written down is read here
 * alone: one character for a number, because text of few characters is what a compressor packs best.
 */
import type { DiagnosisCode, DiagnosisStep } from '$lib/lexicon/causes';
import type { Features } from './features';
import { learned } from './weights';

export type Class = DiagnosisCode | 'none';

/** Probabilities of the causes, and of none of them: together 1. */
export type Shares = ReadonlyMap<Class, number>;

export interface Packed {
	classes: readonly Class[];
	/** How many labelled answers each class was learned from. */
	examples: readonly number[];
	/** Features by their hash, in order: what is added to the one before, in base 64, four digits each. */
	hashes: string;
	/** For each feature how many classes it speaks of, then these classes, then by how much. */
	counts: string;
	places: string;
	amounts: string;
	/** What one step of an amount is worth. */
	step: number;
	/** How often a class comes at each step, 0..1: of its examples, evened out. */
	steps: Readonly<Record<DiagnosisStep, readonly number[]>>;
	/** What `./mix` weighs rules and shares with. */
	mix: readonly number[];
}

/** Characters that JSON and a script write as they are. */
export const firstCharacter = 35;
export const characterOf = (number: number): string =>
	String.fromCharCode(firstCharacter + number + (number >= 57 ? 1 : 0));
const numberAt = (text: string, at: number): number => {
	const number = text.charCodeAt(at) - firstCharacter;
	return number > 57 ? number - 1 : number;
};

/** An amount is a character for −20 to 20 steps. */
export const mostSteps = 20;

/** FNV-1a over the characters, 24 bits of it: 6,000 of 16 million, so hardly a feature is taken for another. */
export function hashOf(name: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
	return (hash ^ (hash >>> 24)) & 0xffffff;
}

/** A cause that comes more rarely at a step is no answer there. */
const leastAtStep = 0.02;

/** Scores as shares that are one together. */
export function softmax(scores: Float64Array): Float64Array {
	const most = Math.max(...scores);
	const raised = scores.map((score) => Math.exp(score - most));
	const sum = raised.reduce((total, part) => total + part, 0);
	return raised.map((part) => part / sum);
}

interface Row {
	places: number[];
	amounts: number[];
}

export class Model {
	readonly classes: readonly Class[];
	readonly #rows = new Map<number, Row>();

	constructor(readonly packed: Packed) {
		this.classes = packed.classes;
		let [hash, at] = [0, 0];
		for (let feature = 0; feature < packed.counts.length; feature++) {
			for (let digit = 0, shift = 18; digit < 4; digit++, shift -= 6)
				hash += numberAt(packed.hashes, feature * 4 + digit) << shift;
			const row: Row = { places: [], amounts: [] };
			for (let end = at + numberAt(packed.counts, feature); at < end; at++) {
				row.places.push(numberAt(packed.places, at));
				row.amounts.push((numberAt(packed.amounts, at) - mostSteps) * packed.step);
			}
			this.#rows.set(hash, row);
		}
	}

	/** Whether labelled answers had this cause at this step, or the step is not known. */
	isMetAt(code: Class, step: DiagnosisStep | undefined): boolean {
		return step === undefined || (this.packed.steps[step][this.classes.indexOf(code)] ?? 0) >= leastAtStep;
	}

	/** How much one feature speaks for each class. */
	amountsOf(name: string): readonly [Class, number][] {
		const row = this.#rows.get(hashOf(name));
		return (row?.places ?? []).flatMap((place, at): [Class, number][] => {
			const found = this.classes[place];
			return found === undefined ? [] : [[found, row?.amounts[at] ?? 0]];
		});
	}

	/** Bayes: the words and the step speak for a cause independently of each other. */
	shares(features: Features, step?: DiagnosisStep): Shares {
		const scores = Float64Array.from(this.classes, (_, place) =>
			step === undefined ? 0 : Math.log(this.packed.steps[step][place] ?? 1)
		);
		for (const [name, value] of features) {
			const row = this.#rows.get(hashOf(name));
			row?.places.forEach((place, at) => {
				scores[place] = (scores[place] ?? 0) + value * (row.amounts[at] ?? 0);
			});
		}
		const shares = softmax(scores);
		return new Map(this.classes.map((name, place) => [name, shares[place] ?? 0]));
	}
}

let read: Model | undefined;

/** Read when the first answer is diagnosed. */
export const model = (): Model => (read ??= new Model(learned));
