/** What is made of measured times. Milliseconds everywhere. */
export const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The median of each tenth, in order. */
export const tenths = (values: readonly number[]): number[] =>
	Array.from({ length: 10 }, (_, index) =>
		median(
			values.slice(Math.floor((index * values.length) / 10), Math.floor(((index + 1) * values.length) / 10))
		)
	);

export const shown = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;
