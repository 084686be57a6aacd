/** What a file brings to be kept: cases of ours, or one walk. Fetched when there is a file. */
import type { IntakeFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { isMessage, recognise } from '$lib/recording/intake';
import { readWalkFile } from '$lib/recording/walk-file';
import type { NewCase } from '$lib/state/cases.svelte';
import type { BroughtFile } from '$lib/state/intake.svelte';
import type { Trace } from '$lib/trace/fact';
import { isCaseFile, parseCases } from '$lib/trace/case-file';

export interface ReadCases {
	cases: Omit<NewCase, 'raw'>[];
	/** Names of those that cannot be read. */
	unread: string[];
	/** They have names of their own. */
	named: boolean;
}

/** What a recording, or one message, brings to be kept. */
export const casesOfTrace = (trace: Result<Trace, IntakeFailure>): Result<ReadCases, IntakeFailure> =>
	trace.ok ? ok({ cases: [{ name: '', notes: '', trace: trace.value }], unread: [], named: false }) : trace;

/** Undefined: it is a recording, and is read by the door for files. */
export async function readCases(
	{ text, recording }: BroughtFile,
	now: number
): Promise<Result<ReadCases, IntakeFailure> | undefined> {
	// A file of cases may be long enough to be taken for a recording.
	const start = recording ? await recording.slice(0, 200).text() : text;
	if (isCaseFile(start)) {
		const found = parseCases(recording ? await recording.text() : text);
		return found.ok ? ok({ ...found.value, named: true }) : found;
	}
	if (recording) return undefined;
	const brought = recognise(text);
	return casesOfTrace(isMessage(brought) ? traceOfBrought(brought, now) : await readWalkFile(text, now));
}
