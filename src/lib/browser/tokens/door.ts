/** What the page for tokens has of its surroundings. Long tokens are read in a worker, and in the page where there is none. */
import { loadPart } from '$lib/lexicon/part';
import type { Reading } from '$lib/tokens/reading';
import { now } from '../clock';
import { everySecond } from '../pace';
import type { BenchJob } from './in-page';

/** Characters that are read in the page within a few milliseconds. */
const short = 30_000;

type FromWorker = { done: Reading } | { failed: true };

/** Undefined: there is no worker, it did not come, or it gave up. */
function inWorker(job: BenchJob): Promise<Reading | undefined> {
	return new Promise((resolve) => {
		try {
			const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
			const end = (done?: Reading): void => {
				worker.terminate();
				resolve(done);
			};
			worker.addEventListener('error', (event) => {
				event.preventDefault();
				end();
			});
			worker.addEventListener('messageerror', () => end());
			worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) =>
				end('done' in data ? data.done : undefined)
			);
			worker.postMessage(job);
		} catch {
			resolve(undefined);
		}
	});
}

export async function read(text: string): Promise<Reading> {
	const job: BenchJob = { read: text };
	const apart = text.length > short ? await inWorker(job) : undefined;
	if (apart) return apart;
	const { doJob } = await loadPart(() => import('./in-page'));
	return doJob(job);
}

export { everySecond, now };
