import { describe, expect, it } from 'vitest';
import { walkTo } from '$lib/flow/walk-to';
import { stepIds } from '$lib/lexicon/steps';
import { configuration, Walker, withParameter } from './walker';
import { createPairWorld } from './world';

async function begin(): Promise<Walker> {
	const walker = new Walker(createPairWorld());
	await walker.configure(configuration);
	return walker;
}
const visitOf = (walker: Walker) => (url: string) => walker.world.visit(url);

describe('a walk by code', () => {
	it('goes through all nine steps', async () => {
		const walker = await begin();
		expect(await walkTo(walker, 'renew', { visit: visitOf(walker) })).toBeUndefined();
		expect(stepIds.map((id) => walker.status(id))).toEqual(Array(9).fill('done'));
		await walker.expectReplay();
	});

	it.each(stepIds)('stops after %s when it is asked to', async (last) => {
		const walker = await begin();
		expect(await walkTo(walker, last, { visit: visitOf(walker) })).toBeUndefined();
		const after = stepIds[stepIds.indexOf(last) + 1];
		expect(walker.status(last)).toBe('done');
		if (after) expect(walker.status(after)).not.toBe('done');
	});

	it('ends at the first step that fails, and names it', async () => {
		const walker = await begin();
		const wrong = withParameter('code_verifier', 'A'.repeat(43));
		const failed = await walkTo(walker, 'renew', {
			visit: visitOf(walker),
			edit: (move, request) => (move === 'token' ? wrong(request) : request)
		});
		expect(failed).toBe('exchange');
		expect(walker.session.exchange?.asked).toBeDefined();
		expect(walker.trace.at(-1)).toMatchObject({ kind: 'exchanged', move: 'token' });
	});

	it('pushes the request where that is switched on, and does nothing twice', async () => {
		const walker = new Walker(createPairWorld());
		await walker.configure({ ...configuration, extensions: ['par'] });
		await walkTo(walker, 'authorize', { visit: visitOf(walker) });
		const { length } = walker.trace;
		await walkTo(walker, 'authorize', { visit: visitOf(walker) });
		expect(walker.session.pushed?.value).toBeDefined();
		expect(walker.trace).toHaveLength(length);
	});

	it('says why no message could be built', async () => {
		const walker = new Walker(createPairWorld());
		await expect(walkTo(walker, 'configure', { visit: visitOf(walker) })).rejects.toThrow('step-missing');
	});
});
