import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Store } from '$lib/authorization-server/realm';

interface Entry {
	kind: string;
	key: string;
	value: unknown;
	/** Milliseconds since the epoch; `Infinity`: never. */
	expiresAt: number;
}

interface Schema extends DBSchema {
	entries: { key: [kind: string, key: string]; value: Entry; indexes: { expiresAt: number } };
}

type Database = IDBPDatabase<Schema>;

/** More than a person makes in months; what expires first goes first when there are more. */
const mostEntries = 5_000;
const sweepEvery = 100;

/** Every key of one kind: an array sorts after every string. */
const allOf = (kind: string): IDBKeyRange => IDBKeyRange.bound([kind], [kind, []]);

const openVersion = (name: string, onClosed: () => void): Promise<Database> =>
	openDB<Schema>(name, 1, {
		upgrade: (upgraded) => {
			upgraded
				.createObjectStore('entries', { keyPath: ['kind', 'key'] })
				.createIndex('expiresAt', 'expiresAt');
		},
		blocking: (_current, _blocked, event) => {
			if (event.target instanceof IDBDatabase) event.target.close();
			onClosed();
		},
		terminated: onClosed
	});

/** The database of that name, or undefined when another version of this site, or somebody else, made it. */
async function openOwn(name: string, onClosed: () => void): Promise<Database | undefined> {
	try {
		const database = await openVersion(name, onClosed);
		if (database.objectStoreNames.contains('entries')) return database;
		database.close();
		return undefined;
	} catch (error) {
		if (error instanceof DOMException && error.name === 'VersionError') return undefined;
		throw error;
	}
}

/** What cannot be used is left as it is: another name is used beside it. */
const open = async (name: string, onClosed: () => void): Promise<Database> =>
	(await openOwn(name, onClosed)) ?? openVersion(`${name} beside`, onClosed);

/** Drops what has expired, then what expires soonest while there is too much. */
async function sweep(database: Database, now: number, most: number): Promise<void> {
	const entries = database.transaction('entries', 'readwrite').store;
	let surplus = (await entries.count()) - most;
	for (let cursor = await entries.index('expiresAt').openCursor(); cursor; cursor = await cursor.continue()) {
		if (cursor.value.expiresAt > now && surplus <= 0) return;
		await cursor.delete();
		surplus -= 1;
	}
}

/**
 * The servers' store in the browser: it survives the stop of the worker and is shared by worker and page.
 * `name` is that of the database, one per place where the site is served.
 */
export function createIdbStore(name: string, now: () => number, most = mostEntries): Store {
	let opened: Promise<Database> | undefined;
	let writes = 0;
	const database = (): Promise<Database> => {
		opened ??= open(name, () => (opened = undefined)).catch((error: unknown) => {
			opened = undefined;
			throw error;
		});
		return opened;
	};
	const living = <T>(entry: Entry | undefined): T | undefined =>
		entry && entry.expiresAt > now() ? (entry.value as T) : undefined;

	const wrote = async (): Promise<void> => {
		writes += 1;
		if (writes % sweepEvery === 0) await sweep(await database(), now(), most);
	};

	return {
		get: async <T>(kind: string, key: string) =>
			living<T>(await (await database()).get('entries', [kind, key])),
		async put(kind, key, value, expiresAt = Infinity) {
			await (await database()).put('entries', { kind, key, value, expiresAt });
			await wrote();
		},
		async remove(kind, key) {
			await (await database()).delete('entries', [kind, key]);
		},
		async take<T>(kind: string, key: string) {
			const transaction = (await database()).transaction('entries', 'readwrite');
			const entry = await transaction.store.get([kind, key]);
			if (entry) await transaction.store.delete([kind, key]);
			await transaction.done;
			return living<T>(entry);
		},
		async update<T>(
			kind: string,
			key: string,
			change: (known: T | undefined) => T | undefined,
			expiresAt = Infinity
		) {
			const { store, done } = (await database()).transaction('entries', 'readwrite');
			const value = change(living<T>(await store.get([kind, key])));
			await Promise.all([value === undefined ? undefined : store.put({ kind, key, value, expiresAt }), done]);
			await wrote();
		},
		list: async <T>(kind: string) =>
			(await (await database()).getAll('entries', allOf(kind)))
				.filter(({ expiresAt }) => expiresAt > now())
				.map(({ key, value }): [string, T] => [key, value as T])
	};
}
