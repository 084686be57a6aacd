import { authorizationServerChecks } from './authorization-server-checks';
import { checker } from './checker';
import { resourceServerChecks } from './resource-server-checks';

const citations = { ...authorizationServerChecks, ...resourceServerChecks };

/** What one of the two servers checks. */
export type ServerCheckId = keyof typeof citations;

export const { check, checkThat } = checker(citations);
