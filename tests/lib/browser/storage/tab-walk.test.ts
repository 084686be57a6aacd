import { describe, expect, it } from 'vitest';
import { TabWalk } from '$lib/browser/storage/tab-walk';
import { keysFor } from '$lib/browser/storage/walk-keys';
import { storageOf } from '../../../fixtures/storage';

const keys = keysFor('');

describe('a page that was kept aside', () => {
	const read = (storage: Storage) => {
		const walk = new TabWalk(() => storage, keys);
		walk.read();
		return walk;
	};

	it('is not behind as long as nobody else wrote', () => {
		const storage = storageOf();
		const walk = read(storage);
		expect(walk.isBehind).toBe(false);
		walk.append('{"a":1}');
		expect(walk.isBehind).toBe(false);
		walk.replace([]);
		walk.append('{"a":2}');
		expect(walk.isBehind).toBe(false);
		expect(read(storage).isBehind).toBe(false);
	});

	it('is behind once another page of the tab has added to the walk, replaced it, or taken it away', () => {
		for (const write of [
			(walk: TabWalk) => walk.append('{"b":1}'),
			(walk: TabWalk) => walk.replace(['{"c":1}'])
		]) {
			const storage = storageOf();
			const walk = read(storage);
			walk.append('{"a":1}');
			write(read(storage));
			expect(walk.isBehind).toBe(true);
		}
		const storage = storageOf();
		const walk = read(storage);
		walk.append('{"a":1}');
		storage.clear();
		expect(walk.isBehind).toBe(true);
	});
});
