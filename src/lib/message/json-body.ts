import { fail, ok, type Result } from '$lib/lexicon/result';
import { say, type Said } from '$lib/lexicon/said';
import type { Pair } from '$lib/wire/form';
import { parseJson } from '$lib/wire/json';

export type JsonObject = Record<string, unknown>;

export const isJsonObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object in a body. Fails with what was found instead. */
export function parseJsonObject(body: string): Result<JsonObject, Said> {
	const text = body.trim();
	if (text === '') return fail(say('empty-body'));
	const value = parseJson(text);
	if (value === undefined) return fail(say(text.startsWith('<') ? 'html' : 'not-json'));
	if (isJsonObject(value)) return ok(value);
	return fail(say('a-json', Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value));
}

/** The member as text when it is a non-empty string. */
export function stringOf(body: JsonObject, name: string): string | undefined {
	const value = body[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Members as parameters: a list as one that comes several times, numbers and objects as JSON (RFC 9101 §4). */
export const memberPairs = (object: JsonObject): Pair[] =>
	Object.entries(object).flatMap(([name, value]) =>
		[value]
			.flat()
			.filter((one) => one !== undefined && one !== null)
			.map((one): Pair => [name, typeof one === 'string' ? one : JSON.stringify(one)])
	);

/** A JSON value as text for a check: objects as JSON, cut to a length that fits a row. */
export const shown = (value: unknown): Said => (value === undefined ? say('missing') : shownJson(value));

/** The same for a value that is there. */
export function shownJson(value: NonNullable<unknown> | null): string {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
