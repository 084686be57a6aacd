/** Reads and checks long tokens apart from the page, which answers all the while. */
import { doJob, type BenchJob } from './in-page';

addEventListener('message', ({ data }: MessageEvent<BenchJob>) => {
	doJob(data).then(
		(done) => postMessage({ done }),
		() => postMessage({ failed: true })
	);
});
