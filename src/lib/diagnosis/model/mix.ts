/**
 * One confidence out of what the rules say and what the words resemble. For each cause in question a few numbers are
 * weighed by a logistic function whose weights were fitted on answers of sources that neither had seen: so a confidence is
 * how often such an answer was right there, and an agreement of both counts for as much as it was worth.
 */
import type { DiagnosisCode, DiagnosisStep } from '$lib/lexicon/causes';
import type { Shares } from './model';

/** What a rule says at most, by cause: 0..1. */
export type Ruled = ReadonlyMap<DiagnosisCode, number>;

const least = 1e-4;
/** From here on a code of the provider settles the matter. */
export const settled = 0.85;

/** Causes that the words resemble at all; a cause below is no candidate. */
const leastShare = 0.02;

/** What resembles none of the causes more than this one is none of it, where no rule speaks for it either. */
export function candidatesOf(ruled: Ruled, shares: Shares): DiagnosisCode[] {
	const least = Math.max(leastShare, shares.get('none') ?? 0);
	const resembled = [...shares].flatMap(([name, share]) => (name !== 'none' && share >= least ? [name] : []));
	return [...new Set([...ruled.keys(), ...resembled])];
}

const highest = (numbers: Iterable<number>): number => Math.max(0, ...numbers);

export interface Answered {
	ruled: Ruled;
	shares: Shares;
	step: DiagnosisStep | undefined;
}

/** The numbers that are weighed for one cause. */
export function weighedOf(code: DiagnosisCode, { ruled, shares, step }: Answered): number[] {
	const share = shares.get(code) ?? 0;
	const others = highest([...shares].flatMap(([name, other]) => (name === code ? [] : [other])));
	const rule = ruled.get(code) ?? 0;
	const best = highest(ruled.values());
	const logit = Math.log(Math.max(share, least) / Math.max(1 - share, least));
	return [
		1,
		logit / 4,
		Math.log(Math.max(share, least) / Math.max(others, least)) / 4,
		rule,
		rule > 0 && rule >= best ? 1 : 0,
		rule > 0 && rule >= best && share > others ? 1 : 0,
		ruled.size === 0 ? logit / 4 : 0,
		best > 0 && rule < best ? best - rule : 0,
		step === undefined ? 0 : rule,
		step === undefined ? 0 : logit / 4
	];
}

/** 0..1: the frequency with which such an answer was right. */
export function confidenceOf(weighed: readonly number[], mix: readonly number[]): number {
	const sum = weighed.reduce((total, number, at) => total + number * (mix[at] ?? 0), 0);
	return 1 / (1 + Math.exp(-sum));
}
