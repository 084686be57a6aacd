import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { storageOf } from '../../../fixtures/storage';

interface Place {
	isInFrame: () => boolean;
	placeOf: (base: string) => string;
	standsAlone: () => boolean;
	storageRefusal: () => string | undefined;
	tabStorage: () => Storage;
}

/** A window as far as a place goes by it; `foreign` ones let nobody look inside. */
interface Frame {
	name: string;
	top: Frame;
	parent: Frame;
	length: number;
	document: { documentElement: { dataset: Record<string, string> } };
	[index: number]: Frame;
}

const unreadable = {
	get documentElement(): never {
		throw new DOMException('no', 'SecurityError');
	}
};

function tab(): Frame {
	const document = { documentElement: { dataset: {} } };
	const made = { name: '', length: 0, document } as unknown as Frame;
	return Object.assign(made, { top: made, parent: made });
}

function addFrame(parent: Frame, { name = '', foreign = false } = {}): Frame {
	const document = foreign ? unreadable : { documentElement: { dataset: {} } };
	const made = { name, length: 0, top: parent.top, parent, document } as unknown as Frame;
	parent[parent.length] = made;
	parent.length += 1;
	return made;
}

/** The module as a page of its own loads it, in that window. */
async function pageIn(frame: Frame): Promise<Place> {
	vi.resetModules();
	vi.stubGlobal('window', frame);
	vi.stubGlobal('document', frame.document);
	return import('$lib/browser/storage/place');
}

async function placeIn(frame: Frame): Promise<string> {
	return (await pageIn(frame)).placeOf('/docs');
}

beforeEach(() => vi.stubGlobal('sessionStorage', storageOf()));
afterEach(() => vi.unstubAllGlobals());

describe('where a page keeps what is its own', () => {
	it('is one place for all pages of a tab', async () => {
		const page = await pageIn(tab());
		expect([page.placeOf('/docs'), page.isInFrame(), page.standsAlone()]).toEqual(['/docs', false, false]);
	});

	it('is another one for each frame of a tab, and in a frame no other window knows it', async () => {
		const host = tab();
		const frames = [addFrame(host), addFrame(host), addFrame(addFrame(host, { foreign: true }))];
		const places = [];
		for (const frame of frames) places.push(await placeIn(frame));
		expect(new Set([...places, '/docs']).size).toBe(4);
		expect((await pageIn(frames[0]!)).standsAlone()).toBe(true);
	});

	it('is the same after the frame, or the page around it, is loaded again', async () => {
		const host = tab();
		addFrame(host, { foreign: true });
		const first = await placeIn(addFrame(host));
		host[1]!.document.documentElement.dataset = {};
		expect(await placeIn(host[1]!)).toBe(first);
		const again = tab();
		addFrame(again, { foreign: true });
		expect(await placeIn(addFrame(again))).toBe(first);
	});

	it('goes with the frame where one is put before it, and the new one gets another', async () => {
		const host = tab();
		const old = addFrame(host);
		const before = await placeIn(old);
		const added = addFrame(host);
		[host[0], host[1]] = [added, old];
		expect(await placeIn(added)).not.toBe(before);
		old.document.documentElement.dataset = {};
		expect(await placeIn(old)).toBe(before);
	});

	it('goes by the name that the page around gave, and leaves it alone', async () => {
		const host = tab();
		const named = addFrame(host, { name: 'chapter / 3' });
		const place = await placeIn(named);
		expect(named.name).toBe('chapter / 3');
		expect(place).toMatch(/^\/docs#[\w.-]+$/);
		const other = tab();
		addFrame(other);
		expect(await placeIn(addFrame(other, { name: 'chapter / 3' }))).toBe(place);
	});

	it('is not shared by two frames of one name', async () => {
		const host = tab();
		const one = await placeIn(addFrame(host, { name: 'demo' }));
		expect(await placeIn(addFrame(host, { name: 'demo' }))).not.toBe(one);
	});
});

describe('a browser that refuses storage', () => {
	beforeEach(() =>
		vi.stubGlobal('sessionStorage', {
			get length(): never {
				throw new DOMException('denied', 'SecurityError');
			}
		})
	);

	it('leaves one that lives as long as the page, for all that ask', async () => {
		const { tabStorage, standsAlone, storageRefusal } = await pageIn(tab());
		tabStorage().setItem('a', '1');
		expect([tabStorage().getItem('a'), tabStorage().key(0), tabStorage().length]).toEqual(['1', 'a', 1]);
		tabStorage().removeItem('a');
		expect(tabStorage().getItem('a')).toBeNull();
		expect(standsAlone()).toBe(true);
		expect(storageRefusal()).toContain('denied');
		expect((await pageIn(tab())).tabStorage().length).toBe(0);
	});

	it('is told with every fact, which the walk keeps for the pages after it all the same', async () => {
		await pageIn(tab());
		vi.stubGlobal('window', { ...tab(), addEventListener: () => undefined });
		const { openMemory } = await import('$lib/browser/storage/walk-storage');
		const fact = { kind: 'generated', at: 1, step: 'verifier', values: { verifier: 'v' } } as const;
		const told = { failure: { reason: 'storage-blocked' } };
		const memory = openMemory('');
		expect(await memory.load()).toEqual({ ok: true, value: [] });
		expect(await memory.append(fact)).toMatchObject(told);
		const next = openMemory('');
		expect(await next.load()).toMatchObject({ ok: true, value: [{ kind: 'generated' }] });
		expect(next.lost()).toMatchObject({ reason: 'storage-blocked' });
	});
});
