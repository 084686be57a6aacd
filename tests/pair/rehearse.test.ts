import { describe, expect, it } from 'vitest';
import { isOfSeven, type ScoreArrow } from '$lib/flow/planned-score';
import { rehearse } from '$lib/flow/rehearse';
import { configuration } from './walker';
import { createPairWorld } from './world';

async function rehearsed(changes: Partial<typeof configuration> = {}) {
	const world = createPairWorld();
	const scores: (readonly ScoreArrow[])[] = [];
	const failedAt = await rehearse(
		{ world, configuration: { ...configuration, ...changes }, visit: (url) => world.visit(url) },
		(score) => scores.push(score)
	);
	return { failedAt, scores };
}

const crossed = (score: readonly ScoreArrow[]): ScoreArrow[] =>
	score.filter((arrow) => arrow.state !== 'expected' && isOfSeven(arrow));

describe('a walk in memory alone', () => {
	it('goes to the end, and its seven messages cross in order', async () => {
		const { failedAt, scores } = await rehearsed();
		expect(failedAt).toBeUndefined();
		const names = crossed(scores.at(-1)!).map(({ name, answer }) => `${name}${answer ? ' answer' : ''}`);
		expect(names).toEqual([
			...['authorization', 'authorization-response answer', 'token', 'token answer'],
			...['api', 'api answer', 'refresh']
		]);
	});

	it('tells of each message when it has crossed', async () => {
		const { scores } = await rehearsed();
		const counts = scores.map((score) => crossed(score).length);
		expect(new Set(counts)).toEqual(new Set([0, 1, 2, 4, 6, 7]));
	});

	it('names the step that failed', async () => {
		const { failedAt } = await rehearsed({ apiUrl: `${configuration.audience}/nothing` });
		expect(failedAt).toBe('call');
	});
});
