/** Reads a file of cases. What can be read of it is used; what cannot is named. */
import * as v from 'valibot';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { isJsonObject } from '$lib/message/json-body';
import { readJson } from '$lib/wire/json';
import { casesFormat, casesVersion, longestCaseName, longestNotes } from './case';
import type { Trace } from './fact';
import { parseTrace } from './file';

const mostCases = 1_000;

const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const caseSchema = v.object({
	name: v.pipe(v.string(), v.maxLength(longestCaseName)),
	notes: v.pipe(v.string(), v.maxLength(longestNotes)),
	at: time,
	walk: v.unknown()
});

interface ReadCase {
	name: string;
	notes: string;
	at: number;
	trace: Trace;
}

/** Whether it says that it is one, in whatever version. */
export const isCaseFile = (text: string): boolean =>
	text.slice(0, 200).includes(`"${casesFormat}"`) && /^\s*\{/.test(text);

/** Fails when the whole file cannot be read. `unread`: the names or the places of single cases that cannot be. */
export function parseCases(text: string): Result<{ cases: ReadCase[]; unread: string[] }, IntakeFailure> {
	const json = readJson(text);
	if (!json.ok) return json;
	const { value } = json;
	if (!isJsonObject(value) || value.format !== casesFormat || !Array.isArray(value.cases))
		return fail({ reason: 'not-a-trace', where: 'cases' });
	if (value.version !== casesVersion)
		return fail({ reason: 'version-unknown', where: String(value.version) });
	if (value.cases.length > mostCases)
		return fail({ reason: 'too-large', where: `${value.cases.length} cases` });
	const made: { cases: ReadCase[]; unread: string[] } = { cases: [], unread: [] };
	for (const [index, one] of value.cases.entries()) {
		const parsed = v.safeParse(caseSchema, one);
		const { name, notes, at, walk } = parsed.success
			? parsed.output
			: { name: '', notes: '', at: 0, walk: 0 };
		const trace = parsed.success ? parseTrace(JSON.stringify(walk)) : undefined;
		if (trace?.ok) made.cases.push({ name, notes, at, trace: trace.value });
		else made.unread.push(name === '' ? `${index + 1}` : name);
	}
	return ok(made);
}
