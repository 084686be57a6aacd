import type { IntakeFailure } from '$lib/lexicon/failure';
import { ok, type Result } from '$lib/lexicon/result';
import type { Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { loadPart } from '$lib/lexicon/part';

/** What somebody else said yes to is no yes of this person: nothing is read by it, and sending asks anew. */
const withoutYes = (trace: Trace): Trace => trace.filter(({ kind }) => kind !== 'allowed');

/** A walk from a file: one that was exported here, or what a browser recorded of another application (HAR). */
export async function readWalkFile(text: string): Promise<Result<Trace, IntakeFailure>> {
	const parsed = parseTrace(text);
	if (parsed.ok) return ok(withoutYes(parsed.value));
	if (!['not-a-trace', 'too-large'].includes(parsed.failure.reason)) return parsed;
	const [{ parseHar }, { traceOfRecording }] = await Promise.all([
		loadPart(() => import('$lib/wire/har')),
		loadPart(() => import('./recording'))
	]);
	const exchanges = parseHar(text);
	const trace = exchanges.ok ? traceOfRecording(exchanges.value) : exchanges;
	// What is kept is read by the same rules: a walk that could not be read again is refused now, by name.
	return trace.ok ? parseTrace(formatTrace(trace.value)) : trace;
}

/** The messages of a walk as a HAR file. */
export async function formatWalkAsHar(trace: Trace): Promise<string> {
	const [{ formatHar }, { exchangesOf }] = await Promise.all([
		loadPart(() => import('$lib/wire/har')),
		loadPart(() => import('$lib/trace/exchanges'))
	]);
	return formatHar(exchangesOf(trace));
}
