import type { Check } from '$lib/lexicon/check';
import { outcomeTexts } from '$lib/lessons/en/walk/outcome';

interface Tally {
	passed: number;
	/** All that were made: one that was skipped was not. */
	made: number;
	tone: 'good' | 'warn' | 'bad';
}

function tallyOf(checks: readonly Check[]): Tally {
	const count = (status: Check['status']): number => checks.filter((check) => check.status === status).length;
	return {
		passed: count('pass'),
		made: checks.length - count('skipped'),
		tone: count('fail') > 0 ? 'bad' : count('warn') > 0 ? 'warn' : 'good'
	};
}

/** What stands on the tab of these checks. */
export function countOf(checks: readonly Check[]): { count: string; tone: Tally['tone'] } {
	const { passed, made, tone } = tallyOf(checks);
	return { count: outcomeTexts.all(passed, made), tone };
}
