/** Reads a file apart from the page, which answers all the while. Whoever wants no more of it ends the worker. */
import { readFile } from '$lib/recording/read/read-file';
import type { FromWorker } from './door';

/** Milliseconds between two words on how far it is. */
const between = 80;

const say = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<{ file: Blob }>) => {
	let told = 0;
	const read = readFile(data.file, {
		now: Date.now(),
		report: (progress) => {
			if (performance.now() - told < between && progress.bytes < progress.of) return;
			told = performance.now();
			say({ progress });
		}
	});
	// What did not arrive, or was no file any more, the page tries itself, and says it.
	read.then(
		(done) => say({ done }),
		() => say({ failed: true })
	);
});
