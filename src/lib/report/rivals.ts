import type { Cause } from '$lib/diagnosis/explain';
import { confidenceText } from '$lib/lessons/en/diagnosis/diagnosis';

/** Nearly as sure as the first one. */
const rival = 0.6;

/** Where the first cause is merely possible: it, and those that may be it as well. What decides is to be looked up. */
export function rivalsOf([first, ...others]: readonly Cause[]): Cause[] {
	if (!first || confidenceText(first.confidence) !== confidenceText(0)) return [];
	const rivals = others.filter(({ confidence }) => confidence >= first.confidence * rival);
	return rivals.length > 0 ? [first, ...rivals] : [];
}
