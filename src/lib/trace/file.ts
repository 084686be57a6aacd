/**
 * The one text form of a trace: what is kept in the tab, exported, imported and used as a fixture. A version that
 * is not known is refused, never guessed at; older known versions would be raised here.
 */
import * as v from 'valibot';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { factSchema, type Fact, type Trace } from './fact';
import { readJson } from '$lib/wire/json';

const format = 'pkce-playground-trace';
/**
 * 2: answers that were posted, second answers, typed endpoints, a yes to plain http, and what was redacted are facts.
 * 3: which attempt was opened is one, and a configuration says when it was recorded elsewhere. A file of an earlier
 * version is one that has none of them. And the checks of a server say phrases, by their key: before, they said their
 * words, which are values, shown as they are.
 * 4: an authorization request may have been posted, and how a decision ended is a phrase as well.
 */
export const traceVersion = 4;
const readable: readonly number[] = [1, 2, 3, traceVersion];
export const isReadableVersion = (version: number): boolean => readable.includes(version);

/** Characters. A walk is about 50 kB; a browser keeps about 5 MB a tab. */
const mostText = 8_000_000;
const mostFacts = 5_000;

const envelopeSchema = v.object({ format: v.literal(format), version: v.number(), facts: v.unknown() });
const factsSchema = v.pipe(v.array(factSchema), v.maxLength(mostFacts));

export const formatTrace = (trace: Trace): string =>
	JSON.stringify({ format, version: traceVersion, facts: trace });

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

/** One fact by itself, as it is kept in the tab. Its version stands beside it. */
export const formatFact = (fact: Fact): string => JSON.stringify(fact);

export function parseFact(text: string): Result<Fact, IntakeFailure> {
	const json = readJson(text);
	if (!json.ok) return json;
	const fact = v.safeParse(factSchema, json.value);
	return fact.success ? ok(fact.output) : fail({ reason: 'not-a-trace', where: whereOf(fact.issues) });
}

const whereOf = (issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string =>
	[v.getDotPath(issues[0]), issues[0].expected].filter(Boolean).join(' ≠ ');
