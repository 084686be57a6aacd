import type { Limits } from './rule';

/**
 * Work of QuickJS between two questions to the guard, in units of fuel: turns of its loops, and 16 bytes moved at a
 * time. What rules really do takes a few thousand. This many take some hundredths of a second, a few tenths at the worst, so that one call of a
 * function written in C ends soon after the limit, however much it was told to do.
 */
const slice = 10_000_000;

/** Work that the rules of one sign-in may do in all. It ends them even if the clock stands still. */
const tank = 400_000_000;

/** What each question costs: an endless loop in a rule is asked about every few thousand statements. */
const questionPrice = 20_000;

/**
 * Work of a few milliseconds, at which the clock says nothing of the rule. A machine that is busy with other things, or
 * meets QuickJS for the first time, takes no small rule for an endless one.
 */
const smallWork = 500_000;

/** What the rules of one sign-in may still take, all of them together. */
export class Budget {
	work = tank;
	milliseconds: number;

	constructor({ allMilliseconds }: Pick<Limits, 'allMilliseconds'>) {
		this.milliseconds = allMilliseconds;
	}

	get isSpent(): boolean {
		return this.work <= 0 || this.milliseconds <= 0;
	}
}

/** Decides how long a rule may go on: by the given clock, and by the work done. */
export class Guard {
	expired = false;
	private left: number;
	private startedAt = Infinity;

	constructor(
		private readonly fuel: { value: number },
		private readonly now: () => number,
		private readonly limits: Pick<Limits, 'milliseconds'>,
		private readonly budget: Budget
	) {
		this.left = budget.work;
		fuel.value = slice;
	}

	/** From here on it is the rule that works: what was before was ours. */
	start(): void {
		this.left = this.budget.work;
		this.fuel.value = slice;
		this.startedAt = this.now();
	}

	/** The rule has ended: what it took is no longer there for those after it. */
	end(): void {
		if (this.isWatched()) this.budget.milliseconds -= this.now() - this.startedAt;
		this.budget.work -= this.work();
	}

	private work(): number {
		return this.budget.work - this.left + slice - this.fuel.value;
	}

	private isWatched(): boolean {
		return this.startedAt !== Infinity && this.work() > smallWork;
	}

	private isLate(): boolean {
		const most = Math.min(this.limits.milliseconds, this.budget.milliseconds);
		return this.isWatched() && this.now() - this.startedAt > most;
	}

	/** QuickJS asks this between statements: true ends the rule, and no `catch` or `finally` in it can prevent that. */
	readonly shouldStop = (): boolean => {
		this.left -= questionPrice + slice - this.fuel.value;
		this.fuel.value = slice;
		this.expired ||= this.left <= 0 || this.isLate();
		return this.expired;
	};

	/** Ends the rule at its next turn. */
	stop(): void {
		this.expired = true;
		this.fuel.value = 0;
	}

	/** For what the host does at the rule's word, which no meter sees. */
	lookAtClock(): void {
		if (this.isLate()) this.stop();
	}

	/** Whether a rule that has come to its end is out of time. */
	cameTooLate(): boolean {
		return this.expired || this.isLate();
	}

	get ranDry(): boolean {
		return this.fuel.value === 0;
	}
}
