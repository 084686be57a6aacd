import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Overflow } from '$lib/browser/storage/overflow';
import { PlainLocks } from '../../../fixtures/locks';

const minutes = (count: number): number => count * 60 * 1000;
const day = 24 * 60 * 60 * 1000;
const texts = ['a first secret', 'a second secret', 'ümläut'];

let number = 0;
let database: string;
let locks: PlainLocks;
let now: number;
beforeEach(() => {
	number += 1;
	database = `overflow ${number}`;
	locks = new PlainLocks();
	now = 0;
});

const page = (): Overflow => new Overflow(database, { locks, now: () => now, held: new Map() });
/** The page is gone, and its locks with it. */
const leave = (): void => locks.held.clear();

async function everything(): Promise<unknown[]> {
	const opened = await openDB(database);
	const all = [...(await opened.getAllKeys('names')), ...(await opened.getAll('parts'))];
	opened.close();
	return all;
}

describe('what has no room in the tab', () => {
	it('comes back in its order, part after part', async () => {
		const overflow = page();
		const place = await overflow.open();
		await overflow.write(place, 0, texts);
		await overflow.write(place, 3, ['a fourth']);
		expect(await overflow.read({ ...place, upTo: 4 })).toEqual([...texts, 'a fourth']);
		expect(await overflow.read({ ...place, upTo: 2 })).toEqual(texts.slice(0, 2));
	});

	it('is not in clear, and nobody reads it without the key', async () => {
		const overflow = page();
		const place = await overflow.open();
		await overflow.write(place, 0, texts);
		const [, part] = await everything();
		const { data } = part as { data: ArrayBuffer };
		expect(new TextDecoder('latin1').decode(data)).not.toContain('secret');
		const { key } = await overflow.open();
		await expect(overflow.read({ ...place, key, upTo: 3 })).rejects.toThrow();
	});

	it('is bound to its place: a part under another name or number is refused', async () => {
		const overflow = page();
		const place = await overflow.open();
		await overflow.write(place, 0, texts);
		const opened = await openDB(database);
		const part: unknown = await opened.get('parts', [place.name, 0]);
		await opened.put('parts', part, [place.name, 3]);
		opened.close();
		await expect(overflow.read({ ...place, upTo: 6 })).rejects.toThrow();
	});

	it('that is missing is said', async () => {
		const overflow = page();
		const place = await overflow.open();
		await overflow.write(place, 0, texts);
		await expect(overflow.read({ ...place, upTo: 4 })).rejects.toThrow('facts.3');
	});
});

describe('a name', () => {
	it('belongs to one page, until that is gone', async () => {
		const { name } = await page().open();
		expect(await page().claim(name)).toBe(false);
		leave();
		expect(await page().claim(name)).toBe(true);
	});

	it('can be claimed again by the page that has it', async () => {
		const overflow = page();
		const { name } = await overflow.open();
		expect(await overflow.claim(name)).toBe(true);
	});

	it('is dropped with all that is under it, by its own page alone', async () => {
		const overflow = page();
		const place = await overflow.open();
		await overflow.write(place, 0, texts);
		await page().drop(place.name);
		expect(await everything()).toHaveLength(2);
		await overflow.drop(place.name);
		expect(await everything()).toEqual([]);
	});

	it('is swept when nobody has held it for a day', async () => {
		const overflow = page();
		await overflow.write(await overflow.open(), 0, texts);
		leave();
		now = day;
		await page().sweep();
		expect(await everything()).toEqual([]);
	});

	it.each([
		['its tab is at the provider, where no page of ours is', day - 1, true],
		['its page is open, however long', 10 * day, false]
	])('is not swept while %s', async (_, later, isGone) => {
		const overflow = page();
		const place = await overflow.open();
		await overflow.write(place, 0, texts);
		if (isGone) leave();
		now = later;
		await page().sweep();
		expect(await page().read({ ...place, upTo: 3 })).toEqual(texts);
	});

	it('is swept soon after its page was closed, and not while that may be loaded again', async () => {
		const overflow = page();
		const place = await overflow.open();
		await overflow.write(place, 0, texts);
		overflow.end(false);
		leave();
		now = minutes(9);
		await page().sweep();
		expect(await page().read({ ...place, upTo: 3 })).toEqual(texts);
		now = minutes(11);
		await page().sweep();
		expect(await everything()).toEqual([]);
	});

	it.each([
		['its page has gone to the provider', true],
		['its tab has loaded again, and then went to the provider', false]
	])('is not swept for a day after %s', async (_, leaves) => {
		const overflow = page();
		const place = await overflow.open();
		await overflow.write(place, 0, texts);
		overflow.end(leaves);
		leave();
		if (!leaves) {
			const again = page();
			expect(await again.claim(place.name)).toBe(true);
			leave();
		}
		now = day - 1;
		await page().sweep();
		expect(await page().read({ ...place, upTo: 3 })).toEqual(texts);
	});

	it('is not swept by a tab that looked at it before its own had come back', async () => {
		const overflow = page();
		const place = await overflow.open();
		await overflow.write(place, 0, texts);
		leave();
		now = day;
		const sweeper = page();
		const { request } = locks;
		locks.request = async (...asked) => {
			locks.request = request.bind(locks);
			expect(await page().claim(place.name)).toBe(true);
			leave();
			return locks.request(...asked);
		};
		await sweeper.sweep();
		expect(await page().read({ ...place, upTo: 3 })).toEqual(texts);
	});

	it('is not swept when something has just happened in its tab', async () => {
		const overflow = page();
		const place = await overflow.open();
		await overflow.write(place, 0, texts);
		now = day;
		await overflow.touch(place.name);
		leave();
		await page().sweep();
		expect(await page().read({ ...place, upTo: 3 })).toEqual(texts);
	});
});
