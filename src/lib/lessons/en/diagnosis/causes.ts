import type { DiagnosisCode } from '$lib/lexicon/causes';
import type { CauseText } from './cause-text';
import { clientCauses } from './causes-of-client';
import { personCauses } from './causes-of-person';
import { requestCauses } from './causes-of-request';

/** The text of every cause. A code without a text does not compile. Load it where it is read, not before. */
export const causeTexts: Record<DiagnosisCode, CauseText> = {
	...requestCauses,
	...clientCauses,
	...personCauses
};
