import type { DiagnosisCode } from '$lib/lexicon/causes';
import { clientSigns } from './client-messages/client-words';
import type { Sign } from './sign';
import { asHints, crashSigns, withoutCrash } from './crash';
import { discoveryMessages } from './discovery-messages';
import { exactErrorSigns, isStandardError, openErrorSigns, standardErrorIn } from './error-signs';
import { withinError } from './narrow-errors';
import { quirkSigns } from './quirks';
import type { TextRule } from './text-rule';
import type { Read } from './seen';
import { providerSigns } from './signals';
import { mentionSigns, textRules, textSigns } from './text-signs';

/** Where a code of the provider settles the matter, the words beside it count for less. */
const besideNumber = 0.7;

const settles = ({ weight }: Sign): boolean => weight >= 0.97;

/** The share of the weight that stays. */
export const scaled = (signs: readonly Sign[], share: number): Sign[] =>
	signs.map((sign) => ({ ...sign, weight: sign.weight * share }));

const asOwn = (sign: Sign): Sign => ({ ...sign, own: true });

interface Limits {
	rules?: readonly TextRule[];
	/** Causes that may be the answer: those that the message can have and the run does not deny. */
	allows?: (code: DiagnosisCode) => boolean;
}

/**
 * What the answer of the provider speaks for, from the surest source to the vaguest: a source is asked only where
 * the ones before it said nothing that may be the answer. Where the server failed, that is said before all words.
 */
export function answerSigns(given: Read, { rules = textRules, allows = () => true }: Limits = {}): Sign[] {
	const allowed = (signs: readonly Sign[]): Sign[] => signs.filter(({ code }) => allows(code));
	const failed = allowed(crashSigns(given));
	// A program of the client tells its reason among the words of its crash.
	const ofClient = [...discoveryMessages(given), ...clientSigns(given)];
	return [...failed, ...asHints(wordSigns(withoutCrash(given), ofClient, rules, allowed), given)];
}

function wordSigns(
	given: Read,
	ofClient: readonly Sign[],
	rules: readonly TextRule[],
	allowed: (signs: readonly Sign[]) => Sign[]
): Sign[] {
	const read = given.error ? given : { ...given, error: standardErrorIn(given.texts.join(' ')) };
	const texts = isStandardError(read.error) ? read.texts : [...read.texts, read.error];
	const said = allowed([...providerSigns(read).map(asOwn), ...ofClient, ...exactErrorSigns(read)]);
	const told = allowed([
		...said,
		...scaled(textSigns(texts, read, rules), said.some(settles) ? besideNumber : 1)
	]);
	const open = (): Sign[] => openErrorSigns(read, allowed);
	if (told.length > 0) return [...withinError(read.error, told, open()), ...allowed(quirkSigns(read))];
	const mentioned = allowed(mentionSigns(texts, read.step));
	return mentioned.length > 0 ? mentioned : [...open(), ...allowed(quirkSigns(read))];
}
