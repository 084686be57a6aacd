import { describe, expect, it } from 'vitest';
import { isOfSeven, plannedScore, type ScoreArrow } from '$lib/flow/planned-score';
import { Rehearsal } from '$lib/state/rehearsal.svelte';

const crossed: ScoreArrow[] = plannedScore
	.filter(isOfSeven)
	.map((arrow): ScoreArrow => ({ ...arrow, state: 'crossed', path: '/met' }));

/** A clock that ticks when the test says so. */
function ticking() {
	let tick: (() => void) | undefined;
	const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
	return {
		wait: () => new Promise<void>((resolve) => (tick = resolve)),
		async next() {
			tick?.();
			tick = undefined;
			await settle();
		}
	};
}

describe('a sign-in that is played', () => {
	it('is a plan before it is played', () => {
		const { arrows, phase } = new Rehearsal(
			() => Promise.resolve(undefined),
			() => Promise.resolve()
		);
		expect(phase).toBe('idle');
		expect(arrows.map(({ state }) => state)).toEqual(Array(7).fill('expected'));
	});

	it('shows messages one after the other, however fast they cross', async () => {
		const clock = ticking();
		const rehearsal = new Rehearsal((told) => {
			told(crossed.slice(0, 3));
			told(crossed);
			return Promise.resolve(undefined);
		}, clock.wait);
		const played = rehearsal.play();
		await clock.next();
		for (let shown = 2; shown <= 7; shown += 1) {
			await clock.next();
			expect(rehearsal.shown).toBe(shown);
			expect(rehearsal.arrows.map(({ path }) => path === '/met')).toEqual(
				crossed.map((_, index) => index < shown)
			);
		}
		await clock.next();
		await played;
		expect(rehearsal.phase).toBe('done');
	});

	it('ends at the step that failed, with the messages that crossed', async () => {
		const rehearsal = new Rehearsal(
			(told) => {
				told(crossed.slice(0, 2));
				return Promise.resolve('exchange');
			},
			() => Promise.resolve()
		);
		await rehearsal.play();
		expect(rehearsal).toMatchObject({ phase: 'failed', failedAt: 'exchange', shown: 2 });
	});

	it('says that it could not be played at all', async () => {
		const rehearsal = new Rehearsal(
			() => Promise.reject(new Error('no servers')),
			() => Promise.resolve()
		);
		await expect(rehearsal.play()).rejects.toThrow('no servers');
		expect(rehearsal).toMatchObject({ phase: 'failed', failedAt: undefined, shown: 0 });
	});
});
