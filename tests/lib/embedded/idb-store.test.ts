import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '$lib/authorization-server/memory-store';
import type { Store } from '$lib/authorization-server/realm';
import { createIdbStore } from '$lib/embedded/idb-store';

let time = 1_000;
let count = 0;
let name = '';
let store: Store;

beforeEach(() => {
	time = 1_000;
	name = `store-${(count += 1)}`;
	store = createIdbStore(name, () => time);
});

describe('the store over IndexedDB', () => {
	it('gives back what was put, by kind and key', async () => {
		await store.put('code', 'a', { one: 1 });
		expect(await store.get('code', 'a')).toEqual({ one: 1 });
		expect(await store.get('code', 'b')).toBeUndefined();
		expect(await store.get('other', 'a')).toBeUndefined();
	});

	it('is shared by all who open the same database, and by nobody else', async () => {
		await store.put('code', 'a', 1);
		expect(await createIdbStore(name, () => time).get('code', 'a')).toBe(1);
		expect(await createIdbStore(`${name}-other`, () => time).get('code', 'a')).toBeUndefined();
	});

	it.each([
		['another version', 99, 'entries'],
		['somebody else', 1, 'rubbish'],
		['somebody else, by the same name', 1, 'entries']
	])('leaves a database of %s alone and keeps its own beside it', async (_who, version, table) => {
		const foreign = await openDB(name, version, { upgrade: (made) => void made.createObjectStore(table) });
		foreign.close();
		await store.put('code', 'a', 1);
		expect(await createIdbStore(name, () => time).get('code', 'a')).toBe(1);
		const same = await openDB(name);
		expect([...same.objectStoreNames]).toEqual([table]);
		same.close();
	});

	it('forgets at the very millisecond of expiry', async () => {
		await store.put('code', 'a', 1, 2_000);
		time = 1_999;
		expect(await store.get('code', 'a')).toBe(1);
		time = 2_000;
		expect(await store.get('code', 'a')).toBeUndefined();
		expect(await store.take('code', 'a')).toBeUndefined();
		expect(await store.list('code')).toEqual([]);
	});

	it('of many that take at once, one gets it', async () => {
		await store.put('code', 'a', 'once');
		const other = createIdbStore(name, () => time);
		const taken = await Promise.all([store, other, store, other].map((each) => each.take('code', 'a')));
		expect(taken.filter((value) => value !== undefined)).toEqual(['once']);
	});

	it('of many that update at once, each sees what the one before it wrote', async () => {
		const other = createIdbStore(name, () => time);
		const seen: number[] = [];
		const count = (known: number | undefined): number => {
			seen.push(known ?? 0);
			return (known ?? 0) + 1;
		};
		await Promise.all([store, other, store, other].map((each) => each.update('count', 'a', count)));
		expect([...seen, await store.get('count', 'a')]).toEqual([0, 1, 2, 3, 4]);
	});

	it('reads in one transaction, and writes in one, what is asked for in one turn', async () => {
		await store.put('code', 'a', 1);
		const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
		await Promise.all([store.put('code', 'b', 2), store.put('grant', 'c', 3)]);
		expect(await Promise.all([store.get('code', 'b'), store.get('grant', 'c'), store.list('code')])).toEqual([
			2,
			3,
			[
				['a', 1],
				['b', 2]
			]
		]);
		expect(begun).toHaveBeenCalledTimes(2);
		begun.mockRestore();
	});

	it('keeps what was put in the same turn as something that cannot be kept', async () => {
		const puts = [store.put('code', 'a', 1), store.put('code', 'b', () => 2), store.put('code', 'c', 3)];
		expect((await Promise.allSettled(puts)).map(({ status }) => status)).toEqual([
			'fulfilled',
			'rejected',
			'fulfilled'
		]);
		expect((await store.list('code')).map(([key]) => key)).toEqual(['a', 'c']);
	});

	it('writes nothing when an update makes nothing', async () => {
		await store.put('code', 'a', 1, 2_000);
		await store.update('code', 'a', () => undefined, 9_000);
		await store.update('code', 'b', () => undefined);
		expect(await store.list('code')).toEqual([['a', 1]]);
		time = 2_000;
		expect(await store.get('code', 'a')).toBeUndefined();
	});

	it('lists one kind only', async () => {
		await store.put('code', 'a', 1);
		await store.put('code', '\uffff', 2);
		await store.put('code2', 'a', 3);
		await store.put('cod', 'e', 4);
		expect(await store.list('code')).toEqual([
			['a', 1],
			['\uffff', 2]
		]);
	});

	it('keeps a non-extractable key', async () => {
		const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
		const { privateKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
		await store.put('key', 'a', privateKey);
		const kept = await store.get<CryptoKey>('key', 'a');
		expect(kept?.extractable).toBe(false);
		const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, kept!, new Uint8Array(1));
		expect(signature.byteLength).toBe(64);
	});

	it('behaves as the store in memory does, whatever is done to it', async () => {
		const key = fc.constantFrom('a', 'b');
		const kind = fc.constantFrom('x', 'y');
		const action = fc.oneof(
			fc.record({
				does: fc.constantFrom('put' as const, 'update' as const),
				kind,
				key,
				value: fc.nat(9),
				life: fc.nat(5)
			}),
			fc.record({ does: fc.constantFrom('get' as const, 'take' as const, 'remove' as const), kind, key }),
			fc.record({ does: fc.constant('list' as const), kind })
		);
		const act = async (target: Store, what: typeof action extends fc.Arbitrary<infer A> ? A : never) => {
			if (what.does === 'put') return target.put(what.kind, what.key, what.value, time + what.life);
			if (what.does === 'update') {
				const add = (known = 0): number | undefined => (known > 20 ? undefined : known + what.value);
				return target.update(what.kind, what.key, add, time + what.life);
			}
			if (what.does === 'list') return (await target.list(what.kind)).sort();
			return target[what.does](what.kind, what.key);
		};
		await fc.assert(
			fc.asyncProperty(fc.array(action, { maxLength: 20 }), async (actions) => {
				const memory = createMemoryStore(() => time);
				const idb = createIdbStore(`property-${(count += 1)}`, () => time);
				for (const each of actions) {
					time += 1;
					expect(await act(idb, each)).toEqual(await act(memory, each));
				}
			}),
			{ numRuns: 50 }
		);
	});
});
