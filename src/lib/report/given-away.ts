import type { Trace } from '$lib/trace/fact';
import { redacted } from '$lib/trace/redact';

/** What a report with secrets gives away: by the names under which they were met, with how many values there are. */
export function givenAway(trace: Trace): [name: string, count: number][] {
	const counts = new Map<string, number>();
	for (const { name } of redacted(trace).taken) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts];
}
