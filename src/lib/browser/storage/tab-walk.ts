/**
 * A walk in the storage of the tab, as texts: what is written here is written when a method returns. A text that has no
 * room waits, and all that come after it: what is kept is always the beginning of what there is.
 */
import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { attempt } from './stored-value';
import {
	allOf,
	asideIn,
	formatHead,
	newHead,
	parseHead,
	removeFacts,
	startOf,
	textsIn,
	type Away,
	type Head,
	type WalkKeys
} from './walk-keys';

export type Kept = Result<true, IntakeFailure>;

export class TabWalk {
	readonly #storage: () => Storage;
	readonly #keys: WalkKeys;
	#head = newHead();
	/** Whether the head is in the storage. */
	#isStored = false;
	/** The walk that is in the storage as long as this one has no room to take its place. */
	#before: Head | undefined;
	#pending: string[] = [];
	#size = 0;
	#leftOver: string[] = [];

	/** `storage` is asked for at each use: where storage is blocked, the mere mention of it throws. */
	constructor(storage: () => Storage, keys: WalkKeys) {
		this.#storage = storage;
		this.#keys = keys;
	}

	get head(): Head {
		return this.#head;
	}

	/** Characters that the walk takes in the storage. */
	get size(): number {
		return this.#size;
	}

	/** Whether something of this walk, or of one that it has replaced, lies outside of the tab. */
	get isElsewhere(): boolean {
		return this.#head.away !== undefined || this.#leftOver.length > 0;
	}

