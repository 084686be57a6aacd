import { authorizationServerChecks } from './authorization-server-checks';
import { checker } from './checker';
import type { Citation } from './citations';
import { clientChecks } from './client-checks';
import { conclusionChecks } from './conclusions';
import { recordingChecks } from './recording-checks';
import { resourceServerChecks } from './resource-server-checks';

/**
 * Every check that one of the three roles makes, with the section that asks for it. The text of a check is in
 * `lessons/en/checks/checks`, keyed by the same id: a check without a text does not compile.
 */
export const checkCitations = {
	...clientChecks,
	...conclusionChecks,
	...recordingChecks,
	...authorizationServerChecks,
	...resourceServerChecks
} as const satisfies Record<string, Citation>;

/** Of any role. The servers take theirs from `server-check` and the client from `client-check`, each without the others'. */
export const { check, checkThat } = checker(checkCitations);
