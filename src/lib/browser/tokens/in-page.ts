/** Reads and checks tokens in the page itself: short ones, and long ones where no worker can be had. */
import { judge, open, type Judgement, type Opened, type Question, type Typed } from '$lib/tokens/judging';
import { readBench, type Reading } from '$lib/tokens/reading';

/** What can be done with tokens: each takes and gives plain data, so that it can be done apart from the page. */
export const jobs = {
	read: (text: string): Promise<Reading> => readBench(text),
	judge: (question: Question): Promise<Judgement> => judge(question),
	open: ({ token, typed }: { token: string; typed: Typed }): Promise<Opened | undefined> => open(token, typed)
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type Given<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type Done<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;

export const doJob = <Name extends JobName>(name: Name, given: Given<Name>): Promise<Done<Name>> => {
	const act = jobs[name] as (given: Given<Name>) => Promise<Done<Name>>;
	return act(given);
};
