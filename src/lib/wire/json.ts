import { fail, ok, type Result } from '$lib/lexicon/result';

/** The value of a JSON text; fails with the platform's words on why it is none. */
export function readJson(text: string): Result<unknown, { reason: 'not-json'; where: string }> {
	try {
		return ok(JSON.parse(text));
	} catch (error) {
		return fail({ reason: 'not-json', where: error instanceof Error ? error.message : '' });
	}
}

/** The same, and undefined, which no JSON says, where it is none. */
export function parseJson(text: string): unknown {
	const read = readJson(text);
	return read.ok ? read.value : undefined;
}
