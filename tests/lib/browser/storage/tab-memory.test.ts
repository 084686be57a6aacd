import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Mover } from '$lib/browser/storage/mover';
import { Overflow } from '$lib/browser/storage/overflow';
import { openStoredTrace } from '$lib/browser/storage/session-storage';
import { TabMemory } from '$lib/browser/storage/tab-memory';
import { TabWalk } from '$lib/browser/storage/tab-walk';
import { keysFor } from '$lib/browser/storage/walk-keys';
import type { Fact, Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { PlainLocks } from '../../../fixtures/locks';
import { sharedRoomOf, storageOf } from '../../../fixtures/storage';

const factOf = (number: number, length = 20): Fact => ({
	kind: 'generated',
	at: number,
	step: 'verifier',
	values: { code_verifier: 'v'.repeat(length) }
});
const traceOf = (count: number, length?: number): Trace =>
	Array.from({ length: count }, (_, index) => factOf(index, length));

const keys = keysFor('');
const earlierKey = 'pkce-playground / trace';

/** The memory of a page of this tab; without `overflow` there is no place beside the tab. */
function open(storage: Storage, overflow?: Overflow, stays = true): TabMemory {
	const walk = new TabWalk(() => storage, keys);
	const mover = overflow && new Mover(walk, overflow, stays);
	return new TabMemory({
		walk,
		earlier: openStoredTrace('', () => storage),
		mover: mover && (() => Promise.resolve(mover))
	});
}

const loaded = async (storage: Storage, overflow?: Overflow): Promise<TabMemory> => {
	const memory = open(storage, overflow);
	await memory.load();
	return memory;
};

const keptIn = async (storage: Storage, overflow?: Overflow): Promise<unknown> => {
	const kept = await open(storage, overflow).load();
	return kept.ok ? kept.value : kept.failure;
};

const factKeys = (storage: Storage): string[] =>
	Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
		/ walk \S+ \d+$/.test(key)
	);

describe('a fact', () => {
	it('is kept when append returns: nothing is waited for', () => {
		const storage = storageOf();
		void open(storage).append(factOf(1));
		expect(factKeys(storage)).toHaveLength(1);
	});

	it.each([1, 100, 1_000])(
		'after %i others is written with as little, and nothing is read for it',
		async (count) => {
			const storage = sharedRoomOf();
			const memory = await loaded(storage);
			await memory.replace(traceOf(count));
			storage.written.length = 0;
			storage.read.length = 0;
			await memory.append(factOf(0));
			expect(storage.written.map(([key]) => key)).toEqual([
				expect.stringMatching(new RegExp(` ${count}$`)),
				keys.head
			]);
			const size = storage.written.reduce((sum, [, value]) => sum + value.length, 0);
			expect(size).toBe(JSON.stringify(factOf(0)).length + 400);
			expect(storage.read).toEqual([]);
		}
	);

	it('comes back after the others, in every order of loading and appending', async () => {
		const storage = storageOf();
		for (const fact of traceOf(12)) await (await loaded(storage)).append(fact);
		expect(await keptIn(storage)).toEqual(traceOf(12));
	});

	it('that came while the others were loaded is kept after them', async () => {
		const storage = storageOf();
		await (await loaded(storage)).replace(traceOf(3));
		const memory = open(storage);
		const loading = memory.load();
		void memory.append(factOf(3));
		expect(await loading).toEqual({ ok: true, value: traceOf(3) });
		expect(await keptIn(storage)).toEqual(traceOf(4));
	});

	it('has no place where storage is blocked, and that is said', async () => {
		const blocked = new TabMemory({
			walk: new TabWalk(() => {
				throw new DOMException('denied', 'SecurityError');
			}, keys),
			earlier: openStoredTrace('', storageOf),
			mover: undefined
		});
		expect(await blocked.load()).toMatchObject({ failure: { reason: 'storage-blocked' } });
		expect(await blocked.append(factOf(1))).toMatchObject({ failure: { reason: 'storage-blocked' } });
		expect(blocked.putAside()).toEqual([]);
		expect(blocked.fits([])).toBe(true);
		expect(blocked.fits(traceOf(1))).toBe(false);
	});
});

