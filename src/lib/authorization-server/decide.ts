/**
 * A decision is an ordered list of rules. All of them are looked at and reported; the first that fails decides
 * the answer. A rule that lacks what an earlier one should have found says `skipped`.
 */
import type { Check } from '$lib/lexicon/check';
import type { Said } from '$lib/lexicon/said';
import { check, type ServerCheckId } from '$lib/lexicon/server-check';

interface Compared {
	expected?: Said | undefined;
	actual?: Said | undefined;
}

/** Why the request is refused: an error code of the RFC that rules the endpoint, and words for a developer. */
export interface Refusal {
	error: string;
	description: string;
	/** The HTTP status where it is not the endpoint's usual one. */
	status?: number;
}

export type Verdict = Compared &
	({ status: 'pass' | 'warn' | 'skipped' } | { status: 'fail'; refusal: Refusal });

/** One thing that the server looks at. It may write what it found into the context, for those that follow. */
export interface Rule<Context> {
	id: ServerCheckId;
	look(context: Context): Verdict | Promise<Verdict>;
}

export const pass = (compared: Compared = {}): Verdict => ({ status: 'pass', ...compared });

export const warn = (compared: Compared): Verdict => ({ status: 'warn', ...compared });

/** It could not or need not be looked at; `why` says what was missing. */
export const skip = (why: Said): Verdict => ({ status: 'skipped', actual: why });

export const refuse = (error: string, description: string, compared: Compared = {}): Verdict => ({
	status: 'fail',
	refusal: { error, description },
	...compared
});

export interface Decided {
	checks: Check[];
	refusal?: Refusal;
}

/** Looks at everything, in order. */
export async function decide<Context>(rules: readonly Rule<Context>[], context: Context): Promise<Decided> {
	const decided: Decided = { checks: [] };
	for (const { id, look } of rules) {
		const verdict = await look(context);
		decided.checks.push(check(id, verdict.status, verdict));
		if (verdict.status === 'fail') decided.refusal ??= verdict.refusal;
	}
	return decided;
}
