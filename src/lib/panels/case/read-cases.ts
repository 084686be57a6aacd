/** What a file brings to be kept: cases of ours, or one walk. Fetched when there is a file. */
import type { IntakeFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import { traceOfBrought } from '$lib/recording/brought-walk';
import { isMessage, recognise } from '$lib/recording/intake';
import { readWalkFile } from '$lib/recording/walk-file';
import type { NewCase } from '$lib/state/cases.svelte';
import { isCaseFile, parseCases } from '$lib/trace/case-file';

export interface ReadCases {
	cases: Omit<NewCase, 'raw'>[];
	/** Names of those that cannot be read. */
	unread: string[];
	/** They have names of their own. */
	named: boolean;
}

export async function readCases(text: string, now: number): Promise<Result<ReadCases, IntakeFailure>> {
	if (isCaseFile(text)) {
		const read = parseCases(text);
		return read.ok ? ok({ ...read.value, named: true }) : read;
	}
	const brought = recognise(text);
	const trace = isMessage(brought) ? traceOfBrought(brought, now) : await readWalkFile(text);
	if (!trace.ok) return trace;
	return ok({ cases: [{ name: '', notes: '', trace: trace.value }], unread: [], named: false });
}
