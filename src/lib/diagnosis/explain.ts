/**
 * From an answer that failed to what to change. Everything that it takes (the rules, the facts, the remedies) loads
 * when the first answer fails. What goes wrong here ends in undefined and never in the way of the panel that asked; a
 * file that does not arrive rejects, so that it can be asked for again.
 */
import type { Citation } from '$lib/lexicon/citations';
import { isQuiet } from '$lib/lexicon/brought';
import type { Remedy } from '$lib/lexicon/remedies';
import type { FoundMessage } from './client-messages/client-messages';
import type { Diagnosis, SessionEvidence } from './diagnose';
import type * as ofWalk from './of-walk';
import type { Pasted } from './pasted';
import type { Seen } from './seen';
import type { ReceivedAuthorizationResponse, Outcome, Session } from '$lib/flow/session';
import { longest } from './reader/reading';
import { issuerInDocument, issuerOfAddress } from '$lib/message/metadata-address';
import type { Trace } from '$lib/trace/fact';
import { loadPart, PartFailure } from '$lib/lexicon/part';
import { onlyKnown } from '$lib/lexicon/only-known';

/** One cause, with where it is written and what to change at the provider. The words of all are in `lessons`. */
export interface Cause extends Diagnosis {
	/** What would tell whether it is the one, and was taken out of the file. */
	withheld?: string[];
	citations: readonly Citation[];
	remedy: Remedy | undefined;
}

/** `causes`, most likely first. Where there is none, `known` is what there is to go on. */
export interface Report {
	causes: Cause[];
	/** `id`: of its preset, '' where there is none. `byCode`: the error alone tells it. */
	provider: { id: string; name: string; byCode?: true } | undefined;
	known: Known;
}

export interface Known {
	step?: string;
	status?: number;
	error?: string;
	description?: string;
}

async function report(seen: Seen, evidence: SessionEvidence, provider?: string): Promise<Report> {
	const [
		{ diagnose },
		{ readSeen },
		{ causeFacts },
		{ remedyOf },
		{ presetOf, providerOf },
		{ providerSign }
	] = await Promise.all([
		loadPart(() => import('./diagnose')),
		loadPart(() => import('./seen')),
		loadPart(() => import('./cause-facts')),
		loadPart(() => import('$lib/lexicon/remedies')),
		loadPart(() => import('$lib/providers/providers')),
		loadPart(() => import('$lib/providers/provider-sign')),
		// What `diagnose` knows of other languages comes beside it, in a file of its own.
		loadPart(() => import('./languages/recognise'))
	]);
	const read = readSeen(seen);
	const sign = providerSign([...read.texts, read.error].join(' '));
	const known = provider ?? providerOf(read.issuer);
	const preset = presetOf(known ?? sign?.id ?? '');
	const description = read.texts[0]?.slice(0, 600);
	return {
		causes: diagnose(seen, evidence).map((diagnosis) => ({
			...diagnosis,
			citations: causeFacts[diagnosis.code].citations,
			remedy: remedyOf(preset?.id, diagnosis.code)
		})),
		provider: preset
			? { id: preset.id, name: preset.name, ...(known === undefined ? { byCode: true } : {}) }
			: sign && { id: '', name: sign.name, byCode: true },
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

/** What is known of a walk is read when the first of its answers fails. */
async function reportOf(
	{ configuration }: Session,
	read: (parts: typeof ofWalk) => Promise<ofWalk.OfWalk>
): Promise<Report | undefined> {
	return orNothing(async () => {
		const parts = await loadPart(() => import('./of-walk'));
		const { seen, evidence } = await read(parts);
		const told = await report(seen, evidence, configuration?.preset);
		const causes = told.causes.map((cause) => ({
			...cause,
			...parts.withheldFor(cause.code, evidence.removed)
		}));
		return { ...told, causes };
	});
}

export const diagnoseOutcome = (
	session: Session,
	trace: Trace,
	outcome: Outcome
): Promise<Report | undefined> => reportOf(session, ({ ofOutcome }) => ofOutcome(session, trace, outcome));

export const diagnoseResponse = (
	session: Session,
	trace: Trace,
	authorizationResponse: ReceivedAuthorizationResponse
): Promise<Report | undefined> =>
	reportOf(session, ({ ofResponse }) => ofResponse(session, trace, authorizationResponse));

/** Nothing came back: what the request says, and what the server tells of it where it does. */
export const diagnoseUnanswered = (session: Session, trace: Trace): Promise<Report | undefined> =>
	reportOf(session, ({ ofUnanswered }) => ofUnanswered(session, trace));

/** `seen` is what was made out of what was taken; where it stands, and what else may be the error, says `reading`. */
export interface PastedReport
	extends Report, Pick<Pasted, 'kind' | 'secrets' | 'reading' | 'taken' | 'seen'> {
	/** What a library of the client printed, where one is recognised. */
	library?: FoundMessage;
}

/** What a person knows of a paste: `step` and `provider`, and which of its finds is the error, where not the first. */
interface KnownOfPasted {
	step?: string;
	provider?: string;
	taken?: number;
}

/** The lines in which stands what was taken. */
function takenLines(text: string, { reading, taken }: Pasted): string {
	const { start, end } = reading.finds[taken]?.span ?? { start: 0, end: text.length };
	const behind = text.indexOf('\n', end);
	return text.slice(text.lastIndexOf('\n', start) + 1, behind === -1 ? text.length : behind);
}

/** The same for a text that somebody pasted. */
export const diagnosePasted = (
	text: string,
	{ step, provider, taken }: KnownOfPasted
): Promise<PastedReport | undefined> =>
	orNothing(async () => {
		const [{ readPasted }, { evidenceOfRequests }, { providerOf }, { providerSign }, { clientMessageIn }] =
			await Promise.all([
				loadPart(() => import('./pasted')),
				loadPart(() => import('./pasted-requests')),
				loadPart(() => import('$lib/providers/providers')),
				loadPart(() => import('$lib/providers/provider-sign')),
				loadPart(() => import('./client-messages/client-messages'))
			]);
		const pasted = readPasted(text, taken);
		const seen: Seen = { ...pasted.seen, ...(step ? { step } : {}) };
		// Whoever does not know the provider has chosen none of them: then it is known by an address in the text.
		const addressed = pasted.reading.issuers.map(providerOf).find((id) => id !== undefined);
		const held = await evidenceOfRequests(text, { ...pasted, seen });
		const document = onlyKnown({
			issuerOfDocument: issuerInDocument(text),
			issuerOfAddress: issuerOfAddress(text)
		});
		// The address before a document is none of its words.
		const isBoth = document.issuerOfDocument !== undefined && document.issuerOfAddress !== undefined;
		const asked = isBoth ? { ...seen, body: text.slice(text.indexOf('{')).trim() } : seen;
		const all = await report(asked, { ...held, ...document }, provider ? provider : addressed);
		const told = isQuiet(pasted.kind) ? { ...all, causes: [] } : all;
		const sign = told.provider ? undefined : providerSign(text.slice(0, longest));
		const named = sign && { id: sign.id ?? '', name: sign.name, byCode: true as const };
		// Of another line that somebody chose the library is told that printed this line.
		const library = clientMessageIn(pasted.taken === 0 ? text : takenLines(text, pasted));
		return { ...pasted, seen, ...told, provider: told.provider ?? named, ...onlyKnown({ library }) };
	});
