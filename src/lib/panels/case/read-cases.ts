/** What a file brings to be kept: cases of ours, or one walk. Fetched when there is a file. */
import type { IntakeFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { isMessage, recognise } from '$lib/recording/intake';
import { readWalkFile } from '$lib/recording/walk-file';
import type { ReadFile } from '$lib/recording/read/about';
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

const single = (trace: Result<Trace, IntakeFailure>): Result<ReadCases, IntakeFailure> =>
	trace.ok ? ok({ cases: [{ name: '', notes: '', trace: trace.value }], unread: [], named: false }) : trace;

/** Undefined: it was cancelled. */
export async function readCases(
	{ text, recording }: BroughtFile,
	read: ReadFile,
	now: number
): Promise<Result<ReadCases, IntakeFailure> | undefined> {
	// A file of cases may be long enough to be taken for a recording.
	const start = recording ? await recording.slice(0, 200).text() : text;
	if (isCaseFile(start)) {
		const found = parseCases(recording ? await recording.text() : text);
		return found.ok ? ok({ ...found.value, named: true }) : found;
	}
	if (recording) {
		const { signal } = new AbortController();
		const found = await read(recording, { signal, report: () => undefined });
		return found && single(found.trace);
	}
	const brought = recognise(text);
	return single(isMessage(brought) ? traceOfBrought(brought, now) : await readWalkFile(text, now));
}