describe('where there is no room', () => {
	it('what was kept stays, and what comes after is kept in order when there is room again', async () => {
		const storage = sharedRoomOf(8_000);
		storage.setItem('of somebody else', 'x'.repeat(5_000));
		const memory = await loaded(storage);
		await memory.append(factOf(0));
		expect(await memory.append(factOf(1, 5_000))).toMatchObject({ failure: { reason: 'storage-full' } });
		expect(await memory.append(factOf(2))).toMatchObject({ failure: { reason: 'storage-full' } });
		expect(await keptIn(storage)).toEqual([factOf(0)]);
		storage.removeItem('of somebody else');
		expect(await memory.append(factOf(3))).toEqual({ ok: true, value: true });
		expect(await keptIn(storage)).toEqual([factOf(0), factOf(1, 5_000), factOf(2), factOf(3)]);
	});

	it('the walk that should be replaced stays whole, until the next one has room', async () => {
		const storage = sharedRoomOf(4_000);
		const memory = await loaded(storage);
		await memory.replace(traceOf(3));
		expect(await memory.replace(traceOf(3, 5_000))).toMatchObject({ failure: { reason: 'storage-full' } });
		expect(await keptIn(storage)).toEqual(traceOf(3));
		expect(await memory.append(factOf(4))).toMatchObject({ failure: { reason: 'storage-full' } });
		expect(await keptIn(storage)).toEqual(traceOf(3));
		expect(await memory.replace(traceOf(5))).toMatchObject({ ok: true });
		expect(await keptIn(storage)).toEqual(traceOf(5));
		expect(factKeys(storage)).toHaveLength(5);
	});

	it('asking whether a walk has room is true, and changes nothing', async () => {
		const storage = sharedRoomOf(20_000);
		const memory = await loaded(storage);
		await memory.replace(traceOf(10, 500));
		const before = { ...storage };
		expect(memory.fits(traceOf(20, 500))).toBe(true);
		expect(memory.fits(traceOf(60, 500))).toBe(false);
		expect({ ...storage }).toEqual(before);
		expect(await keptIn(storage)).toEqual(traceOf(10, 500));
	});
});

describe('a page that is left while something is on its way', () => {
	const lostIn = async (storage: Storage): Promise<unknown> => (await loaded(storage)).lost();

	it('says when it is loaded again that another walk was not kept in place of this one', async () => {
		const storage = sharedRoomOf(4_000);
		const memory = await loaded(storage);
		await memory.replace(traceOf(3));
		void memory.replace(traceOf(7, 5_000));
		expect(await lostIn(storage)).toEqual({ reason: 'walk-not-kept', where: '7 facts' });
		expect(await keptIn(storage)).toEqual(traceOf(3));
	});

	it('says the same where there was no walk before', async () => {
		const storage = sharedRoomOf(4_000);
		void (await loaded(storage)).replace(traceOf(7, 5_000));
		expect(await lostIn(storage)).toMatchObject({ reason: 'walk-not-kept' });
	});

	it('says how many facts of this walk were not kept', async () => {
		const storage = sharedRoomOf(4_000);
		const memory = await loaded(storage);
		await memory.append(factOf(0));
		void memory.append(factOf(1, 5_000));
		void memory.append(factOf(2));
		expect(await lostIn(storage)).toEqual({ reason: 'facts-not-kept', where: '2 facts' });
	});

	it('has nothing to say once that was kept after all, or something after it', async () => {
		const storage = sharedRoomOf(8_000);
		storage.setItem('of somebody else', 'x'.repeat(5_000));
		const memory = await loaded(storage);
		await memory.append(factOf(1, 5_000));
		storage.removeItem('of somebody else');
		await memory.append(factOf(2));
		expect(await lostIn(storage)).toBeUndefined();
	});

	it('says it until somebody has heard it: what only hands an answer on has not', async () => {
		const storage = sharedRoomOf(4_000);
		const memory = await loaded(storage);
		await memory.append(factOf(0));
		void memory.append(factOf(1, 5_000));
		await (await loaded(storage)).append(factOf(2));
		const heard = await loaded(storage);
		expect(heard.lost()).toMatchObject({ reason: 'facts-not-kept' });
		await heard.append(factOf(3));
		expect(await lostIn(storage)).toBeUndefined();
	});
});

