import { checker } from './checker';
import { clientChecks } from './client-checks';

/** What our client checks of what it sends and gets. */
export type ClientCheckId = keyof typeof clientChecks;

export const { check, checkThat } = checker(clientChecks);
