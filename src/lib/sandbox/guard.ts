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

/**
 * Work that the clock is not asked about: half a million statements, some milliseconds. A machine that is busy with other
 * things, or meets QuickJS for the first time, takes no small rule for an endless one.
 */
const freeOfClock = 2_000_000;

/** Decides how long a rule may go on: by the given clock, and by the work done. */
export class Guard {
	expired = false;
	private left = tank;
	private deadline = Infinity;

	constructor(
		private readonly fuel: { value: number },
		private readonly now: () => number,
		private readonly limits: Limits
	) {
		fuel.value = slice;
	}

	/** From here on it is the rule that works: what was before was ours. */
	start(): void {
		this.left = tank;
		this.fuel.value = slice;
		this.deadline = this.now() + this.limits.milliseconds;
	}

	/** QuickJS asks this between statements: true ends the rule, and no `catch` or `finally` in it can prevent that. */
	readonly shouldStop = (): boolean => {
		this.left -= slice - this.fuel.value + questionPrice;
		this.fuel.value = slice;
		const isWatched = tank - this.left > freeOfClock;
		this.expired ||= this.left <= 0 || (isWatched && this.now() > this.deadline);
		return this.expired;
	};

	get ranDry(): boolean {
		return this.fuel.value === 0;
	}
}
