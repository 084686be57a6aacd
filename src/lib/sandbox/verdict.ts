import * as v from 'valibot';
import { fail, ok } from '$lib/lexicon/result';
import type { Result } from '$lib/lexicon/result';
import { findFlaw } from './json-flaws';
import type { DenialReason, Json, JsonObject, Limits } from './rule';
import type { RawRun } from './run-rule';

/** What a rule that passed asks for. `scope` is absent if it set none. */
export interface Verdict {
	user: JsonObject;
	scope?: string[];
	accessToken: JsonObject;
	idToken: JsonObject;
}

export interface Refusal {
	reason: DenialReason;
	detail: string;
}

/** RFC 6749 §3.3: the characters of a scope. */
const scopeToken = v.pipe(v.string(), v.maxLength(200), v.regex(/^[!#-[\]-~]+$/));

const scopeList = v.pipe(v.array(scopeToken), v.maxLength(100));

/** A rule may write its scopes as a list or as the wire does, separated by spaces. */
const scopeSchema = v.union([
	scopeList,
	v.pipe(
		v.string(),
		v.transform((list) => list.split(' ').filter((scope) => scope !== '')),
		scopeList
	)
]);

const jsonSchema = v.custom<Json>((value) => value !== undefined);

const objectSchema = v.pipe(
	v.custom<object>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
	v.record(v.string(), jsonSchema)
);

const reportSchema = v.union([
	v.object({
		fault: v.object({
			reason: v.picklist([
				...(['threw', 'syntax', 'shape', 'prototype'] as const),
				...(['callback-twice', 'callback-never', 'never-settled'] as const)
			]),
			name: v.string(),
			detail: v.string()
		})
	}),
	v.object({ denied: v.string() }),
	v.object({ result: v.unknown() })
]);

const resultSchema = v.object({
	user: objectSchema,
	context: v.object({
		accessToken: v.optional(v.objectWithRest({ scope: v.optional(scopeSchema) }, jsonSchema), {}),
		idToken: v.optional(objectSchema, {})
	})
});

/** Judges what came over the wall. Nothing in it is believed before it is parsed; the worst thing found is the answer. */
export function judge(raw: RawRun, limits: Limits): Result<Verdict, Refusal> {
	if (raw.reached !== undefined) return refuse('forbidden', raw.reached);
	if (raw.broken) return refuse(raw.broken.reason, raw.broken.detail);
	const text = raw.report ?? '';
	if (text.length > limits.outputCharacters) return refuse('output', `${limits.outputCharacters} characters`);
	const parsed = parseJson(text);
	const flaw = findFlaw(parsed);
	if (flaw) return refuse(flaw === 'prototype' ? 'prototype' : 'shape', flaw);
	const report = v.safeParse(reportSchema, parsed);
	if (!report.success) return refuse('shape', 'no result');
	if ('fault' in report.output) return refuseFault(report.output.fault);
	if ('denied' in report.output) return refuse('denied', report.output.denied);
	return readResult(report.output.result);
}

function readResult(value: unknown): Result<Verdict, Refusal> {
	const result = v.safeParse(resultSchema, value);
	if (!result.success) {
		const [issue] = result.issues;
		return refuse('shape', `${v.getDotPath(issue) ?? 'result'}: ${issue.message}`);
	}
	const { user, context } = result.output;
	const { scope, ...accessToken } = context.accessToken;
	return ok({
		user,
		...(scope === undefined ? {} : { scope: [...new Set(scope)] }),
		accessToken,
		idToken: context.idToken
	});
}

/** QuickJS says by a message of its own that memory or stack ran out. */
function refuseFault(fault: { reason: DenialReason; name: string; detail: string }): Result<never, Refusal> {
	const detail = fault.name === '' ? fault.detail : `${fault.name}: ${fault.detail}`;
	if (fault.name === 'InternalError' && /out of memory|too long/.test(fault.detail)) {
		return refuse('memory', detail);
	}
	if (fault.name !== '' && fault.detail === 'stack overflow') return refuse('stack', detail);
	return refuse(fault.reason, detail);
}

const refuse = (reason: DenialReason, detail: string): Result<never, Refusal> =>
	fail({ reason, detail: detail.slice(0, 1_000) });

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
