/**
 * Cases in IndexedDB, which all tabs of the site share: nothing is there before a person switched it on. Names and notes
 * lie apart from walks, so that a list reads no walk.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import * as v from 'valibot';
import { fail, ok, type Result } from '$lib/lexicon/result';
import {
	longestCaseName,
	longestNotes,
	type CaseAbout,
	type CaseFailure,
	type CaseStore
} from '$lib/trace/case';

interface Schema extends DBSchema {
	settings: { key: 'on'; value: unknown };
	cases: { key: string; value: unknown };
	walks: { key: string; value: unknown };
}

const text = v.pipe(v.string(), v.maxLength(2_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const aboutSchema = v.object({
	id: text,
	name: v.pipe(v.string(), v.maxLength(longestCaseName)),
	notes: v.pipe(v.string(), v.maxLength(longestNotes)),
	at: time,
	changedAt: time,
	redacted: v.boolean(),
	attempts: count,
	clientId: v.exactOptional(text),
	issuer: v.exactOptional(text),
	end: v.exactOptional(text),
	size: count
});

const stores = ['settings', 'cases', 'walks'] as const;

type Names = (typeof stores)[number][];
type StoreOf<Name extends Names[number]> = IDBPObjectStore<Schema, Names, Name, 'readwrite'>;
type Stores = { [Name in Names[number]]: StoreOf<Name> };

/** Kept when the promise resolves, whatever happens to the machine next. */
const whole = { durability: 'strict' } as const;

/** Thrown inside of a transaction, so that nothing of it is done. */
class Refusal extends Error {
	readonly reason: CaseFailure['reason'];
	constructor(reason: CaseFailure['reason']) {
		super(reason);
		this.reason = reason;
	}
}

function failureOf(error: unknown): CaseFailure {
	if (error instanceof Refusal) return { reason: error.reason };
	const name = error instanceof Error || error instanceof DOMException ? error.name : '';
	const reason = name === 'QuotaExceededError' ? 'full' : name === 'VersionError' ? 'newer' : 'blocked';
	return { reason, ...(error instanceof Error ? { where: error.message } : {}) };
}

async function attempt<T>(act: () => Promise<T>): Promise<Result<T, CaseFailure>> {
	try {
		return ok(await act());
	} catch (error) {
		return fail(failureOf(error));
	}
}

interface Around {
	/** Whether the database is there: asked without making it. */
	exists: (name: string) => Promise<boolean>;
	estimate: () => Promise<{ usage?: number; quota?: number }>;
	channel: (name: string) => Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>;
}

const around: Around = {
	exists: async (name) => {
		// Where the browser cannot say it, the database is opened, and is empty.
		if (!('databases' in indexedDB)) return true;
		return (await indexedDB.databases()).some((one) => one.name === name);
	},
	estimate: async () => (await navigator.storage?.estimate?.()) ?? {},
	channel: (name) => new BroadcastChannel(name)
};

export function openCaseStore(base: string, { exists, estimate, channel }: Around = around): CaseStore {
	const name = `pkce-playground ${base}/ cases`;
	let opened: Promise<IDBPDatabase<Schema>> | undefined;
	const forget = (): void => (opened = undefined);
	const open = (): Promise<IDBPDatabase<Schema>> => {
		opened ??= openDB<Schema>(name, 1, {
			upgrade: (database) => {
				for (const store of stores) database.createObjectStore(store);
			},
			blocking: (_current, _blocked, event) => {
				if (event.target instanceof IDBDatabase) event.target.close();
				forget();
			},
			terminated: forget
		}).catch((error: unknown) => {
			forget();
			throw error;
		});
		return opened;
	};
	let line: ReturnType<typeof channel> | undefined;
	/** Where there is none, other tabs see it when they are loaded again. */
	const lineOf = (): typeof line => {
		try {
			return (line ??= channel(name));
		} catch {
			return undefined;
		}
	};

	/** One transaction over everything; what it throws undoes it. */
	async function change(act: (use: Stores) => Promise<void>): Promise<true> {
		const transaction = (await open()).transaction([...stores], 'readwrite', whole);
		try {
			await act({
				settings: transaction.objectStore('settings'),
				cases: transaction.objectStore('cases'),
				walks: transaction.objectStore('walks')
			});
		} catch (error) {
			transaction.done.catch(() => undefined);
			// A transaction that failed is over already.
			try {
				transaction.abort();
			} catch {
				throw error;
			}
			throw error;
		}
		await transaction.done;
		lineOf()?.postMessage('changed');
		return true;
	}

	return {
		read: () =>
			attempt(async () => {
				if (!(await exists(name))) return { on: false, cases: [], unreadable: 0 };
				const database = await open();
				const [on, all] = await Promise.all([database.get('settings', 'on'), database.getAll('cases')]);
				const cases = all.flatMap((one): CaseAbout[] => {
					const about = v.safeParse(aboutSchema, one);
					return about.success ? [about.output] : [];
				});
				return { on: on === true, cases, unreadable: all.length - cases.length };
			}),
		turn: (on) => attempt(() => change(async ({ settings }) => void (await settings.put(on, 'on')))),
		add: (added) =>
			attempt(() =>
				change(async ({ settings, cases, walks }) => {
					if ((await settings.get('on')) !== true) throw new Refusal('off');
					for (const { about, trace } of added) {
						await cases.put(about, about.id);
						await walks.put(trace, about.id);
					}
				})
			),
		change: (id, changed) =>
			attempt(() =>
				change(async ({ cases }) => {
					const about = v.safeParse(aboutSchema, await cases.get(id));
					if (!about.success) throw new Refusal('gone');
					await cases.put({ ...about.output, ...changed }, id);
				})
			),
		open: (id) =>
			attempt(async () => {
				const walk = await (await open()).get('walks', id);
				if (typeof walk !== 'string') throw new Refusal('gone');
				return walk;
			}),
		remove: (ids) =>
			attempt(() =>
				change(async ({ cases, walks }) => {
					if (ids === 'all') {
						await cases.clear();
						await walks.clear();
					} else
						for (const id of ids) {
							await cases.delete(id);
							await walks.delete(id);
						}
				})
			),
		usage: () => estimate().catch(() => ({})),
		watch: (changed) => {
			const heard = lineOf();
			if (heard) heard.onmessage = () => changed();
			return () => {
				heard?.close();
				line = undefined;
			};
		}
	};
}
