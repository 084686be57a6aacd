import { causeTexts } from './causes';
import { decidingFacts } from './deciding';
import { evidenceText } from './evidence';
import { quietTexts } from './quiet';
import { remedyTexts } from './remedies';

/** The words of what was found: the cause, what it rests on, what to change. Load them where they are read, not before. */
export const verdictTexts = {
	causes: causeTexts,
	evidence: evidenceText,
	remedies: remedyTexts,
	deciding: decidingFacts,
	quiet: quietTexts
};
