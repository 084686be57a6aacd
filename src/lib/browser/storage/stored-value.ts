import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';
import { onlyKnown } from '$lib/lexicon/only-known';

/** One value kept in the browser's storage. What cannot be read is put aside under another key, never thrown away. */
export interface StoredValue<T> {
	/** What is kept, or undefined when nothing is. */
	read(): Promise<Result<T | undefined, Unread<T>>>;
	/** Written when it returns: nothing is left to happen while the page is being left. */
	write(value: T): Result<true, IntakeFailure>;
	clear(): void;
	/** What earlier versions or others left here and this one could not read. */
	putAside(): string[];
}

/** Why something could not be read: all of it, or the part `aside`; `rest` is what could, and goes on being kept. */
export interface Unread<T> extends IntakeFailure {
	rest?: T;
	aside?: string;
}

interface Codec<T> {
	format(value: T): string;
	/** What parses may have to be fetched. */
	parse(text: string): Result<T, Unread<T>> | Promise<Result<T, Unread<T>>>;
}

const asidePrefix = (key: string): string => `${key} put aside `;

const whyNot = (error: unknown): IntakeFailure => {
	const full = error instanceof DOMException && error.name === 'QuotaExceededError';
	return {
		reason: full ? 'storage-full' : 'storage-blocked',
		...(error instanceof Error ? { where: error.message } : {})
	};
};

/** A use of the storage. What it throws is a failure: full, or closed to this page. */
export function attempt<T, F extends IntakeFailure>(use: () => Result<T, F>): Result<T, F | IntakeFailure> {
	try {
		return use();
	} catch (error) {
		return fail(whyNot(error));
	}
}

export const keysOf = (storage: Storage): string[] =>
	Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');

/** Moves what could not be read to another key, and leaves the rest. Where there is no room all stays as it was. */
function putAside(
	storage: Storage,
	key: string,
	kept: string,
	aside: string,
	rest: string | undefined
): void {
	const others = keysOf(storage).filter((name) => name.startsWith(asidePrefix(key)));
	const place = `${asidePrefix(key)}${others.length + 1}`;
	// Something else may have been written while what parses was fetched: that stays.
	const isThere = storage.getItem(key) === kept;
	if (isThere) storage.removeItem(key);
	try {
		storage.setItem(place, aside);
		if (isThere && rest !== undefined) storage.setItem(key, rest);
	} catch (error) {
		storage.removeItem(place);
		if (isThere) storage.setItem(key, kept);
		throw error;
	}
}

/** `storage` is asked for at each use: where storage is blocked, the mere mention of it throws. */
export function openStoredValue<T>(storage: () => Storage, key: string, codec: Codec<T>): StoredValue<T> {
	return {
		read: async () => {
			const kept = attempt(() => ok(storage().getItem(key)));
			if (!kept.ok) return kept;
			const text = kept.value;
			if (text === null) return ok(undefined);
			const parsed = await codec.parse(text);
			if (parsed.ok) return parsed;
			const { reason, where, rest, aside = text } = parsed.failure;
			const said: Unread<T> = {
				reason: 'storage-unreadable',
				where: where ? `${reason}: ${where}` : reason,
				...onlyKnown({ rest })
			};
			const moved = attempt(() => {
				putAside(storage(), key, text, aside, rest === undefined ? undefined : codec.format(rest));
				return ok(true);
			});
			// Without room to put it aside it stays where it is; what can be read of it is used all the same.
			return fail(moved.ok ? said : { ...said, ...moved.failure });
		},
		write: (value) =>
			attempt(() => {
				storage().setItem(key, codec.format(value));
				return ok(true);
			}),
		clear: () => {
			attempt(() => {
				storage().removeItem(key);
				return ok(true);
			});
		},
		putAside: () => {
			const found = attempt(() =>
				ok(
					keysOf(storage())
						.filter((name) => name.startsWith(asidePrefix(key)))
						.map((name) => storage().getItem(name) ?? '')
				)
			);
			return found.ok ? found.value : [];
		}
	};
}
