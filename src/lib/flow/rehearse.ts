/** A whole walk in memory alone: it is kept nowhere, and no other walk knows of it. */
import type { StepId } from '$lib/lexicon/steps';
import type { Configuration } from '$lib/trace/configuration';
import { advance } from './fold';
import { Runner, type Ledger } from './run';
import { scoreOf, type ScoreArrow } from './score';
import { emptyWalk, sessionOf } from './session';
import { walkTo, type Companion } from './walk-to';
import type { World } from './world';

/** Where it is walked, and who signs in. */
export interface Stage {
	world: World;
	configuration: Configuration;
	visit: Companion['visit'];
}

/** Walks to the end, and tells after each fact how the score stands. The step that failed, or undefined. */
export async function rehearse(
	{ world, configuration, visit }: Stage,
	told: (score: readonly ScoreArrow[]) => void
): Promise<StepId | undefined> {
	let walk = emptyWalk;
	let session = sessionOf(walk);
	const ledger: Ledger = {
		era: 0,
		get walk() {
			return walk;
		},
		get session() {
			return session;
		},
		async append(fact) {
			walk = await advance(walk, fact);
			session = sessionOf(walk);
			told(scoreOf(session));
		}
	};
	const runner = new Runner(world, ledger);
	await runner.configure(configuration);
	return walkTo(runner, 'renew', { visit });
}
