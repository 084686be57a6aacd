/** How much is kept, and what goes first: the same in memory and in IndexedDB. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { kinds, limitOf, type Limit } from '$lib/authorization-server/kinds';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import type { Store } from '$lib/authorization-server/realm';
import { createIdbStore } from '$lib/embedded/idb-store';

let time = 1_000;
let count = 0;
beforeEach(() => {
	time = 1_000;
});

type Open = (limits?: (kind: string) => Limit) => Store;
const now = () => time;
const stores: [string, Open][] = [
	['in memory', (limits) => createMemoryStore(now, limits)],
	['in IndexedDB', (limits) => createIdbStore(`kinds-${(count += 1)}`, now, limits)]
];

const keysOf = async (store: Store, kind: string) => (await store.list(kind)).map(([key]) => key).sort();

/** Written in this order, each at a later time than the one before. */
async function fill(store: Store, kind: string, entries: [key: string, expiresAt?: number][]): Promise<void> {
	for (const [key, expiresAt] of entries) {
		time += 1;
		await store.put(kind, key, true, expiresAt);
	}
}

describe.each(stores)('the store %s', (_where, open) => {
	const small = (first: Limit['first']) => open(() => ({ most: 3, first }));

	test('drops the oldest when there are too many of a kind that is kept by age', async () => {
		const store = small('oldest');
		await fill(store, 'a', [['1'], ['2', 2_000], ['3', 9_000], ['4', 3_000], ['5']]);
		expect(await keysOf(store, 'a')).toEqual(['3', '4', '5']);
	});

	test('drops what ends soonest when there are too many of a kind that is kept by its end', async () => {
		const store = small('ending');
		await fill(store, 'a', [['1'], ['2', 2_000], ['3', 9_000], ['4', 3_000], ['5']]);
		expect(await keysOf(store, 'a')).toEqual(['1', '3', '5']);
	});

	test('drops the dead before anything that lives', async () => {
		const store = small('oldest');
		await fill(store, 'a', [['old'], ['short', 1_010], ['brief', 1_010]]);
		time = 1_010;
		await fill(store, 'a', [['4'], ['5']]);
		expect(await keysOf(store, 'a')).toEqual(['4', '5', 'old']);
	});

	test('counts what is written again as new, and once', async () => {
		const store = small('oldest');
		await fill(store, 'a', [['1'], ['2'], ['3'], ['1'], ['1'], ['4']]);
		expect(await keysOf(store, 'a')).toEqual(['1', '3', '4']);
		await store.update('a', '3', () => true);
		await fill(store, 'a', [['5']]);
		expect(await keysOf(store, 'a')).toEqual(['3', '4', '5']);
	});

	test('leaves the other kinds alone', async () => {
		const store = small('oldest');
		await fill(store, 'a', [['1', 2_000]]);
		await fill(
			store,
			'b',
			Array.from({ length: 30 }, (_, index) => [`${index}`])
		);
		expect(await keysOf(store, 'a')).toEqual(['1']);
		expect(await keysOf(store, 'b')).toHaveLength(3);
	});

	test('lets an update say when the entry ends by what it wrote', async () => {
		const store = open();
		const add = (known: number | undefined) => (known ?? 0) + 1;
		await store.update('a', 'key', add, (next) => 2_000 * next);
		await store.update('a', 'key', add, (next) => 2_000 * next);
		time = 3_999;
		expect(await store.get('a', 'key')).toBe(2);
		time = 4_000;
		expect(await store.get('a', 'key')).toBeUndefined();
	});

	test('of many more than it keeps, keeps the newest, and never much more than it may', async () => {
		const store = open(() => ({ most: 1_000, first: 'oldest' }));
		for (let index = 0; index < 1_300; index += 1) {
			time += 1;
			await store.put('a', String(index).padStart(4, '0'), index);
		}
		const left = await keysOf(store, 'a');
		expect(left.length).toBeLessThan(1_100);
		expect(left).toEqual(
			Array.from({ length: left.length }, (_, index) => String(1_300 - left.length + index).padStart(4, '0'))
		);
		expect(left.length).toBeGreaterThanOrEqual(900);
	});
});

test('every kind has a limit, and one that nobody knows has one too', () => {
	for (const kind of [...Object.keys(kinds), 'nobody knows', 'constructor', '__proto__'])
		expect(limitOf(kind).most, kind).toBeGreaterThan(0);
});

test('registered applications are kept by age: the oldest goes when there is one too many', async () => {
	const store = createMemoryStore(now);
	const { most } = kinds.application;
	for (let index = 0; index <= most; index += 1) await fill(store, 'application', [[`${index}`, 9_000]]);
	const left = await keysOf(store, 'application');
	expect(left).toHaveLength(most);
	expect(left).not.toContain('0');
});

test('what lies in IndexedDB without a time goes first, and what has ended is swept', async () => {
	const name = `kinds-${(count += 1)}`;
	const store = createIdbStore(name, now, () => ({ most: 3, first: 'oldest' }));
	await fill(store, 'a', [['1']]);
	const database = await openDB(name);
	for (const entry of [
		{ key: 'x' },
		{ key: 'y', expiresAt: 'late', writtenAt: {} },
		{ key: 7, expiresAt: 9e9 }
	])
		await database.put('entries', { kind: 'a', value: 1, ...entry });
	expect(await keysOf(store, 'a')).toEqual(['1']);
	expect(await store.get('a', 'x')).toBeUndefined();
	await fill(store, 'a', [['2'], ['3', 1_100]]);
	expect(await keysOf(store, 'a')).toEqual(['1', '2', '3']);
	time = 1_100;
	await fill(
		store,
		'b',
		Array.from({ length: 100 }, () => ['same'])
	);
	const kept = await database.getAllKeys('entries');
	expect(kept).not.toContainEqual(['a', '3']);
	expect(kept).not.toContainEqual(['a', 'y']);
	database.close();
});
