/** Reads tokens in the page itself: short ones, and long ones where no worker can be had. */
import { readBench, type Reading } from '$lib/tokens/reading';

export interface BenchJob {
	read: string;
}

export const doJob = (job: BenchJob): Promise<Reading> => Promise.resolve(readBench(job.read));
