import type { IntakeFailure } from '$lib/lexicon/failure';
import { fail, ok, type Result } from '$lib/lexicon/result';

/** One value kept in the browser's storage. What cannot be read is put aside under another key, never thrown away. */
export interface Shelf<T> {
	/** What is kept, or undefined when nothing is. */
	read(): Result<T | undefined, IntakeFailure>;
	/** Written when it returns: nothing is left to happen while the page is being left. */
	write(value: T): Result<true, IntakeFailure>;
	clear(): void;
	/** What earlier versions or others left here and this one could not read. */
	putAside(): string[];
}

interface Codec<T> {
	format(value: T): string;
	parse(text: string): Result<T, IntakeFailure>;
}

const asidePrefix = (key: string): string => `${key} put aside `;

const whyNot = (error: unknown): IntakeFailure => {
	const full = error instanceof DOMException && error.name === 'QuotaExceededError';
	return {
		reason: full ? 'storage-full' : 'storage-blocked',
		...(error instanceof Error ? { where: error.message } : {})
	};
};

function attempt<T>(use: () => Result<T, IntakeFailure>): Result<T, IntakeFailure> {
	try {
		return use();
	} catch (error) {
		return fail(whyNot(error));
	}
}

const keysOf = (storage: Storage): string[] =>
	Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');

function putAside(storage: Storage, key: string, text: string): void {
	const aside = keysOf(storage).filter((name) => name.startsWith(asidePrefix(key)));
	storage.removeItem(key);
	storage.setItem(`${asidePrefix(key)}${aside.length + 1}`, text);
}

/** `storage` is asked for at each use: where storage is blocked, the mere mention of it throws. */
export function openShelf<T>(storage: () => Storage, key: string, codec: Codec<T>): Shelf<T> {
	return {
		read: () =>
			attempt<T | undefined>(() => {
				const text = storage().getItem(key);
				if (text === null) return ok(undefined);
				const parsed = codec.parse(text);
				if (parsed.ok) return parsed;
				putAside(storage(), key, text);
				const { reason, where } = parsed.failure;
				return fail({ reason: 'storage-unreadable', where: where ? `${reason}: ${where}` : reason });
			}),
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
