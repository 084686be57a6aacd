/** A walk that gave way to another one, kept so that it can come back: as text, for the storage of the tab. */
import * as v from 'valibot';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { withoutClientSecrets } from './client-secret';
import type { Trace } from './fact';
import { formatTrace, parseTrace } from './file';
import { parseJson } from '$lib/wire/json';

/** What took the place of a walk: a file that was imported, one message that was pasted, a fresh start, or the walk before it. */
const replacers = ['import', 'pasted', 'fresh', 'undo'] as const;

export interface Replacement {
	by: (typeof replacers)[number];
	/** The name of the file, and how many messages were read from it. */
	file?: string;
	messages: number;
	/** What was there; missing when that was nothing. */
	walk?: { trace: Trace; drafts: Record<string, string> };
}

const text = v.pipe(v.string(), v.maxLength(8_000_000));
const schema = v.object({
	by: v.picklist(replacers),
	file: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))),
	messages: v.number(),
	walk: v.exactOptional(v.object({ trace: text, drafts: v.record(v.string(), text) }))
});

/** Without the client's secrets, which no storage holds. */
export const formatReplacement = ({ walk, ...rest }: Replacement): string =>
	JSON.stringify({
		...rest,
		...(walk ? { walk: { ...walk, trace: formatTrace(withoutClientSecrets(walk.trace)) } } : {})
	});

export function parseReplacement(json: string): Result<Replacement, IntakeFailure> {
	const parsed = v.safeParse(schema, parseJson(json));
	if (!parsed.success) return fail({ reason: 'not-a-trace' });
	const { walk, ...rest } = parsed.output;
	if (!walk) return ok(rest);
	const trace = parseTrace(walk.trace);
	return trace.ok ? ok({ ...rest, walk: { trace: trace.value, drafts: walk.drafts } }) : trace;
}
