/** Reads and checks long tokens apart from the page, which answers all the while. */
import { doJob, type Given, type JobName } from './in-page';

addEventListener('message', ({ data }: MessageEvent<{ name: JobName; given: Given<JobName> }>) => {
	doJob(data.name, data.given).then(
		(done) => postMessage({ done }),
		() => postMessage({ failed: true })
	);
});