describe('what cannot be read', () => {
	const broken = async (index: number, text: string | undefined): Promise<Storage> => {
		const storage = storageOf();
		await (await loaded(storage)).replace(traceOf(4));
		const key = factKeys(storage)[index] ?? '';
		if (text === undefined) storage.removeItem(key);
		else storage.setItem(key, text);
		return storage;
	};

	it.each([
		['no JSON', '{', 'facts.2: not-json'],
		['no fact', '{"kind":"?"}', 'facts.2: not-a-trace'],
		['missing', undefined, 'facts.2: missing']
	])('one fact that is %s: said which, and all are given out as text', async (_, text, where) => {
		const storage = await broken(2, text);
		const memory = open(storage);
		const kept = await memory.load();
		expect(kept).toMatchObject({
			failure: { reason: 'storage-unreadable', where: expect.stringContaining(where) }
		});
		const aside = memory.putAside().at(-1) ?? '';
		for (const fact of [0, 1, 3]) expect(aside).toContain(JSON.stringify(factOf(fact)));
		if (text !== undefined) expect(aside).toContain(text);
		expect(parseTrace(aside.replace(`${text},`, '').replace(',\n]', '\n]'))).toMatchObject({ ok: true });
	});

	it('is told once, put aside for good, and the next walk is kept beside it', async () => {
		const storage = await broken(1, '{');
		const memory = await loaded(storage);
		await memory.append(factOf(9));
		const next = open(storage);
		expect(await next.load()).toEqual({ ok: true, value: [factOf(9)] });
		expect(next.putAside()).toEqual(memory.putAside());
		expect(factKeys(storage)).toHaveLength(1);
	});

	it('is never crashed by what is found in place of the head, and never throws it away', async () => {
		const heads = fc.oneof(
			fc.string(),
			fc.json(),
			fc.constantFrom('{"version":99,"walk":"w","count":0}', '{"version":2,"walk":"w","count":-1}')
		);
		await fc.assert(
			fc.asyncProperty(heads, async (head) => {
				const storage = storageOf(Infinity, { [keys.head]: head, [keys.fact('w', 0)]: 'a fact' });
				const memory = open(storage);
				expect(await memory.load()).toMatchObject({ failure: { reason: 'storage-unreadable' } });
				expect(memory.putAside()).toEqual([`${head.trimEnd()}\na fact`]);
				expect(await keptIn(storage)).toEqual([]);
			})
		);
	});

	it('stays where it is when there is no room to put it aside as one text', async () => {
		const storage = await broken(1, '{');
		const { setItem } = storage;
		storage.setItem = (key, value) => {
			if (value.startsWith('{"format"')) throw new DOMException('full', 'QuotaExceededError');
			setItem(key, value);
		};
		const memory = await loaded(storage);
		expect(memory.putAside().at(-1)).toContain(JSON.stringify(factOf(3)));
		expect(factKeys(storage)).toHaveLength(4);
		expect(await keptIn(storage)).toEqual([]);
	});
});

describe('what an earlier version kept', () => {
	const earlier = (storage: Storage) => openStoredTrace('', () => storage);

	it('is read, and from then on kept fact by fact', async () => {
		const storage = storageOf();
		earlier(storage).write(traceOf(3));
		const memory = open(storage);
		expect(await memory.load()).toEqual({ ok: true, value: traceOf(3) });
		expect(storage.getItem(earlierKey)).toBeNull();
		await memory.append(factOf(3));
		expect(await keptIn(storage)).toEqual(traceOf(4));
	});

	it('stays as it is where it has no room as facts', async () => {
		const storage = sharedRoomOf(500);
		earlier(storage).write(traceOf(2));
		expect(await keptIn(storage)).toEqual(traceOf(2));
		expect(await keptIn(storage)).toEqual(traceOf(2));
		expect((await loaded(storage)).lost()).toBeUndefined();
	});

	it('is put aside where it cannot be read', async () => {
		const storage = storageOf(Infinity, { [earlierKey]: 'rubbish' });
		const memory = open(storage);
		expect(await memory.load()).toMatchObject({ failure: { reason: 'storage-unreadable' } });
		expect(memory.putAside()).toEqual(['rubbish']);
	});
});

