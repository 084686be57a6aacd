/** Reads from its text a walk that gave way to another one. */
import * as v from 'valibot';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { parseJson } from '$lib/wire/json';
import { parseTrace } from './file';
import { replacers, type Replacement } from './replacement';

const text = v.pipe(v.string(), v.maxLength(8_000_000));
const schema = v.object({
	by: v.picklist(replacers),
	file: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))),
	messages: v.number(),
	walk: v.exactOptional(v.object({ trace: text, drafts: v.record(v.string(), text) }))
});

export function parseReplacement(json: string): Result<Replacement, IntakeFailure> {
	const parsed = v.safeParse(schema, parseJson(json));
	if (!parsed.success) return fail({ reason: 'not-a-trace' });
	const { walk, ...rest } = parsed.output;
	if (!walk) return ok(rest);
	const trace = parseTrace(walk.trace);
	return trace.ok ? ok({ ...rest, walk: { trace: trace.value, drafts: walk.drafts } }) : trace;
}
