import { limitOf, surplusOf, type Dated, type Limit } from './kinds';
import type { Expiry, Store } from './realm';

interface Entry extends Dated {
	key: string;
	value: unknown;
}

const sweepEvery = 500;

/**
 * A store that lives as long as the process. Values are cloned in and out, as a database would do, so that
 * nobody changes what is stored by holding on to it. `now` is milliseconds since the epoch.
 */
export function createMemoryStore(now: () => number, limits: (kind: string) => Limit = limitOf): Store {
	const kinds = new Map<string, Map<string, Entry>>();
	let writes = 0;

	const entriesOf = (kind: string): Map<string, Entry> => {
		const entries = kinds.get(kind) ?? new Map<string, Entry>();
		kinds.set(kind, entries);
		return entries;
	};
	const sweep = () => {
		for (const entries of kinds.values())
			for (const [key, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(key);
	};
	const read = <T>(kind: string, key: string): T | undefined => {
		const entry = entriesOf(kind).get(key);
		return entry && entry.expiresAt > now() ? (structuredClone(entry.value) as T) : undefined;
	};

	const write = (kind: string, key: string, value: unknown, expiresAt: number): void => {
		writes += 1;
		if (writes % sweepEvery === 0) sweep();
		const entries = entriesOf(kind);
		entries.set(key, { key, value: structuredClone(value), expiresAt, writtenAt: writes });
		const limit = limits(kind);
		if (entries.size <= limit.most) return;
		for (const surplus of surplusOf([...entries.values()], limit, now())) entries.delete(surplus.key);
	};

	return {
		get: async <T>(kind: string, key: string) => read<T>(kind, key),
		put: async (kind, key, value, expiresAt = Infinity) => write(kind, key, value, expiresAt),
		remove: async (kind, key) => {
			entriesOf(kind).delete(key);
		},
		take: async <T>(kind: string, key: string) => {
			const value = read<T>(kind, key);
			entriesOf(kind).delete(key);
			return value;
		},
		update: async <T>(
			kind: string,
			key: string,
			change: (known: T | undefined) => T | undefined,
			expiry: Expiry<T> = Infinity
		) => {
			const next = change(read<T>(kind, key));
			if (next !== undefined) write(kind, key, next, typeof expiry === 'number' ? expiry : expiry(next));
		},
		list: async <T>(kind: string) =>
			[...entriesOf(kind)]
				.filter(([, { expiresAt }]) => expiresAt > now())
				.map(([key, { value }]): [string, T] => [key, structuredClone(value) as T])
	};
}
