import * as v from 'valibot';
import type { Kind } from '$lib/authorization-server/kinds';
import type { Store } from '$lib/authorization-server/realm';
import { recordSchemas } from '$lib/authorization-server/records';
import { entrySchema } from '$lib/resource-server/timesheets';

/** What both servers keep, by kind. A kind without a schema does not compile. */
const schemas: Record<Kind, v.GenericSchema> = {
	...recordSchemas,
	timesheet: entrySchema,
	'timesheet-person': v.literal(true),
	'api-proof-seen': v.literal(true)
};
const schemaOf = new Map<string, v.GenericSchema>(Object.entries(schemas));

/** The value, when it is what this kind has; nothing otherwise, and nothing of a kind that nobody knows. */
function read<T>(kind: string, value: unknown): T | undefined {
	const schema = schemaOf.get(kind);
	return schema && v.is(schema, value) ? (value as T) : undefined;
}

/**
 * A store whose every value is looked at when it is read. What lies there and cannot be read is as good as not there:
 * signing keys are made anew, a page has ended, a token is unknown.
 */
export const readable = (store: Store): Store => ({
	...store,
	get: async <T>(kind: string, key: string) => read<T>(kind, await store.get(kind, key)),
	take: async <T>(kind: string, key: string) => read<T>(kind, await store.take(kind, key)),
	update: (kind, key, change, expiresAt) =>
		store.update(kind, key, (known) => change(read(kind, known)), expiresAt),
	list: async <T>(kind: string) =>
		(await store.list(kind)).flatMap(([key, value]): [string, T][] => {
			const readable = read<T>(kind, value);
			return readable === undefined ? [] : [[key, readable]];
		})
});
