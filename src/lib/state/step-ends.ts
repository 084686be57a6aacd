import type { Session, Walk } from '$lib/flow/session';
import { endOf, type StepEnd } from '$lib/flow/step-end';
import { isApart, stepOfFact } from '$lib/flow/step-of-fact';
import { stepIds, type StepId } from '$lib/lexicon/steps';
import type { Fact } from '$lib/trace/fact';

/** Tells which steps have come to an end since it was asked last: what was there before, and another walk, is no news. */
export class StepEnds {
	readonly #known = new WeakSet<Fact>();
	readonly #ends = new Map<StepId, string>();
	#first: Fact | undefined;

	/** How the walk stands now is no news. */
	begin({ attempts: [attempt] }: Walk, session: Session): void {
		[this.#first] = attempt.facts;
		this.#read(session);
	}

	news(walk: Walk, session: Session): { step: StepId; end: StepEnd }[] {
		const [first] = walk.attempts[0].facts;
		const isOther = first !== this.#first;
		this.#first = first;
		const fresh = session.facts.filter((fact) => !isApart(fact.kind) && !this.#known.has(fact));
		const before = new Map(this.#ends);
		this.#read(session);
		// A walk begins with its configuration, which ends no step: whatever else is new with it was brought.
		if (isOther || fresh.length === 0 || session.recorded) return [];
		// What the server says of an answer that is here ends nothing once more.
		const touched = new Set(fresh.filter(({ kind }) => kind !== 'observed').map(stepOfFact));
		return stepIds.flatMap((step) => {
			const end = endOf(session, step);
			const isNews = touched.has(step) || before.get(step) !== JSON.stringify(end);
			return end && isNews ? [{ step, end }] : [];
		});
	}

	#read(session: Session): void {
		for (const fact of session.facts) this.#known.add(fact);
		this.#ends.clear();
		for (const step of stepIds) {
			const end = endOf(session, step);
			if (end) this.#ends.set(step, JSON.stringify(end));
		}
	}
}
