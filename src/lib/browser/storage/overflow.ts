/**
 * What has no room in the storage of a tab: in IndexedDB, which all tabs of the origin share, so encrypted with a key
 * that the tab alone keeps. Without that key nobody reads it again. Each walk has a name here. The page that shows
 * it holds a lock of that name, by which a duplicated tab sees that the name is taken.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as v from 'valibot';
import { decodeBase64, encodeBase64 } from '$lib/wire/base64';
import { parseJson } from '$lib/wire/json';
import { randomWord } from '../random-word';

interface Schema extends DBSchema {
	/** When a page last used the name, in milliseconds since the epoch. */
	names: { key: string; value: number };
	/** Encrypted facts, from the one of this number on. */
	parts: { key: [name: string, from: number]; value: { iv: Uint8Array; data: ArrayBuffer } };
}

/** What is needed of `navigator`: tests have their own. */
interface Surroundings {
	locks: {
		request(name: string, options: LockOptions, use: (lock: Lock | null) => unknown): Promise<unknown>;
	};
	now: () => number;
	/** The locks of this page, and what lets them go. */
	held: Map<string, () => void>;
}

const cipher = 'AES-GCM';
/** While the person is at the provider no page of ours holds the lock. Nobody is there for a day. */
const longestAbsence = 24 * 60 * 60 * 1000;
/** Whoever did not go there has closed the tab, loads it again, or comes back to it with the way back, soon. */
export const shortAbsence = 10 * 60 * 1000;
const textsSchema = v.array(v.string());

const allPartsOf = (name: string): IDBKeyRange => IDBKeyRange.bound([name, 0], [name, Infinity]);

/** Rejects a key that is none. */
const importKey = async (key: string): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', new Uint8Array(decodeBase64(key) ?? []), cipher, false, [
		'encrypt',
		'decrypt'
	]);

/** A part is bound to its place: at another one it cannot be read. */
const parametersOf = (iv: BufferSource, name: string, from: number): AesGcmParams => ({
	name: cipher,
	iv,
	additionalData: new TextEncoder().encode(`${name} ${from}`)
});

/** As long as the page is open. */
const heldHere: Surroundings['held'] = new Map();

export class Overflow {
	readonly #database: string;
	readonly #surroundings: Surroundings;
	readonly #touched = new Map<string, number>();
	#opened: Promise<IDBPDatabase<Schema>> | undefined;
	/** What `#opened` came to: a page that ends waits for nothing. */
	#connection: IDBPDatabase<Schema> | undefined;

	constructor(
		database: string,
		surroundings: Surroundings = {
			locks: navigator.locks,
			now: () => Date.now(),
			held: heldHere
		}
	) {
		this.#database = database;
		this.#surroundings = surroundings;
	}

	/** A new name, taken for this page, with a new key. */
	async open(): Promise<{ name: string; key: string }> {
		const name = randomWord(24);
		await this.claim(name);
		return { name, key: encodeBase64(crypto.getRandomValues(new Uint8Array(32))) };
	}

	/** Takes a name for as long as this page is open. False: another page has it. */
	async claim(name: string): Promise<boolean> {
		const isMine = this.#surroundings.held.has(this.#lock(name)) || (await this.#hold(name));
		if (isMine) await this.touch(name);
		return isMine;
	}

	/** Says that the name is in use still: once in a while is enough. */
	async touch(name: string): Promise<void> {
		const now = this.#surroundings.now();
		if (now - (this.#touched.get(name) ?? -Infinity) < longestAbsence / 24) return;
		await (await this.#open()).put('names', now, name);
		this.#touched.set(name, now);
	}

	/** Kept when this resolves; where it rejects nothing was written. */
	async write({ name, key }: { name: string; key: string }, from: number, texts: string[]): Promise<void> {
		const iv = crypto.getRandomValues(new Uint8Array(12));
		const plain = new TextEncoder().encode(JSON.stringify(texts));
		const data = await crypto.subtle.encrypt(parametersOf(iv, name, from), await importKey(key), plain);
		await (await this.#open()).put('parts', { iv, data }, [name, from]);
	}

	/** The first `upTo` facts under this name. Rejects where they are not there, or not for this key. */
	async read({ name, key, upTo }: { name: string; key: string; upTo: number }): Promise<string[]> {
		const database = await this.#open();
		const opener = await importKey(key);
		const texts: string[] = [];
		while (texts.length < upTo) {
			const from = texts.length;
			const part = await database.get('parts', [name, from]);
			if (!part) throw new Error(`facts.${from}`);
			const plain = await crypto.subtle.decrypt(
				parametersOf(new Uint8Array(part.iv), name, from),
				opener,
				part.data
			);
			const read = v.parse(textsSchema, parseJson(new TextDecoder().decode(plain)));
			if (read.length === 0) throw new Error(`facts.${from}`);
			texts.push(...read);
		}
		return texts.slice(0, upTo);
	}

	/** Forgets a name of this page, and all that is under it. */
	async drop(name: string): Promise<void> {
		if (!this.#surroundings.held.has(this.#lock(name))) return;
		const transaction = (await this.#open()).transaction(['names', 'parts'], 'readwrite');
		await Promise.all([
			transaction.objectStore('parts').delete(allPartsOf(name)),
			transaction.objectStore('names').delete(name),
			transaction.done
		]);
		this.#release(name);
	}

	/**
	 * This page ends. `leaves`: the person has gone to the provider; otherwise the names of this page are soon nobody's.
	 * Asked for in the event itself, and often done: what is not done waits for a day.
	 */
	end(leaves: boolean): void {
		const prefix = this.#lock('');
		const names = [...this.#surroundings.held.keys()].filter((lock) => lock.startsWith(prefix));
		if (!this.#connection || names.length === 0) return;
		const used = this.#surroundings.now() - (leaves ? 0 : longestAbsence - shortAbsence);
		const transaction = this.#connection.transaction('names', 'readwrite');
		for (const lock of names) transaction.store.put(used, lock.slice(prefix.length)).catch(() => undefined);
		transaction.done.catch(() => undefined);
		transaction.commit();
	}

	/** Forgets what no page holds and none has used for long: its tab is gone, and the key with it. */
	async sweep(): Promise<void> {
		const database = await this.#open();
		const isGone = async (name: string): Promise<boolean> =>
			this.#surroundings.now() - ((await database.get('names', name)) ?? 0) >= longestAbsence;
		for (const name of await database.getAllKeys('names')) {
			if (this.#surroundings.held.has(this.#lock(name)) || !(await isGone(name))) continue;
			if (!(await this.#hold(name))) continue;
			// Its tab may have come back, and gone again, before this page had the name.
			if (await isGone(name)) await this.drop(name);
			else this.#release(name);
		}
	}

	#release(name: string): void {
		this.#surroundings.held.get(this.#lock(name))?.();
		this.#surroundings.held.delete(this.#lock(name));
	}

	#lock(name: string): string {
		return `${this.#database} ${name}`;
	}

	#hold(name: string): Promise<boolean> {
		return new Promise((resolve, reject) => {
			this.#surroundings.locks
				.request(this.#lock(name), { ifAvailable: true }, (lock) => {
					resolve(lock !== null);
					return (
						lock && new Promise<void>((release) => this.#surroundings.held.set(this.#lock(name), release))
					);
				})
				.catch(reject);
		});
	}

	#open(): Promise<IDBPDatabase<Schema>> {
		this.#opened ??= openDB<Schema>(this.#database, 1, {
			upgrade: (database) => {
				database.createObjectStore('names');
				database.createObjectStore('parts');
			}
		}).then((database) => (this.#connection = database));
		return this.#opened;
	}
}
