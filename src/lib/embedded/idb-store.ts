import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction } from 'idb';
import { limitOf, surplusOf, type Dated, type Limit } from '$lib/authorization-server/kinds';
import type { Expiry, Store } from '$lib/authorization-server/realm';

interface Entry extends Dated {
	kind: string;
	key: string;
	value: unknown;
}

interface Schema extends DBSchema {
	entries: { key: [kind: string, key: string]; value: Entry; indexes: { expiresAt: number } };
}

type Database = IDBPDatabase<Schema>;
type Entries = IDBPObjectStore<Schema, ['entries'], 'entries', 'readwrite'>;

/** Writes from one look for what has ended to the next; where much is kept of a kind, to the next count of it. */
const lookEvery = 100;
const much = 1_000;

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

/** Whether it is laid out as this store is: another page of the origin may have taken the name. */
function isOwn(database: Database): boolean {
	if (!database.objectStoreNames.contains('entries')) return false;
	const { keyPath, indexNames } = database.transaction('entries').store;
	return String(keyPath) === 'kind,key' && indexNames.contains('expiresAt');
}

/** The database of that name, or undefined when another version of this site, or somebody else, made it. */
async function openOwn(name: string, onClosed: () => void): Promise<Database | undefined> {
	try {
		const database = await openVersion(name, onClosed);
		if (isOwn(database)) return database;
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

/** As a time: what lies there may have been written by anybody. What has no time is dead, and the oldest of all. */
const timeOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const dated = (entry: Entry): Entry => ({
	...entry,
	expiresAt: timeOf(entry.expiresAt),
	writtenAt: timeOf(entry.writtenAt)
});

async function sweep(database: Database, now: number): Promise<void> {
	const { store, done } = database.transaction('entries', 'readwrite');
	const dead = await store.index('expiresAt').getAllKeys(IDBKeyRange.upperBound(now));
	await Promise.all([...dead.map((key) => store.delete(key)), done]);
}

async function makeRoom(entries: Entries, kind: string, limit: Limit, now: number): Promise<void> {
	if ((await entries.count(allOf(kind))) <= limit.most) return;
	const all = (await entries.getAll(allOf(kind))).map(dated);
	await Promise.all(surplusOf(all, limit, now).map(({ key }) => entries.delete([kind, key])));
}

/**
 * The servers' store in the browser: it survives the stop of the worker and is shared by worker and page.
 * `name` is that of the database, one per place where the site is served.
 */
export function createIdbStore(
	name: string,
	now: () => number,
	limits: (kind: string) => Limit = limitOf
): Store {
	let opened: Promise<Database> | undefined;
	let writes = 0;
	const written = new Map<string, number>();
	const database = (): Promise<Database> => {
		opened ??= open(name, () => (opened = undefined)).catch((error: unknown) => {
			opened = undefined;
			throw error;
		});
		return opened;
	};
	/**
	 * What is asked for in one turn is read in one transaction, and what is put in one turn is written in one: each costs
	 * a way to the database and back, whatever is done in it. `take` and `update` have their own: each sees what the one
	 * before it made.
	 */
	const shared = <Mode extends 'readonly' | 'readwrite'>(mode: Mode) => {
		let begun: Promise<IDBPTransaction<Schema, ['entries'], Mode>> | undefined;
		return () =>
			(begun ??= database()
				.then((ready) => ready.transaction('entries', mode))
				.finally(() => (begun = undefined)));
	};
	const reading = shared('readonly');
	const writing = shared('readwrite');
	const living = <T>(entry: Entry | undefined): T | undefined =>
		entry && timeOf(entry.expiresAt) > now() ? (entry.value as T) : undefined;

	async function write(entries: Entries, entry: Omit<Entry, 'writtenAt'>): Promise<void> {
		const { kind } = entry;
		const limit = limits(kind);
		const count = written.get(kind) ?? 0;
		written.set(kind, count + 1);
		await entries.put({ ...entry, writtenAt: now() });
		if (limit.most < much || count % lookEvery === 0) await makeRoom(entries, kind, limit, now());
	}

	const wrote = async (): Promise<void> => {
		writes += 1;
		if (writes % lookEvery === 0) await sweep(await database(), now());
	};

	return {
		get: async <T>(kind: string, key: string) => living<T>(await (await reading()).store.get([kind, key])),
		async put(kind, key, value, expiresAt = Infinity) {
			const { store, done } = await writing();
			await Promise.all([write(store, { kind, key, value, expiresAt }), done]);
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
			expiry: Expiry<T> = Infinity
		) {
			const { store, done } = (await database()).transaction('entries', 'readwrite');
			const value = change(living<T>(await store.get([kind, key])));
			if (value === undefined) return done;
			const expiresAt = typeof expiry === 'number' ? expiry : expiry(value);
			await Promise.all([write(store, { kind, key, value, expiresAt }), done]);
			await wrote();
		},
		list: async <T>(kind: string) =>
			(await (await reading()).store.getAll(allOf(kind)))
				.filter(({ key, expiresAt }) => typeof key === 'string' && timeOf(expiresAt) > now())
				.map(({ key, value }): [string, T] => [key, value as T])
	};
}
