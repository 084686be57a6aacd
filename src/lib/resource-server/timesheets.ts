import * as v from 'valibot';
import type { EntryStore } from './api';

/** Hours worked by one person on one day. */
export interface Entry {
	id: string;
	/** The `sub` of the person. */
	person: string;
	/** `YYYY-MM-DD` */
	date: string;
	project: string;
	hours: number;
	status: 'submitted' | 'approved';
}

/** What a client may send to add an entry. */
export const newEntrySchema = v.object({
	date: v.pipe(v.string(), v.isoDate()),
	project: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
	hours: v.pipe(v.number(), v.minValue(0.25), v.maxValue(24))
});

export type NewEntry = v.InferOutput<typeof newEntrySchema>;

const kind = 'timesheet';
const maxEntries = 500;

const samples: readonly NewEntry[] = [
	{ date: '2026-01-12', project: 'Website', hours: 7.5 },
	{ date: '2026-01-13', project: 'Website', hours: 6 },
	{ date: '2026-01-14', project: 'Interviews', hours: 4 }
];

/** Everyone starts with the same few entries, so that there is something to see. */
export async function ensureSamples(store: EntryStore, person: string): Promise<void> {
	const known = await store.get<true>('timesheet-person', person);
	if (known) return;
	await store.put('timesheet-person', person, true);
	for (const [index, sample] of samples.entries())
		await store.put(kind, `${person}-${index}`, {
			id: `${person}-${index}`,
			person,
			...sample,
			status: 'submitted'
		});
}

export async function listEntries(store: EntryStore, sees: (entry: Entry) => boolean): Promise<Entry[]> {
	const entries = (await store.list<Entry>(kind)).map(([, entry]) => entry).filter(sees);
	return entries.sort((one, other) => one.date.localeCompare(other.date) || one.id.localeCompare(other.id));
}

/** The new entry, or undefined when there are too many. */
export async function addEntry(
	store: EntryStore,
	person: string,
	id: string,
	entry: NewEntry
): Promise<Entry | undefined> {
	if ((await store.list<Entry>(kind)).length >= maxEntries) return undefined;
	const added: Entry = { id, person, ...entry, status: 'submitted' };
	await store.put(kind, id, added);
	return added;
}
