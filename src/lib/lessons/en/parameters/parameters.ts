import { parameterNames, type ParameterName } from '$lib/lexicon/parameters';
import { requestParameterTexts } from './authorization-parameters';
import type { ParameterText } from './parameter-text';
import { tokenParameterTexts } from './token-parameters';

/** A text for each parameter: one that is missing does not compile. */
export const parameterTexts: Record<ParameterName, ParameterText> = {
	...requestParameterTexts,
	...tokenParameterTexts
};

/** The text of a parameter by a name from the wire; undefined for one that nobody here knows. */
export function parameterText(name: string): ParameterText | undefined {
	const known = parameterNames.find((parameter) => parameter === name);
	return known && parameterTexts[known];
}
