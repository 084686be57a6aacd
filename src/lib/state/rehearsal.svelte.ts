import { isOfSeven, plannedScore, type ScoreArrow } from '$lib/flow/planned-score';
import type { StepId } from '$lib/lexicon/steps';

/** Walks once, and tells how the score stands whenever a message has crossed. The step that failed, or undefined. */
type Walk = (told: (score: readonly ScoreArrow[]) => void) => Promise<StepId | undefined>;

const plan = plannedScore.filter(isOfSeven);

/** A sign-in that is played: its messages cross when they do, and are shown one after the other, so that a person can follow. */
export class Rehearsal {
	readonly #walk: Walk;
	readonly #wait: () => Promise<void>;
	#crossed = $state.raw<readonly ScoreArrow[]>([]);
	#shown = $state(0);
	#phase = $state<'idle' | 'playing' | 'done' | 'failed'>('idle');
	#failedAt = $state<StepId>();

	constructor(walk: Walk, wait: () => Promise<void>) {
		this.#walk = walk;
		this.#wait = wait;
	}

	/** The seven messages: those that are shown as they crossed, the others as planned. */
	get arrows(): readonly ScoreArrow[] {
		return plan.map((planned, index) => (index < this.#shown ? (this.#crossed[index] ?? planned) : planned));
	}

	/** How many of them have been shown. */
	get shown(): number {
		return this.#shown;
	}

	/** `failed`: it came to no end. */
	get phase(): 'idle' | 'playing' | 'done' | 'failed' {
		return this.#phase;
	}

	/** The step that failed; undefined when the walk could not be taken at all. */
	get failedAt(): StepId | undefined {
		return this.#failedAt;
	}

	async play(): Promise<void> {
		if (this.#phase === 'playing') return;
		this.#phase = 'playing';
		this.#crossed = [];
		this.#shown = 0;
		this.#failedAt = undefined;
		let drawn = Promise.resolve();
		let known = 0;
		const told = (score: readonly ScoreArrow[]): void => {
			const crossed = score.filter((arrow) => arrow.state !== 'expected' && isOfSeven(arrow));
			this.#crossed = crossed;
			for (; known < crossed.length; known += 1) {
				const next = known + 1;
				drawn = drawn.then(() => {
					this.#shown = next;
					return this.#wait();
				});
			}
		};
		try {
			const failedAt = await this.#walk(told);
			await drawn;
			this.#failedAt = failedAt;
			this.#phase = failedAt === undefined ? 'done' : 'failed';
		} catch (error) {
			await drawn;
			this.#phase = 'failed';
			throw error;
		}
	}
}
