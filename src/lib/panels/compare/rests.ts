/** When a long piece of work rests, so that the page can answer. */

/** Milliseconds of work between two rests. */
const slice = 12;

/** Rests for a turn of the page where it has worked for a while. */
export function rests(): () => Promise<void> | undefined {
	let since = performance.now();
	return () => {
		if (performance.now() - since < slice) return undefined;
		return new Promise((resolve) =>
			setTimeout(() => {
				since = performance.now();
				resolve();
			})
		);
	};
}
