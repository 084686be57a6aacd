import type { Verdict } from '$lib/trace/verdict';
import { proofsOf } from './proofs';
import { sessionOf, type Walk } from './session';

/** What is proved of each attempt of a walk, to go with a file from which the values are taken out. */
export const verdictsOf = (walk: Walk): Promise<Verdict[]> =>
	Promise.all(
		walk.attempts.map(async ({ id }) => ({
			...(await proofsOf(sessionOf(walk, id), walk.attempts)),
			of: id
		}))
	);
