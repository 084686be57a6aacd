import type { Sign } from './codes';
import { exactErrorSigns, isStandardError, openErrorSigns, standardErrorIn } from './error-signs';
import { withinError } from './narrow-errors';
import { quirkSigns } from './quirks';
import type { TextRule } from './rules';
import type { Read } from './seen';
import { providerSigns } from './signals';
import { mentionSigns, textRules, textSigns } from './text-signs';

/** Where a code of the provider settles the matter, the words beside it count for less. */
const besideNumber = 0.7;

const settles = ({ weight }: Sign): boolean => weight >= 0.97;

/** The share of the weight that stays. */
export const scaled = (signs: readonly Sign[], share: number): Sign[] =>
	signs.map((sign) => ({ ...sign, weight: sign.weight * share }));

/**
 * What the answer of the provider speaks for, from the surest source to the vaguest: a source is asked only where
 * the ones before it said nothing.
 */
export function answerSigns(given: Read, rules: readonly TextRule[] = textRules): Sign[] {
	const read = given.error ? given : { ...given, error: standardErrorIn(given.texts.join(' ')) };
	const texts = isStandardError(read.error) ? read.texts : [...read.texts, read.error];
	const said = [...providerSigns(read), ...exactErrorSigns(read.error, read.step)];
	const told = [
		...said,
		...scaled(textSigns(texts, read.step, rules), said.some(settles) ? besideNumber : 1)
	];
	if (told.length > 0) return [...withinError(read.error, told, openErrorSigns(read)), ...quirkSigns(read)];
	const mentioned = mentionSigns(texts, read.step);
	return mentioned.length > 0 ? mentioned : [...openErrorSigns(read), ...quirkSigns(read)];
}
