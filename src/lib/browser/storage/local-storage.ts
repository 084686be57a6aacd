import * as v from 'valibot';
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { configurationSchema, type Configuration } from '$lib/trace/configuration';
import { openStoredValue, type StoredValue, type Unread } from './stored-value';
import { readJson } from '$lib/wire/json';

/** More are never kept here. */
const mostConfigurations = 100;
const preferencesSchema = v.record(
	v.pipe(v.string(), v.maxLength(100)),
	v.pipe(v.string(), v.maxLength(1_000))
);

export type Preferences = v.InferOutput<typeof preferencesSchema>;

/** A stored value of JSON whose shape a schema says. */
export function openStoredJson<T>(
	storage: () => Storage,
	key: string,
	schema: v.GenericSchema<unknown, T>
): StoredValue<T> {
	const parse = (text: string): Result<T, IntakeFailure> => {
		const json = readJson(text);
		if (!json.ok) return json;
		const parsed = v.safeParse(schema, json.value);
		if (parsed.success) return ok(parsed.output);
		return fail({ reason: 'storage-unreadable', where: v.getDotPath(parsed.issues[0]) ?? '' });
	};
	return openStoredValue(storage, key, { format: (value) => JSON.stringify(value), parse });
}

/** Each of them by itself: one that cannot be read takes no other with it. */
function parseConfigurations(text: string): Result<Configuration[], Unread<Configuration[]>> {
	const json = readJson(text);
	if (!json.ok) return json;
	if (!Array.isArray(json.value)) return fail({ reason: 'storage-unreadable', where: 'not a list' });
	const read: Configuration[] = [];
	const unread: unknown[] = [];
	const places: number[] = [];
	for (const [index, item] of json.value.slice(0, mostConfigurations).entries()) {
		const parsed = v.safeParse(configurationSchema, item);
		if (parsed.success) read.push(parsed.output);
		else {
			unread.push(item);
			places.push(index + 1);
		}
	}
	if (unread.length === 0) return ok(read);
	return fail({
		reason: 'storage-unreadable',
		where: places.join(', '),
		rest: read,
		aside: JSON.stringify(unread)
	});
}

/** The configurations of earlier walks, newest first: no secret, token or code is in their schema. */
export const openStoredConfigurations = (
	base: string,
	storage: () => Storage = () => localStorage
): StoredValue<Configuration[]> =>
	openStoredValue(storage, `pkce-playground ${base}/ configurations`, {
		format: (list) => JSON.stringify(list),
		parse: parseConfigurations
	});

/** What the person chose about the look of things, by name. */
export const openStoredPreference = (
	base: string,
	storage: () => Storage = () => localStorage
): StoredValue<Preferences> =>
	openStoredJson(storage, `pkce-playground ${base}/ preferences`, preferencesSchema);
