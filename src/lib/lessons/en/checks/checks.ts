import type { CheckId } from '$lib/lexicon/check';
import type { CheckText } from './check-text';
import { clientCheckTexts } from './client-checks';
import { conclusionTexts } from './conclusions';
import { recordingCheckTexts } from './recording-checks';
import { serverCheckTexts } from './server-checks';

/** The words of every check that one of the three roles makes. */
export const checkTexts: Record<CheckId, CheckText> = {
	...clientCheckTexts,
	...conclusionTexts,
	...recordingCheckTexts,
	...serverCheckTexts
};
