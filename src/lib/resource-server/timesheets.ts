import * as v from 'valibot';
import type { EntryStore } from './api';

/** Hours worked by one person on one day. */
export const entrySchema = v.object({
	id: v.string(),
	/** The `sub` of the person. */
	person: v.string(),
	/** `YYYY-MM-DD` */
	date: v.string(),
	project: v.string(),
	hours: v.number(),
	status: v.picklist(['submitted', 'approved']),
	/** The `sub` of who approved it. */
	approvedBy: v.exactOptional(v.string())
});

export type Entry = v.InferOutput<typeof entrySchema>;

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

/** People whom the API knows by itself; it sees others when they first come. */
export const colleagues = ['user-erin', 'user-omar', 'user-mona'] as const;

/** Everyone starts with the same few entries, so that there is something to see and to approve. */
async function ensureSamples(store: EntryStore, person: string): Promise<void> {
	if (await store.get<true>('timesheet-person', person)) return;
	await store.put('timesheet-person', person, true);
	for (const [index, sample] of samples.entries()) {
		const entry: Entry = { id: `${person}-${index}`, person, ...sample, status: 'submitted' };
		await store.put(kind, entry.id, entry);
	}
}

/** What a person may see: their own entries; a manager sees everybody's. */
export async function listEntries(store: EntryStore, person: string, manager: boolean): Promise<Entry[]> {
	await ensureSamples(store, person);
	if (manager) for (const colleague of colleagues) await ensureSamples(store, colleague);
	const entries = (await store.list<Entry>(kind)).map(([, entry]) => entry);
	return entries
		.filter((entry) => manager || entry.person === person)
		.sort((one, other) => one.date.localeCompare(other.date) || one.id.localeCompare(other.id));
}

/** The new entry, or undefined when there are too many. */
export async function addEntry(
	store: EntryStore,
	person: string,
	id: string,
	entry: NewEntry
): Promise<Entry | undefined> {
	await ensureSamples(store, person);
	if ((await store.list<Entry>(kind)).length >= maxEntries) return undefined;
	const added: Entry = { id, person, ...entry, status: 'submitted' };
	await store.put(kind, id, added);
	return added;
}

export const findEntry = (store: EntryStore, id: string): Promise<Entry | undefined> =>
	store.get<Entry>(kind, id);

export const removeEntry = (store: EntryStore, { id }: Entry): Promise<void> => store.remove(kind, id);

export async function approveEntry(store: EntryStore, entry: Entry, approvedBy: string): Promise<Entry> {
	const approved: Entry = { ...entry, status: 'approved', approvedBy };
	await store.put(kind, entry.id, approved);
	return approved;
}