describe('a walk larger than the tab', () => {
	let locks: PlainLocks;
	let database = 0;
	const page = () => new Overflow(`walks ${database}`, { locks, now: () => 0, held: new Map() });
	/** The page of this tab is gone, and its locks with it. */
	const leave = (): void => locks.held.clear();
	beforeEach(() => {
		locks = new PlainLocks();
		database += 1;
	});

	it('is kept, and comes back with what is appended to it', async () => {
		const storage = sharedRoomOf(10_000);
		const memory = await loaded(storage, page());
		expect(await memory.replace(traceOf(50, 1_000))).toEqual({ ok: true, value: true });
		await memory.append(factOf(50));
		expect(factKeys(storage)).toHaveLength(1);
		leave();
		expect(await keptIn(storage, page())).toEqual([...traceOf(50, 1_000), factOf(50)]);
	});

	it('grows fact by fact, and nothing is lost on the way', async () => {
		const storage = sharedRoomOf(10_000);
		const memory = await loaded(storage, page());
		for (const fact of traceOf(60, 700)) await memory.append(fact);
		leave();
		expect(await keptIn(storage, page())).toEqual(traceOf(60, 700));
	});

	it('takes in facts that come while others are being moved', async () => {
		const storage = sharedRoomOf(10_000);
		const memory = await loaded(storage, page());
		await Promise.all(traceOf(60, 700).map((fact) => memory.append(fact)));
		leave();
		expect(await keptIn(storage, page())).toEqual(traceOf(60, 700));
	});

	it('takes in a fact without room right after one that had it', async () => {
		const storage = sharedRoomOf(10_000);
		const memory = await loaded(storage, page());
		await memory.replace(traceOf(50, 1_000));
		await Promise.all([memory.append(factOf(50)), memory.append(factOf(51, 20_000))]);
		leave();
		expect(await keptIn(storage, page())).toEqual([...traceOf(50, 1_000), factOf(50), factOf(51, 20_000)]);
	});

	it('is replaced while it is being moved: the newer one is kept', async () => {
		const storage = sharedRoomOf(10_000);
		const memory = await loaded(storage, page());
		await Promise.all([memory.replace(traceOf(50, 1_000)), memory.replace(traceOf(2))]);
		expect(await keptIn(storage, page())).toEqual(traceOf(2));
	});

	it('cannot be read without the key that the tab had', async () => {
		const storage = sharedRoomOf(10_000);
		await (await loaded(storage, page())).replace(traceOf(50, 1_000));
		leave();
		const head: unknown = JSON.parse(storage.getItem(keys.head) ?? '');
		const other = JSON.stringify(head).replace(/"key":"[^"]{4}/, '"key":"AAAA');
		storage.setItem(keys.head, other);
		expect(await keptIn(storage, page())).toMatchObject({
			reason: 'storage-unreadable',
			where: expect.stringContaining('facts.0–49')
		});
	});

	it('has a name of its own in each tab: a duplicated one goes on with a copy', async () => {
		const storage = sharedRoomOf(10_000);
		const memory = await loaded(storage, page());
		await memory.replace(traceOf(50, 1_000));
		const copied = sharedRoomOf(10_000);
		for (let index = 0; index < storage.length; index += 1) {
			const key = storage.key(index) ?? '';
			copied.setItem(key, storage.getItem(key) ?? '');
		}
		const duplicate = open(copied, page());
		expect(await duplicate.load()).toEqual({ ok: true, value: traceOf(50, 1_000) });
		await Promise.all([duplicate.append(factOf(1, 9_000)), memory.append(factOf(2, 9_000))]);
		await duplicate.append(factOf(1, 9_000));
		await memory.replace(traceOf(1));
		leave();
		expect(await keptIn(copied, page())).toEqual([...traceOf(50, 1_000), factOf(1, 9_000), factOf(1, 9_000)]);
		expect(await keptIn(storage, page())).toEqual(traceOf(1));
	});

	it('is read and not copied by a page that only hands an answer on', async () => {
		const storage = sharedRoomOf(10_000);
		await (await loaded(storage, page())).replace(traceOf(50, 1_000));
		const before = locks.held.size;
		const passing = open(storage, page(), false);
		expect(await passing.load()).toEqual({ ok: true, value: traceOf(50, 1_000) });
		expect(locks.held.size).toBe(before);
		const opened = await openDB(`walks ${database}`);
		expect(await opened.getAllKeys('names')).toHaveLength(1);
		opened.close();
	});

	it.each([
		[
			'left for the provider',
			{ kind: 'left', at: 0, step: 'authorize', url: 'https://i/', way: 'tab' },
			true
		],
		[
			'gone on in a popup',
			{ kind: 'left', at: 0, step: 'authorize', url: 'https://i/', way: 'popup' },
			false
		],
		['made something', factOf(1), false]
	] satisfies [string, Fact, boolean][])('knows that the person has %s', async (_, fact, leaves) => {
		const storage = storageOf();
		const memory = await loaded(storage);
		await memory.append(fact);
		expect(memory.isLeaving).toBe(leaves);
		expect((await loaded(storage)).isLeaving).toBe(leaves);
	});

	it('fits where there is room beside it for what comes next', async () => {
		expect((await loaded(sharedRoomOf(300_000), page())).fits(traceOf(400, 1_000))).toBe(true);
		expect((await loaded(sharedRoomOf(100_000), page())).fits(traceOf(400, 1_000))).toBe(false);
		expect((await loaded(sharedRoomOf(300_000))).fits(traceOf(400, 1_000))).toBe(false);
	});

	it('is told where the other place refuses, and what waits is kept when it does not any more', async () => {
		const storage = sharedRoomOf(10_000);
		const refusing = page();
		const write = refusing.write.bind(refusing);
		refusing.write = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
		const memory = await loaded(storage, refusing);
		expect(await memory.replace(traceOf(50, 1_000))).toMatchObject({ failure: { reason: 'storage-full' } });
		refusing.write = write;
		expect(await memory.append(factOf(50))).toEqual({ ok: true, value: true });
		leave();
		expect(await keptIn(storage, page())).toEqual([...traceOf(50, 1_000), factOf(50)]);
	});
});
