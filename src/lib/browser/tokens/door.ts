/** What the page for tokens has of its surroundings. Long tokens are worked on apart from it, and in it where that cannot be. */
import { loadPart } from '$lib/lexicon/part';
import { now } from '../clock';
import { everySecond } from '../pace';
import type { Done, Given, JobName } from './in-page';

/** Characters that the page reads and checks within a few milliseconds. */
const short = 30_000;

/** Undefined: there is no worker, it did not come, or it gave up. */
function inWorker<Name extends JobName>(
	name: Name,
	given: Given<Name>
): Promise<{ done: Done<Name> } | undefined> {
	return new Promise((resolve) => {
		try {
			const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
			const end = (said?: { done: Done<Name> }): void => {
				worker.terminate();
				resolve(said);
			};
			worker.addEventListener('error', (event) => {
				event.preventDefault();
				end();
			});
			worker.addEventListener('messageerror', () => end());
			worker.addEventListener('message', ({ data }: MessageEvent<{ done: Done<Name> } | { failed: true }>) =>
				end('done' in data ? data : undefined)
			);
			worker.postMessage({ name, given });
		} catch {
			resolve(undefined);
		}
	});
}

/** `size`: characters that there are to work on. */
async function work<Name extends JobName>(name: Name, size: number, given: Given<Name>): Promise<Done<Name>> {
	const apart = size > short ? await inWorker(name, given) : undefined;
	if (apart) return apart.done;
	const { doJob } = await loadPart(() => import('./in-page'));
	return doJob(name, given);
}

const sizeOf = (typed: Given<'judge'>['typed']): number =>
	(typed.keys?.length ?? 0) + (typed.fetched?.length ?? 0);

export const door = {
	now,
	everySecond,
	read: (text: string) => work('read', text.length, text),
	judge: (question: Given<'judge'>) =>
		work('judge', question.token.length + sizeOf(question.typed), question),
	open: (given: Given<'open'>) => work('open', given.token.length + sizeOf(given.typed), given)
};
