import { answerSigns } from './answer-signs';
import { withoutClientWords } from './client-messages/client-words';
import { model } from './model/model';
import { resembled } from './model/resembled';
import type { DiagnosisCode } from '$lib/lexicon/causes';
import type { Diagnosis } from './sign';
import { readSession, type SessionEvidence } from './evidence';
import { isPlace, isPossibleAt } from './places';
import { isDenied } from './ruled-out';
import { readSeen, type Seen } from './seen';
import { choose, together, weigh } from './weigh';
import { sessionSigns } from './evidence-rules';

export type { Diagnosis } from './sign';
export type { SessionEvidence } from './evidence';
export type { Seen } from './seen';

/** Where the run itself shows a cause, what the answer says counts for less. */
const besideProof = 0.8;
const isProof = ({ confidence }: Diagnosis): boolean => confidence >= 0.8;

/**
 * What went wrong, most likely first; nothing when nothing is known. Signs are weighed in this order: what the run
 * itself shows (`session`), the provider's own codes, the words, the standard's error code, the status. A cause that the
 * message cannot have, or that the run denies, is left out before the next source is asked. Takes any input: fields may
 * be missing, null or of another type. `confidence` is 0..1, `evidence` what was seen, `learned` the weights of words.
 */
export function diagnose(seen: Seen, evidence?: SessionEvidence, learned = model()): Diagnosis[] {
	const session = readSession(evidence);
	const given = withoutClientWords(readSeen(seen));
	const place = session.text('place');
	const read = place !== undefined && isPlace(place) ? { ...given, place } : given;
	const allows = (code: DiagnosisCode): boolean =>
		isPossibleAt(code, read.place) && !isDenied(code, session, read);
	const shown = weigh(sessionSigns(session, read).filter(({ code }) => allows(code)));
	const said = resembled(read, weigh(answerSigns(read, { allows })), allows, learned);
	// That a server failed is no word of it, and stays as sure.
	const share = shown.some(isProof) ? besideProof : 1;
	const words = said.map((one) =>
		one.code === 'server-failed' ? one : { ...one, confidence: one.confidence * share }
	);
	return choose(together(shown, words));
}
