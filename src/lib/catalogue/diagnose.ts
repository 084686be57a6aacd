import type { Diagnosis, DiagnosisCode, Sign } from './codes';
import { exactErrorSigns, isStandardError, openErrorSigns } from './error-signs';
import { readSession, sessionSigns, type SessionEvidence } from './evidence';
import { readSeen, type Read, type Seen } from './seen';
import { providerSigns } from './signals';
import { textSigns } from './text-signs';

/** At most so many answers: a person can look into a few causes, not into ten. */
const most = 4;

/** An answer stays when it is at least this share of the best one. */
const nearBest = 0.72;

function understood(read: Read): Sign[] {
	const ownError = read.error !== '' && !isStandardError(read.error) ? [read.error] : [];
	const said = [...providerSigns(read), ...exactErrorSigns(read.error, read.step)];
	const texts = textSigns([...read.texts, ...ownError], read.step);
	const numbered = said.some(({ weight }) => weight >= 0.97);
	return numbered
		? [...said, ...texts.map((sign) => ({ ...sign, weight: sign.weight * 0.75 }))]
		: [...said, ...texts];
}

/** Signs for one cause strengthen each other, but never to certainty. */
function weigh(signs: readonly Sign[]): Diagnosis[] {
	const byCode = new Map<DiagnosisCode, Sign[]>();
	for (const sign of signs) byCode.set(sign.code, [...(byCode.get(sign.code) ?? []), sign]);
	return [...byCode].map(([code, own]) => {
		const best = Math.max(...own.map(({ weight }) => weight));
		const distinct = [...new Set(own.map(({ because }) => because))];
		return {
			code,
			confidence: Math.min(0.99, best + 0.01 * (distinct.length - 1)),
			evidence: distinct.slice(0, 4)
		};
	});
}

function choose(weighed: readonly Diagnosis[]): Diagnosis[] {
	const sorted = weighed.toSorted((one, other) => other.confidence - one.confidence);
	const best = sorted[0]?.confidence ?? 0;
	return sorted.filter(({ confidence }) => confidence >= best * nearBest).slice(0, most);
}

/**
 * What went wrong, most likely first; nothing when nothing is known. Signs are weighed in this order: what the run
 * itself shows (`session`), the provider's own codes, the words, the standard's error code, the status. Takes any
 * input: fields may be missing, null or of another type. `confidence` is 0..1, `evidence` what was seen.
 */
export function diagnose(seen: Seen, session?: SessionEvidence): Diagnosis[] {
	const read = readSeen(seen);
	const told = understood(read);
	const open = told.length > 0 ? [] : openErrorSigns(read.error, read.step, read.status);
	const shown = sessionSigns(readSession(session), read);
	const doubt = shown.length > 0 ? 0.8 : 1;
	const answered = [...told, ...open].map((sign) => ({ ...sign, weight: sign.weight * doubt }));
	return choose(weigh([...shown, ...answered]));
}
