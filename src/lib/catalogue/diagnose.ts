import { answerSigns, scaled } from './answer';
import type { Diagnosis } from './codes';
import { readSession, sessionSigns, type SessionEvidence } from './evidence';
import { readSeen, type Seen } from './seen';
import { choose, weigh } from './weigh';

export type { Diagnosis, DiagnosisCode } from './codes';
export type { SessionEvidence } from './evidence';
export type { Seen } from './seen';

/** Where the run itself shows a cause, what the answer says counts for less. */
const besideProof = 0.8;

/**
 * What went wrong, most likely first; nothing when nothing is known. Signs are weighed in this order: what the run
 * itself shows (`session`), the provider's own codes, the words, the standard's error code, the status. Takes any
 * input: fields may be missing, null or of another type. `confidence` is 0..1, `evidence` what was seen.
 */
export function diagnose(seen: Seen, session?: SessionEvidence): Diagnosis[] {
	const read = readSeen(seen);
	const shown = sessionSigns(readSession(session), read);
	const answers = answerSigns(read);
	return choose(weigh([...shown, ...(shown.length > 0 ? scaled(answers, besideProof) : answers)]));
}