	/** What is kept: its texts in the tab, of which some may be missing; undefined when nothing is. */
	read(): Result<(string | undefined)[] | undefined, IntakeFailure> {
		return attempt(() => {
			const storage = this.#storage();
			const written = storage.getItem(this.#keys.head);
			if (written === null) return ok(undefined);
			const head = parseHead(written);
			if (!head) {
				this.putAside(
					allOf(storage, this.#keys)
						.map(([, text]) => text.trimEnd())
						.join('\n')
				);
				return fail({ reason: 'storage-unreadable', where: 'head' });
			}
			this.#head = head;
			this.#isStored = true;
			if (head.count === 0 && head.waiting) return ok(undefined);
			const texts = textsIn(storage, this.#keys, head);
			this.#measure(texts);
			return ok(texts);
		});
	}

	/** Whether another page of this tab has written since: what is written here would take the place of that. */
	get isBehind(): boolean {
		const found = attempt(() => ok(this.#storage().getItem(this.#keys.head)));
		if (!found.ok || found.value === null) return found.ok && this.#isStored;
		const theirs = parseHead(found.value);
		const mine = this.#before ?? this.#head;
		return theirs?.walk !== mine.walk || theirs.count !== mine.count;
	}

	append(text: string): Kept {
		this.#pending.push(text);
		return this.settle();
	}

	/** Where there is no room for it, what was there stays. */
	replace(texts: string[]): Kept {
		this.#putInPlace(texts);
		return this.settle();
	}

	/** The same with what lies under another key: where there is no room for it, nothing is written at all. */
	carryOver(texts: string[]): Kept {
		this.#putInPlace(texts);
		return this.#writeAll();
	}

	/** Writes what waits, as far as there is room. */
	settle(): Kept {
		const kept = this.#writeAll();
		if (!kept.ok) this.#tellWaiting();
		return kept;
	}

	/** What waited still when the page before this one was left. Once it was asked for the next fact takes it away. */
	takeCutOff(): Head['waiting'] {
		const { waiting, ...head } = this.#head;
		this.#head = head;
		return waiting;
	}

	/** Whether as many characters have room in place of this walk. */
	hasRoom(size: number): boolean {
		const more = size - this.#size;
		if (more <= 0) return true;
		return attempt(() => {
			const storage = this.#storage();
			storage.setItem(this.#keys.probe, ' '.repeat(more));
			storage.removeItem(this.#keys.probe);
			return ok(true);
		}).ok;
	}

	/** What could be moved away: everything that is not away yet, beginning with the fact of this number. */
	movable(): { walk: string; from: number; texts: string[] } {
		const here = this.#before ? [] : textsIn(this.#storage(), this.#keys, this.#head);
		const texts = [...here, ...this.#pending].filter((text) => text !== undefined);
		return { walk: this.#head.walk, from: startOf(this.#head), texts };
	}

	/** The first facts of this walk are away now. False: it is no longer the walk of this tab. */
	moved(walk: string, away: Away): Result<boolean, IntakeFailure> {
		return attempt(() => {
			const storage = this.#storage();
			if (walk !== this.#head.walk) return ok(false);
			const was = this.#head;
			this.#writeHead(storage, { ...was, count: Math.max(was.count, away.upTo), away });
			if (this.#before) this.#remove(storage, this.#before);
			this.#before = undefined;
			removeFacts(storage, this.#keys, walk, startOf(was), away.upTo);
			this.#pending = this.#pending.slice(Math.max(0, away.upTo - was.count));
			this.#measure(textsIn(storage, this.#keys, this.#head));
			return ok(true);
		});
	}

	/** Names under which walks are away that this one has replaced. Said once. */
	takeLeftOver(): string[] {
		return this.#leftOver.splice(0);
	}

	/** Moves what cannot be read to another key, as this text, and begins anew. */
	putAside(text: string): void {
		const storage = this.#storage();
		const head = storage.getItem(this.#keys.head) ?? '';
		const all = allOf(storage, this.#keys);
		const place = `${this.#keys.aside}${asideIn(storage, this.#keys).length + 1}`;
		for (const [key] of all) storage.removeItem(key);
		if (!attempt(() => ok(storage.setItem(place, text))).ok) {
			// No room for the text: all stays under its keys, and only its head makes way.
			for (const [key, written] of all) if (key !== this.#keys.head) storage.setItem(key, written);
			storage.setItem(place, head);
		}
		this.#head = newHead();
		this.#isStored = false;
		this.#measure([]);
	}

	asides(): string[] {
		const found = attempt(() => ok(asideIn(this.#storage(), this.#keys)));
		return found.ok ? found.value : [];
	}

	/** The head is there before the first fact: what is not in its count is not part of the walk. */
	#write(storage: Storage): void {
		const isNothing = this.#pending.length === 0 && !this.#before;
		if (isNothing) return;
		if (!this.#isStored) this.#writeHead(storage, this.#head);
		let { count } = this.#head;
		try {
			for (const text of this.#pending) {
				const key = this.#keys.fact(this.#head.walk, count);
				storage.setItem(key, text);
				this.#size += key.length + text.length;
				count += 1;
			}
		} finally {
			this.#pending = this.#pending.slice(count - this.#head.count);
			this.#writeHead(storage, { ...this.#head, count });
		}
	}

	#putInPlace(texts: string[]): void {
		this.#before ??= this.#head;
		this.#head = newHead();
		this.#pending = texts;
	}

	#writeAll(): Kept {
		return attempt(() => {
			if (this.#before) this.#takePlaceOf(this.#storage(), this.#before);
			else this.#write(this.#storage());
			return ok(true);
		});
	}

	/** Beside what is kept: the next page says that there was more, when this one is left before it has a place. */
	#tellWaiting(): void {
		const waiting = { count: this.#pending.length, instead: this.#before !== undefined };
		const head = { ...(this.#before ?? this.#head), waiting };
		attempt(() => ok(this.#storage().setItem(this.#keys.head, formatHead(head))));
	}

	#writeHead(storage: Storage, head: Head): void {
		storage.setItem(this.#keys.head, formatHead(head));
		this.#head = head;
		this.#isStored = true;
	}

	#takePlaceOf(storage: Storage, before: Head): void {
		const was = allOf(storage, this.#keys);
		const texts = this.#pending;
		removeFacts(storage, this.#keys, before.walk, 0, before.count);
		this.#size = 0;
		try {
			this.#write(storage);
		} catch (error) {
			for (const [key] of allOf(storage, this.#keys)) storage.removeItem(key);
			for (const [key, text] of was) storage.setItem(key, text);
			this.#isStored = was.some(([key]) => key === this.#keys.head);
			this.#pending = texts;
			this.#head = { ...this.#head, count: 0 };
			this.#measure(textsIn(storage, this.#keys, before));
			throw error;
		}
		this.#remove(storage, before);
		this.#before = undefined;
	}

	#remove(storage: Storage, { walk, count, away }: Head): void {
		removeFacts(storage, this.#keys, walk, 0, count);
		if (away) this.#leftOver.push(away.name);
	}

	#measure(texts: (string | undefined)[]): void {
		const key = this.#keys.fact(this.#head.walk, this.#head.count).length;
		this.#size = texts.reduce((sum, text = '') => sum + key + text.length, 0);
	}
}
