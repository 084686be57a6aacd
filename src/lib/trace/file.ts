/** Reads a trace from its text. A version that is not known is refused, never guessed at. */
import * as v from 'valibot';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { factSchema, type Fact, type Trace } from './fact';
import { isReadableVersion, traceFormat } from './format';
import { readJson } from '$lib/wire/json';

/** Characters. A walk is about 50 kB; a browser keeps about 5 MB a tab. */
const mostText = 8_000_000;
const mostFacts = 5_000;

const envelopeSchema = v.object({ format: v.literal(traceFormat), version: v.number(), facts: v.unknown() });
const factsSchema = v.pipe(v.array(factSchema), v.maxLength(mostFacts));

/** A trace from text that came from outside. Fails with what was wrong, and where in the file. */
export function parseTrace(text: string): Result<Trace, IntakeFailure> {
	if (text.length > mostText) return fail({ reason: 'too-large', where: `${text.length} characters` });
	const json = readJson(text);
	if (!json.ok) return json;
	const envelope = v.safeParse(envelopeSchema, json.value);
	if (!envelope.success) return fail({ reason: 'not-a-trace', where: whereOf(envelope.issues) });
	if (!isReadableVersion(envelope.output.version)) {
		return fail({ reason: 'version-unknown', where: String(envelope.output.version) });
	}
	const facts = v.safeParse(factsSchema, envelope.output.facts);
	return facts.success
		? ok(facts.output)
		: fail({ reason: 'not-a-trace', where: `facts.${whereOf(facts.issues)}` });
}

/** One fact by itself, as it is kept in the tab. */
export function parseFact(text: string): Result<Fact, IntakeFailure> {
	const json = readJson(text);
	if (!json.ok) return json;
	const fact = v.safeParse(factSchema, json.value);
	return fact.success ? ok(fact.output) : fail({ reason: 'not-a-trace', where: whereOf(fact.issues) });
}

const whereOf = (issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string =>
	[v.getDotPath(issues[0]), issues[0].expected].filter(Boolean).join(' ≠ ');
