/** The door by which files come in: read in a worker, and in the page where there is none. */
import { loadPart } from '$lib/lexicon/part';
import type { FileRead, Progress, ReadHow } from '$lib/recording/read/about';

export { bring } from '$lib/recording/read/looks';

/** What the worker says. `failed`: it could not do it, whatever the file is. */
export type FromWorker = { progress: Progress } | { done: FileRead } | { failed: true };

/** Undefined: there is no worker for it. */
function startWorker(): Worker | undefined {
	try {
		return new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
	} catch {
		return undefined;
	}
}

/** Undefined: the worker did not come, or gave up. */
function inWorker(worker: Worker, file: Blob, { report, signal }: ReadHow): Promise<FileRead | undefined> {
	return new Promise((resolve) => {
		const end = (read?: FileRead): void => {
			worker.terminate();
			resolve(read);
		};
		signal.addEventListener('abort', () => end(), { once: true });
		worker.addEventListener('error', (event) => {
			event.preventDefault();
			end();
		});
		worker.addEventListener('messageerror', () => end());
		worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
			if ('progress' in data) report(data.progress);
			else end('done' in data ? data.done : undefined);
		});
		worker.postMessage({ file });
	});
}

/** Undefined: it was cancelled. */
export async function read(file: Blob, how: ReadHow): Promise<FileRead | undefined> {
	const worker = startWorker();
	const done = worker && (await inWorker(worker, file, how));
	if (done || how.signal.aborted) return done;
	const { readInPage } = await loadPart(() => import('./in-page'));
	try {
		return await readInPage(file, how.report, how.signal);
	} catch (error) {
		if (how.signal.aborted) return undefined;
		throw error;
	}
}
