import type { checkCitations } from './check-citations';
import type { Citation } from './citations';
import type { Said } from './said';

export type CheckId = keyof typeof checkCitations;

export type CheckStatus = 'pass' | 'fail' | 'warn' | 'skipped';

/**
 * One thing that was looked at. `expected` and `actual` are what was compared: values, or phrases.
 * `skipped`: it could not or need not be made; `actual` then says what was missing.
 */
export interface Check<Id extends string = CheckId> {
	id: Id;
	status: CheckStatus;
	expected?: Said;
	actual?: Said;
	rfc: Citation;
}

export const hasFailed = (checks: readonly Check[]): boolean =>
	checks.some(({ status }) => status === 'fail');

/**
 * What a server decided on one request: its checks in the order in which it made them, and how it ended.
 * `endpoint` is one of `decidingEndpoints`, or what another server calls its own.
 */
export interface Decision {
	endpoint: string;
	at: number;
	checks: Check[];
	outcome: Said;
}
