import { checker } from './checker';
import type { Citation } from './citations';
import { clientChecks } from './client-checks';
import { conclusionChecks } from './conclusions';
import { authorizationServerChecks } from './authorization-server-checks';
import { resourceServerChecks } from './resource-server-checks';
import type { Said } from './said';

/**
 * Every check that one of the three roles makes, with the section that asks for it. The text of a check is in
 * `lessons/en/checks/checks`, keyed by the same id: a check without a text does not compile.
 */
export const checkCitations = {
	...clientChecks,
	...conclusionChecks,
	...authorizationServerChecks,
	...resourceServerChecks
} as const satisfies Record<string, Citation>;

export type CheckId = keyof typeof checkCitations;

export type CheckStatus = 'pass' | 'fail' | 'warn' | 'skipped';

/**
 * One thing that was looked at. `expected` and `actual` are what was compared: values, or phrases.
 * `skipped`: it could not or need not be made; `actual` then says what was missing.
 */
export interface Check {
	id: CheckId;
	status: CheckStatus;
	expected?: Said;
	actual?: Said;
	rfc: Citation;
}

/** Of any role. The servers take theirs from `server-check`, so that no worker carries the client's. */
export const { check, checkThat } = checker(checkCitations);

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
