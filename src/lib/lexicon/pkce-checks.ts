import { checker } from './checker';
import type { Citation } from './citations';

/** What our client checks of a verifier and its challenge. Every step needs these; the others come with their messages. */
export const pkceChecks = {
	'verifier-length': 'RFC 7636 §4.1',
	'verifier-alphabet': 'RFC 7636 §4.1',
	'verifier-entropy': 'RFC 7636 §7.1',
	'challenge-method': 'RFC 7636 §4.2',
	'challenge-length': 'RFC 7636 §4.2',
	'challenge-of-verifier': 'RFC 7636 §4.6'
} as const satisfies Record<string, Citation>;

export const { check, checkThat } = checker(pkceChecks);
