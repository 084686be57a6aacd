import { describe, expect, it } from 'vitest';
import { ActionBar } from '$lib/state/action-bar.svelte';

describe('the bar with the one thing to do', () => {
	it('has nothing before a part of the page offers something', () => {
		expect(new ActionBar().action).toBeUndefined();
	});

	it('has the step’s own action before the way on, whichever came first', () => {
		const bar = new ActionBar();
		bar.offer('step', { label: 'Send' });
		bar.offer('onward', { label: 'On' });
		expect(bar.action?.label).toBe('Send');
	});

	it('has a decision before everything', () => {
		const bar = new ActionBar();
		bar.offer('decision', { label: 'Keep' });
		bar.offer('step', { label: 'Send' });
		expect(bar.action?.label).toBe('Keep');
	});

	it('has the newest of equal ones, and the one before when that is gone', () => {
		const bar = new ActionBar();
		bar.offer('step', { label: 'Send' });
		const take = bar.offer('step', { label: 'Use' });
		expect(bar.action?.label).toBe('Use');
		take();
		expect(bar.action?.label).toBe('Send');
	});

	it('takes back only what was offered by that part', () => {
		const bar = new ActionBar();
		const same = { label: 'Send' };
		const first = bar.offer('step', same);
		bar.offer('step', same);
		first();
		first();
		expect(bar.action).toBe(same);
	});
});
