/** Work that can be interrupted: a generator that rests between its steps. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** All steps, one after the other. */
export function atOnce<T>(steps: Steps<T>): T {
	let next = steps.next();
	while (next.done !== true) next = steps.next();
	return next.value;
}

/** The same with a rest where somebody else is to have a turn: `rest` says when, by what it gives. */
export async function inTurns<T>(steps: Steps<T>, rest: () => Promise<void> | undefined): Promise<T> {
	let next = steps.next();
	while (next.done !== true) {
		await rest();
		next = steps.next();
	}
	return next.value;
}
