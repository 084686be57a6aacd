import type { Check, CheckId } from '$lib/lexicon/check';
import type { CheckAdvice, CheckText } from './check-text';
import { clientCheckTexts } from './client-checks';
import { conclusionTexts } from './conclusions';
import { serverCheckTexts } from './server-checks';

/** The words of every check that one of the three roles makes. */
export const checkTexts: Record<CheckId, CheckText> = {
	...clientCheckTexts,
	...conclusionTexts,
	...serverCheckTexts
};

/** What a check that did not pass means, and what to change: by what it found, where that has words of its own. */
export function adviceOf({ id, actual }: Check): CheckAdvice {
	const text = checkTexts[id];
	const found = typeof actual === 'object' ? actual.say : undefined;
	const own = Object.entries(text.when ?? {}).find(([phrase]) => phrase === found);
	return own?.[1] ?? text;
}
