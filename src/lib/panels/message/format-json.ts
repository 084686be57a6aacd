import { parseJson } from '$lib/wire/json';

/** A JSON object or array with a member a line; undefined where the text is none, or is written like that already. */
export function formatJson(text: string): string | undefined {
	const value = parseJson(text);
	if (typeof value !== 'object' || value === null) return undefined;
	const formatted = JSON.stringify(value, undefined, 2);
	return formatted === text.trim() ? undefined : formatted;
}
