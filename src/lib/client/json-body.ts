import { fail, ok, type Result } from '$lib/lexicon/result';
import { say, type Said } from '$lib/lexicon/said';

export type JsonObject = Record<string, unknown>;

export const isJsonObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object in a body. Fails with what was found instead. */
export function parseJsonObject(body: string): Result<JsonObject, Said> {
	const text = body.trim();
	if (text === '') return fail(say('empty-body'));
	try {
		const value: unknown = JSON.parse(text);
		if (isJsonObject(value)) return ok(value);
		return fail(say('a-json', Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value));
	} catch {
		return fail(say(text.startsWith('<') ? 'html' : 'not-json'));
	}
}

/** The member as text when it is a non-empty string. */
export function stringOf(body: JsonObject, name: string): string | undefined {
	const value = body[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A JSON value as text for a check: objects as JSON, cut to a length that fits a row. */
export const shown = (value: unknown): Said => (value === undefined ? say('missing') : shownJson(value));

/** The same for a value that is there. */
export function shownJson(value: NonNullable<unknown> | null): string {
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
