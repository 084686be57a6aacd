import type { CheckStatus } from '$lib/lexicon/check';

/** What is to be seen first, first. */
export const checkStatuses: readonly CheckStatus[] = ['fail', 'warn', 'pass', 'skipped'];
