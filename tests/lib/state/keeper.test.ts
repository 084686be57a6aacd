import { describe, expect, it, vi } from 'vitest';
import { Keeper } from '$lib/state/keeper.svelte';
import type { Fact, Trace } from '$lib/trace/fact';
import { PlainMemory } from '../../fixtures/memory';
import { configured } from '../../fixtures/walk';

const factOf = (number: number): Fact => ({
	kind: 'generated',
	at: number,
	step: 'verifier',
	values: { code_verifier: `v${number}` }
});
const walk: Trace = [factOf(0), factOf(1), factOf(2)];

describe('the trace as it is kept', () => {
	it.each([0, 3])('grows by one fact after %i others: the memory is given that one alone', async (count) => {
		const memory = new PlainMemory(walk.slice(0, count));
		const given = vi.spyOn(memory, 'append');
		const keeper = new Keeper(memory);
		await keeper.load();
		await keeper.append(factOf(9));
		expect(given.mock.calls).toEqual([[factOf(9)]]);
		expect(keeper.trace).toEqual([...walk.slice(0, count), factOf(9)]);
	});

	it('is given away without the secrets of clients, and held here with them', async () => {
		const memory = new PlainMemory();
		const keeper = new Keeper(memory);
		const fact = configured({ extra: [['client_secret', 's3cret']] });
		await keeper.append(fact);
		expect(JSON.stringify(memory.kept)).not.toContain('s3cret');
		expect(keeper.trace).toEqual([fact]);
		await keeper.replace([fact]);
		expect(JSON.stringify(memory.kept)).not.toContain('s3cret');
	});

	it('has what happens while it is loaded after what was kept', async () => {
		const keeper = new Keeper(new PlainMemory(walk));
		const loading = keeper.load();
		void keeper.append(factOf(9));
		expect(await loading).toEqual([...walk, factOf(9)]);
	});

	it('is not what was kept when another took its place while that was loaded', async () => {
		const keeper = new Keeper(new PlainMemory(walk));
		const loading = keeper.load();
		void keeper.replace([factOf(9)]);
		expect(await loading).toBeUndefined();
		expect(keeper.trace).toEqual([factOf(9)]);
	});

	it('is read with what the page before had no time to keep, and that is told', async () => {
		const memory = new PlainMemory(walk);
		memory.notKept = { reason: 'facts-not-kept', where: '1 facts' };
		const keeper = new Keeper(memory);
		expect(await keeper.load()).toEqual(walk);
		expect(keeper.trouble).toEqual(memory.notKept);
	});

	it('tells what is wrong with its place, until nothing is', async () => {
		const memory = new PlainMemory();
		const keeper = new Keeper(memory);
		memory.room = 0;
		await keeper.append(factOf(0));
		expect(keeper.trouble).toEqual({ reason: 'storage-full' });
		memory.room = Infinity;
		await keeper.append(factOf(1));
		expect(keeper.trouble).toBeUndefined();
	});
});
