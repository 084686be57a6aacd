/**
 * From an answer that failed to what to change. Everything that it takes (the rules, the facts, the remedies) loads
 * when the first answer fails. What goes wrong here ends in undefined and never in the way of the panel that asked; a
 * file that does not arrive rejects, so that it can be asked for again.
 */
import type { Citation } from '$lib/lexicon/citations';
import type { Remedy } from '$lib/lexicon/remedies';
import type { Diagnosis, SessionEvidence } from './diagnose';
import type { PastedKind } from './pasted';
import type { Seen } from './seen';
import type { ReceivedAuthorizationResponse, Outcome, Session } from '$lib/flow/session';
import { isPlaceholder } from '$lib/lexicon/placeholders';
import { challengeOf } from '$lib/message/challenge';
import type { Trace } from '$lib/trace/fact';
import {
	evidenceOfOutcome,
	evidenceOfResponse,
	evidenceOfUnanswered,
	seenOfOutcome,
	seenOfResponse,
	seenOfUnanswered
} from './walk-evidence';
import { loadPart, PartFailure } from '$lib/lexicon/part';
import { onlyKnown } from '$lib/lexicon/only-known';

/** One cause, with where it is written and what to change at the provider. The words of all are in `lessons`. */
export interface Cause extends Diagnosis {
	citations: readonly Citation[];
	remedy: Remedy | undefined;
}

/** `causes`, most likely first. Where there is none, `known` is what there is to go on. */
export interface Report {
	causes: Cause[];
	provider: { id: string; name: string } | undefined;
	known: Known;
}

export interface Known {
	step?: string;
	status?: number;
	error?: string;
	description?: string;
}

async function report(seen: Seen, evidence: SessionEvidence, provider?: string): Promise<Report> {
	const [{ diagnose }, { readSeen }, { causeFacts }, { remedyOf }, { presetOf, providerOf }] =
		await Promise.all([
			loadPart(() => import('./diagnose')),
			loadPart(() => import('./seen')),
			loadPart(() => import('./cause-facts')),
			loadPart(() => import('$lib/lexicon/remedies')),
			loadPart(() => import('$lib/providers/providers'))
		]);
	const read = readSeen(seen);
	// Microsoft’s numbers name the provider by themselves.
	const isEntra = /\bAADSTS\d{4,}/.test(read.texts.join(' '));
	const preset = presetOf(provider ?? providerOf(read.issuer) ?? (isEntra ? 'entra' : ''));
	const description = read.texts[0]?.slice(0, 600);
	return {
		causes: diagnose(seen, evidence).map((diagnosis) => ({
			...diagnosis,
			citations: causeFacts[diagnosis.code].citations,
			remedy: remedyOf(preset?.id, diagnosis.code)
		})),
		provider: preset && { id: preset.id, name: preset.name },
		known: {
			...onlyKnown({ step: read.step, status: read.status }),
			...(read.error === '' ? {} : { error: read.error }),
			...onlyKnown({ description })
		}
	};
}

async function orNothing<Made>(ask: () => Promise<Made>): Promise<Made | undefined> {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof PartFailure) throw error;
		return undefined;
	}
}

/** What the verifier that went out gives by the method of the request: the server computes the same. */
async function expectedChallenge(evidence: SessionEvidence): Promise<SessionEvidence> {
	const { verifierSent, challenge, challengeMethod = 'plain' } = evidence;
	if (verifierSent === undefined || challenge === undefined) return evidence;
	// Of a verifier that was taken out there is none; one that went out as it is can still be compared.
	if (challengeMethod === 'S256' && isPlaceholder(verifierSent)) return evidence;
	const method = challengeMethod === 'S256' ? 'S256' : 'plain';
	return { ...evidence, expectedChallenge: await challengeOf(verifierSent, method) };
}

export const diagnoseOutcome = (
	session: Session,
	trace: Trace,
	outcome: Outcome
): Promise<Report | undefined> =>
	orNothing(async () => {
		const evidence = await expectedChallenge(evidenceOfOutcome(session, trace, outcome));
		return report(seenOfOutcome(session, outcome), evidence, session.configuration?.preset);
	});

export const diagnoseResponse = (
	session: Session,
	trace: Trace,
	authorizationResponse: ReceivedAuthorizationResponse
): Promise<Report | undefined> =>
	orNothing(() =>
		report(
			seenOfResponse(session, authorizationResponse),
			evidenceOfResponse(session, trace, authorizationResponse),
			session.configuration?.preset
		)
	);

/** Nothing came back: what the request says, and what the server tells of it where it does. */
export const diagnoseUnanswered = (session: Session, trace: Trace): Promise<Report | undefined> =>
	orNothing(() =>
		report(seenOfUnanswered(session), evidenceOfUnanswered(session, trace), session.configuration?.preset)
	);

export interface PastedReport extends Report {
	kind: PastedKind;
	secrets: string[];
}

/** The same for a text that somebody pasted; `step` and `provider` only where the person knows them. */
export const diagnosePasted = (
	text: string,
	{ step, provider }: { step?: string; provider?: string }
): Promise<PastedReport | undefined> =>
	orNothing(async () => {
		const { readPasted } = await loadPart(() => import('./pasted'));
		const { kind, seen, secrets } = readPasted(text);
		// Whoever does not know the provider has chosen none of them.
		const known = provider === '' ? undefined : provider;
		return { kind, secrets, ...(await report({ ...seen, ...(step ? { step } : {}) }, {}, known)) };
	});
