/**
 * The one text form of a trace: what is kept in the tab, exported, imported and used as a fixture. What reads it is in
 * `file.ts`, which whoever only writes does not need.
 */
import type { Fact, Trace } from './fact';

export const traceFormat = 'pkce-playground-trace';
/**
 * 2: answers that were posted, second answers, typed endpoints, a yes to plain http, and what was redacted are facts.
 * 3: which attempt was opened is one, and a configuration says when it was recorded elsewhere. A file of an earlier
 * version is one that has none of them. And the checks of a server say phrases, by their key: before, they said their
 * words, which are values, shown as they are.
 * 4: an authorization request may have been posted, and how a decision ended is a phrase as well.
 * 5: what a recording says of itself, what stands in it beside the walk, and its navigations with their answers.
 * 6: an authorization request may have gone out in a hidden frame.
 */
export const traceVersion = 6;
const readable: readonly number[] = [1, 2, 3, 4, 5, traceVersion];
export const isReadableVersion = (version: number): boolean => readable.includes(version);

export const formatTrace = (trace: Trace): string =>
	JSON.stringify({ format: traceFormat, version: traceVersion, facts: trace });

/** One fact by itself, as it is kept in the tab. Its version stands beside it. */
export const formatFact = (fact: Fact): string => JSON.stringify(fact);
