/** Reads a file in the page itself, in slices: where no worker can be had. */
import { readFile } from '$lib/recording/read/read-file';
import type { FileRead, Progress } from '$lib/recording/read/about';

/** Milliseconds after which the page has its turn. */
const slice = 12;

export function readInPage(
	file: Blob,
	report: (progress: Progress) => void,
	signal: AbortSignal
): Promise<FileRead> {
	let since = performance.now();
	const turn = (): Promise<void> =>
		new Promise((resolve) =>
			setTimeout(() => {
				since = performance.now();
				resolve();
			})
		);
	return readFile(file, {
		now: Date.now(),
		report,
		breathe: () => {
			signal.throwIfAborted();
			return performance.now() - since < slice ? undefined : turn();
		}
	});
}
