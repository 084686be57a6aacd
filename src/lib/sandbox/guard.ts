import type { Limits } from './rule';

/**
 * Turns of QuickJS's own loops between two questions to the guard. Work that rules really do takes a few thousand; this
 * many take some tenths of a second.
 */
const slice = 20_000_000;

/**
 * Turns that one rule may make in all. It ends a rule even if the clock stands still; a running clock ends it much sooner.
 */
const tank = 400_000_000;

/** What each question costs: an endless loop in a rule is asked about every few thousand statements. */
const questionPrice = 20_000;

/** Decides how long a rule may go on: by the given clock, and by the work done. */
export class Guard {
	expired = false;
	private left = tank;
	private readonly deadline: number;

	constructor(
		private readonly fuel: { value: number },
		private readonly now: () => number,
		limits: Limits
	) {
		this.deadline = now() + limits.milliseconds;
		fuel.value = slice;
	}

	/** QuickJS asks this between statements: true ends the rule, and no `catch` or `finally` in it can prevent that. */
	readonly shouldStop = (): boolean => {
		this.left -= slice - this.fuel.value + questionPrice;
		this.fuel.value = slice;
		this.expired ||= this.left <= 0 || this.now() > this.deadline;
		return this.expired;
	};

	get ranDry(): boolean {
		return this.fuel.value === 0;
	}
}
