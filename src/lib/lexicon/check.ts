import type { Citation } from './citations';
import { clientChecks } from './client-checks';
import { authorizationServerChecks } from './authorization-server-checks';
import { resourceServerChecks } from './resource-server-checks';

/**
 * Every check that one of the three roles makes, with the section that asks for it. The text of a check is in
 * `lessons/checks`, keyed by the same id: a check without a text does not compile.
 */
export const checkCitations = {
	...clientChecks,
	...authorizationServerChecks,
	...resourceServerChecks
} as const satisfies Record<string, Citation>;

export type CheckId = keyof typeof checkCitations;

export type CheckStatus = 'pass' | 'fail' | 'warn' | 'skipped';

/**
 * One thing that was looked at. `expected` and `actual` are what was compared, as text.
 * `skipped`: it could not or need not be made; `actual` then says what was missing.
 */
export interface Check {
	id: CheckId;
	status: CheckStatus;
	expected?: string;
	actual?: string;
	rfc: Citation;
}

interface Compared {
	expected?: string | undefined;
	actual?: string | undefined;
}

/** A check with the citation that its id stands for. */
export function check(id: CheckId, status: CheckStatus, compared: Compared = {}): Check {
	return {
		id,
		status,
		...(compared.expected === undefined ? {} : { expected: compared.expected }),
		...(compared.actual === undefined ? {} : { actual: compared.actual }),
		rfc: checkCitations[id]
	};
}

/** Pass or fail by a truth, with what was compared. */
export const checkThat = (id: CheckId, holds: boolean, compared: Compared = {}): Check =>
	check(id, holds ? 'pass' : 'fail', compared);

export const hasFailed = (checks: readonly Check[]): boolean =>
	checks.some(({ status }) => status === 'fail');

/**
 * What a server decided on one request: its checks in the order in which it made them, and how it ended.
 * `endpoint` is a name such as `token`, `authorize`, `api`.
 */
export interface Decision {
	endpoint: string;
	at: number;
	checks: Check[];
	outcome: string;
}
