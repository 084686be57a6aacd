import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openCaseStore } from '$lib/browser/storage/case-store';
import type { Case, CaseStore } from '$lib/trace/case';

let number = 0;
let base: string;
beforeEach(() => {
	number += 1;
	base = `/site-${number}`;
});

const heard = new Set<() => void>();
const channel = () => ({
	onmessage: null as (() => void) | null,
	postMessage: () => {
		for (const hear of heard) hear();
	},
	close: () => undefined
});
const store = (): CaseStore =>
	openCaseStore(base, {
		exists: async (name) => (await indexedDB.databases()).some((one) => one.name === name),
		estimate: () => Promise.resolve({ usage: 5, quota: 10 }),
		channel: channel as never
	});

const one = (id: string, name = id): Case => ({
	about: { id, name, notes: '', at: 1, changedAt: 1, redacted: true, attempts: 1, size: 4 },
	trace: `walk of ${id}`
});
const read = async (of: CaseStore) => {
	const found = await of.read();
	if (!found.ok) throw new Error(found.failure.reason);
	return found.value;
};

describe('cases in the browser', () => {
	it('are off at first, and reading makes no storage', async () => {
		expect(await read(store())).toEqual({ on: false, cases: [], unreadable: 0 });
		expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(
			`pkce-playground ${base}/ cases`
		);
	});

	it('are not kept before it is switched on', async () => {
		const cases = store();
		expect(await cases.add([one('a')])).toEqual({ ok: false, failure: { reason: 'off' } });
		expect((await read(cases)).cases).toEqual([]);
	});

	it('are there for the next page, with their walks', async () => {
		const cases = store();
		await cases.turn(true);
		await cases.add([one('a'), one('b')]);
		const next = store();
		expect((await read(next)).cases.map(({ id }) => id)).toEqual(['a', 'b']);
		expect(await next.open('b')).toEqual({ ok: true, value: 'walk of b' });
	});

	it('are changed and deleted one by one, and all at once', async () => {
		const cases = store();
		await cases.turn(true);
		await cases.add([one('a'), one('b'), one('c')]);
		await cases.change('b', { name: 'renamed', notes: 'n', changedAt: 2 });
		await cases.remove(['a']);
		expect((await read(cases)).cases.map(({ name }) => name)).toEqual(['renamed', 'c']);
		await cases.remove('all');
		expect((await read(cases)).cases).toEqual([]);
		expect(await cases.open('b')).toEqual({ ok: false, failure: { reason: 'gone' } });
	});

	it('that another tab deleted are not made again by a change', async () => {
		const [here, there] = [store(), store()];
		await here.turn(true);
		await here.add([one('a')]);
		await there.remove(['a']);
		expect(await here.change('a', { name: 'x', notes: '', changedAt: 2 })).toEqual({
			ok: false,
			failure: { reason: 'gone' }
		});
		expect((await read(here)).cases).toEqual([]);
	});

	it('that cannot be read are counted, and stay', async () => {
		const cases = store();
		await cases.turn(true);
		await cases.add([one('a')]);
		const database = await openDB(`pkce-playground ${base}/ cases`);
		await database.put('cases', { of: 'another version' }, 'x');
		database.close();
		expect(await read(cases)).toMatchObject({ cases: [{ id: 'a' }], unreadable: 1 });
	});

	it('are left alone where a newer version made the storage', async () => {
		(await openDB(`pkce-playground ${base}/ cases`, 9)).close();
		expect(await store().read()).toMatchObject({ ok: false, failure: { reason: 'newer' } });
	});

	it('say it where the browser has no room', async () => {
		const cases = store();
		await cases.turn(true);
		const put = IDBObjectStore.prototype.put;
		IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
			if (this.name === 'walks') throw new DOMException('full', 'QuotaExceededError');
			return put.call(this, value, key);
		};
		const added = await cases.add([one('a')]);
		IDBObjectStore.prototype.put = put;
		expect(added).toMatchObject({ ok: false, failure: { reason: 'full' } });
		// Not half of it, either.
		expect((await read(cases)).cases).toEqual([]);
	});

	it('say it where there is no such storage', async () => {
		const blocked = openCaseStore(base, {
			exists: () => Promise.reject(new DOMException('denied', 'SecurityError')),
			estimate: () => Promise.reject(new Error('none')),
			channel: () => {
				throw new Error('none');
			}
		});
		expect(await blocked.read()).toEqual({ ok: false, failure: { reason: 'blocked', where: 'denied' } });
		expect(await blocked.usage()).toEqual({});
		expect(blocked.watch(() => undefined)).toBeTypeOf('function');
	});
});
