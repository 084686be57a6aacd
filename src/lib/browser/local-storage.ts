import * as v from 'valibot';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { configurationSchema, type Configuration } from '$lib/trace/configuration';
import { openShelf, type Shelf } from './shelf';

const configurationsSchema = v.pipe(v.array(configurationSchema), v.maxLength(100));
const preferencesSchema = v.record(
	v.pipe(v.string(), v.maxLength(100)),
	v.pipe(v.string(), v.maxLength(1_000))
);

export type Preferences = v.InferOutput<typeof preferencesSchema>;

function parseJson(text: string): Result<unknown, IntakeFailure> {
	try {
		return ok(JSON.parse(text));
	} catch (error) {
		return fail({ reason: 'not-json', ...(error instanceof Error ? { where: error.message } : {}) });
	}
}

/** A shelf of JSON whose shape a schema says. */
export function openJsonShelf<T>(
	storage: () => Storage,
	key: string,
	schema: v.GenericSchema<unknown, T>
): Shelf<T> {
	const parse = (text: string): Result<T, IntakeFailure> => {
		const json = parseJson(text);
		if (!json.ok) return json;
		const parsed = v.safeParse(schema, json.value);
		if (parsed.success) return ok(parsed.output);
		return fail({ reason: 'storage-unreadable', where: v.getDotPath(parsed.issues[0]) ?? '' });
	};
	return openShelf(storage, key, { format: (value) => JSON.stringify(value), parse });
}

/** The configurations of earlier walks, newest first: no secret, token or code is in their schema. */
export const openConfigurationShelf = (
	base: string,
	storage: () => Storage = () => localStorage
): Shelf<Configuration[]> =>
	openJsonShelf(storage, `pkce-playground ${base}/ configurations`, configurationsSchema);

/** What the person chose about the look of things, by name. */
export const openPreferenceShelf = (
	base: string,
	storage: () => Storage = () => localStorage
): Shelf<Preferences> => openJsonShelf(storage, `pkce-playground ${base}/ preferences`, preferencesSchema);
