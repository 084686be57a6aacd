import type { IntakeFailure } from '$lib/lexicon/failure';
import { loadPart } from '$lib/lexicon/part';
import type { Result } from '$lib/lexicon/result';
import type { Trace } from '$lib/trace/fact';

/** The walk in a text that is held already. A file goes through the door for files, which reads it apart from the page. */
export async function readWalkFile(text: string, now = 0): Promise<Result<Trace, IntakeFailure>> {
	const { readFile } = await loadPart(() => import('./read/read-file'));
	return (await readFile(new Blob([text]), { now })).trace;
}

/** The messages of a walk as a HAR file. */
export async function formatWalkAsHar(trace: Trace): Promise<string> {
	const [{ formatHar }, { exchangesOf }] = await Promise.all([
		loadPart(() => import('$lib/wire/har')),
		loadPart(() => import('$lib/trace/exchanges'))
	]);
	return formatHar(exchangesOf(trace));
}
