import type { Diagnosis, Sign } from './codes';
import { exactErrorSigns, isStandardError, openErrorSigns } from './error-signs';
import { readSession, sessionSigns, type SessionEvidence } from './evidence';
import { readSeen, type Read, type Seen } from './seen';
import { providerSigns } from './signals';
import { mentionSigns, textSigns } from './text-signs';
import { choose, weigh } from './weigh';

export type { Diagnosis, DiagnosisCode } from './codes';
export type { SessionEvidence } from './evidence';
export type { Seen } from './seen';

/** Where a code of the provider settles the matter, the words beside it count for less. */
const besideNumber = 0.7;

/** Where the run itself shows a cause, what the answer says counts for less. */
const besideProof = 0.8;

const scaled = (signs: readonly Sign[], share: number): Sign[] =>
	signs.map((sign) => ({ ...sign, weight: sign.weight * share }));

function understood(read: Read, texts: readonly string[]): Sign[] {
	const said = [...providerSigns(read), ...exactErrorSigns(read.error, read.step)];
	const settled = said.some(({ weight }) => weight >= 0.97);
	return [...said, ...scaled(textSigns(texts, read.step), settled ? besideNumber : 1)];
}

/** From the surest source to the vaguest: a source is asked only where the ones before it said nothing. */
function answered(read: Read): Sign[] {
	const texts = isStandardError(read.error) ? read.texts : [...read.texts, read.error];
	const told = understood(read, texts);
	if (told.length > 0) return told;
	const mentioned = mentionSigns(texts, read.step);
	return mentioned.length > 0 ? mentioned : openErrorSigns(read);
}

/**
 * What went wrong, most likely first; nothing when nothing is known. Signs are weighed in this order: what the run
 * itself shows (`session`), the provider's own codes, the words, the standard's error code, the status. Takes any
 * input: fields may be missing, null or of another type. `confidence` is 0..1, `evidence` what was seen.
 */
export function diagnose(seen: Seen, session?: SessionEvidence): Diagnosis[] {
	const read = readSeen(seen);
	const shown = sessionSigns(readSession(session), read);
	const answers = answered(read);
	return choose(weigh([...shown, ...(shown.length > 0 ? scaled(answers, besideProof) : answers)]));
}
