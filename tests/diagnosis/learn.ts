/**
 * Makes the weights out of labelled texts: multinomial logistic regression over `Features` by AdaGrad with decay, the best
 * features kept and learned again, small weights dropped, the rest in steps. No library: the model is 60 lines, and one run
 * gives the same bytes as the next.
 */
import { diagnosisCodes, diagnosisSteps, type DiagnosisStep } from '$lib/lexicon/causes';
import type { Features } from '$lib/diagnosis/model/features';
import { characterOf, hashOf, mostSteps, softmax, type Class, type Packed } from '$lib/diagnosis/model/model';
import type { Text } from './corpus';

/** Causes that fixed sentences of libraries and facts alone show: of their words there is nothing to learn. */
const byRulesAlone: ReadonlySet<Class> = new Set<Class>([
	'pkce-challenge-misderived',
	'pkce-method-mismatch',
	'code-differs',
	'silent-frame-without-session',
	'state-altered',
	'callback-cookie-lost',
	'discovery-failed',
	'resource-metadata-mismatch',
	'registration-failed',
	'pkce-not-advertised',
	'request-headers-too-large',
	'signing-key-unknown',
	'signing-algorithm-unexpected',
	'clocks-differ',
	'nonce-mismatch'
]);

/** The causes that are learned, and that it is none of them. */
export const classes: readonly Class[] = [
	...diagnosisCodes.filter((code) => !byRulesAlone.has(code)),
	'none'
];

/** Whether there is something to learn of a text. */
export const isLearned = ({ codes }: Text): boolean =>
	!codes.some((code) => code !== 'unknown' && byRulesAlone.has(code));

export interface Example {
	features: Features;
	/** A share for each class, together 1. */
	target: Float64Array;
	step: DiagnosisStep | undefined;
}

/** The first label is the cause that its source tells; the others are as possible by the words alone. */
export function targetOf(given: Text['codes']): Float64Array {
	const codes = given.filter((code) => code !== 'unknown');
	const target = new Float64Array(classes.length);
	const labels: readonly Class[] = codes.length === 0 ? ['none'] : codes;
	labels.forEach((label, place) => {
		target[classes.indexOf(label)] = (place === 0 ? 1.5 : 1) / (labels.length + 0.5);
	});
	return target;
}

const epochs = 20;
const rate = 0.6;
const decay = 5e-4;
export const fewestTexts = 2;
const mostFeatures = 6000;
/** Weights nearer to nothing than this are dropped. */
const smallest = 0.3;
/** Weights beyond are taken for this. */
const largestAmount = 6;

/** The order of one epoch: a linear congruential generator, the same in every run. */
function shuffled(count: number, seed: number): Uint32Array {
	const order = Uint32Array.from({ length: count }, (_, at) => at);
	let state = seed;
	for (let at = count - 1; at > 0; at--) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		const other = state % (at + 1);
		[order[at], order[other]] = [order[other]!, order[at]!];
	}
	return order;
}

export function countsOf(examples: readonly Example[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { features } of examples)
		for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
	return counts;
}

export type Weights = Map<string, Float64Array>;

function fit(examples: readonly Example[], names: readonly string[]): Weights {
	const size = classes.length;
	const places = new Map(names.map((name, place) => [name, place * size]));
	const weights = new Float64Array(names.length * size);
	const squares = new Float64Array(names.length * size).fill(1e-2);
	const sparse = examples.map(({ features, target }) => ({
		target,
		known: [...features].flatMap(([name, value]): [number, number][] => {
			const base = places.get(name);
			return base === undefined ? [] : [[base, value]];
		})
	}));
	for (let epoch = 1; epoch <= epochs; epoch++) {
		for (const at of shuffled(sparse.length, epoch)) {
			const { known, target } = sparse[at]!;
			const scores = new Float64Array(size);
			for (const [base, value] of known)
				for (let k = 0; k < size; k++) scores[k]! += value * weights[base + k]!;
			const off = softmax(scores).map((share, k) => share - target[k]!);
			for (const [base, value] of known) {
				for (let k = 0; k < size; k++) {
					const slope = off[k]! * value + decay * weights[base + k]!;
					squares[base + k]! += slope * slope;
					weights[base + k]! -= (rate * slope) / Math.sqrt(squares[base + k]!);
				}
			}
		}
	}
	return new Map([...places].map(([name, base]) => [name, weights.slice(base, base + size)]));
}

/** The features that move most: long in their weights, and met often. */
function bestOf(weights: Weights, counts: ReadonlyMap<string, number>): string[] {
	const worth = [...weights].map(([name, row]): [string, number] => {
		const length = Math.sqrt(row.reduce((sum, weight) => sum + weight * weight, 0));
		return [name, length * Math.sqrt(counts.get(name) ?? 0)];
	});
	return worth
		.toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
		.slice(0, mostFeatures)
		.map(([name]) => name);
}

/** How much a step must tell before it is believed: this many examples are thought to be spread over all steps. */
const spread = 1;

function stepsOf(examples: readonly Example[]): Packed['steps'] {
	const shareOf = (step: DiagnosisStep, k: number): number => {
		const total = (list: readonly Example[]): number => list.reduce((sum, { target }) => sum + target[k]!, 0);
		const known = examples.filter((one) => one.step !== undefined);
		const here = total(known.filter((one) => one.step === step));
		return Number(((here + spread / diagnosisSteps.length) / (total(known) + spread)).toFixed(3));
	};
	const rowOf = (step: DiagnosisStep): number[] => classes.map((_, k) => shareOf(step, k));
	return {
		authorize: rowOf('authorize'),
		callback: rowOf('callback'),
		token: rowOf('token'),
		userinfo: rowOf('userinfo'),
		api: rowOf('api'),
		logout: rowOf('logout')
	};
}

/** Written down as the model reads it. */
export function pack(weights: Weights, examples: readonly Example[]): Omit<Packed, 'mix'> {
	const step = Number((largestAmount / mostSteps).toFixed(4));
	const rows = [...weights]
		.map(([name, row]) => ({
			hash: hashOf(name),
			kept: [...row].flatMap((weight, place) => {
				const steps = Math.max(-mostSteps, Math.min(mostSteps, Math.round(weight / step)));
				return Math.abs(weight) < smallest || steps === 0 ? [] : [{ place, steps }];
			})
		}))
		.filter(({ kept }) => kept.length > 0)
		.toSorted((one, other) => one.hash - other.hash);
	let before = 0;
	const hashes = rows.map(({ hash }) => {
		const more = hash - before;
		before = hash;
		return [18, 12, 6, 0].map((shift) => characterOf((more >> shift) & 63)).join('');
	});
	const kept = rows.flatMap((row) => row.kept);
	return {
		classes,
		examples: classes.map((_, k) => examples.filter(({ target }) => target[k]! > 0).length),
		hashes: hashes.join(''),
		counts: rows.map((row) => characterOf(row.kept.length)).join(''),
		places: kept.map(({ place }) => characterOf(place)).join(''),
		amounts: kept.map(({ steps }) => characterOf(steps + mostSteps)).join(''),
		step,
		steps: stepsOf(examples)
	};
}

/** The weights of these examples, packed. */
export function learn(examples: readonly Example[]): Omit<Packed, 'mix'> {
	const counts = countsOf(examples);
	const often = [...counts].flatMap(([name, count]) => (count >= fewestTexts ? [name] : []));
	return pack(fit(examples, bestOf(fit(examples, often), counts)), examples);
}
