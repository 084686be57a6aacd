import type { Check } from '$lib/lexicon/check';

export interface Tally {
	passed: number;
	/** All that were made: one that was skipped was not. */
	made: number;
	tone: 'good' | 'warn' | 'bad';
}

export function tallyOf(checks: readonly Check[]): Tally {
	const count = (status: Check['status']): number => checks.filter((check) => check.status === status).length;
	return {
		passed: count('pass'),
		made: checks.length - count('skipped'),
		tone: count('fail') > 0 ? 'bad' : count('warn') > 0 ? 'warn' : 'good'
	};
}
